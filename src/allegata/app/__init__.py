"""Use cases: what a person asks Allegata to do."""
