"""Offset-safe text tools without knowledge of the domain."""
