"""Builders and maintenance scripts; nothing here is part of the package."""
