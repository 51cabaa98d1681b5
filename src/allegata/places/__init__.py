"""Place phrases, keys across scripts, the resolver."""
