"""Scripts that make every learned weight from declared data, always the same bytes."""
