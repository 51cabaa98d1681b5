"""The only code that opens the network, and only when a person asked for it."""
