"""The workbench's server."""
