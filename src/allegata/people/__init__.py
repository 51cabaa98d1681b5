"""Names of people across scripts, and which entries of lists may be one person."""
