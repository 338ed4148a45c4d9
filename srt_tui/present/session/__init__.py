"""The running session in words."""
