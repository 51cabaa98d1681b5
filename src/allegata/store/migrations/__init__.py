"""The history of the case file's tables, one module a revision, applied in order."""
