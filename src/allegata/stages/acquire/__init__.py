"""Bytes to source files: sniff, unpack, refuse."""
