"""The case file: a vault of originals, one SQLite database, the ledger."""
