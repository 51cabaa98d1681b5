"""One module a format; each says what it loses."""
