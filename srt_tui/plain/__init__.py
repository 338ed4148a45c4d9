"""The same work, line by line, for screen readers."""
