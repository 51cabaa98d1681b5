"""Where work is run: this process, or a separate one with limits."""
