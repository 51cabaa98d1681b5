"""Source files to documents with text layers that map back to the original."""
