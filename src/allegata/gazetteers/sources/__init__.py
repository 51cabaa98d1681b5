"""Readers of the lists that a country's gazetteer is made of, one module a source."""
