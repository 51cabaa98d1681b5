"""Claims to claims with what only context can tell: which year, which town."""
