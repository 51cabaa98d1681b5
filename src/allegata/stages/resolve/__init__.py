"""Claims to incidents: within one document, later across many."""
