"""Documents to claims, word for word in context."""
