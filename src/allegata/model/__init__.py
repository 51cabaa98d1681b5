"""The nouns of Allegata: frozen dataclasses on the standard library alone."""
