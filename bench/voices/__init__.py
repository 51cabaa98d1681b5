"""The set ``voices``: specimen passages of our own, read for who says what and how firmly."""
