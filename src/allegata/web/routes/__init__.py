"""What the workbench's page can ask of the server, by subject."""
