"""The United Nations document as a grammar."""
