"""The command line: arguments to settings, locations and services."""
