"""Scripts that make every learned weight from declared data."""
