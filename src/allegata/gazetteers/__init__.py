"""Gazetteers behind the port of ``model.ports``."""
