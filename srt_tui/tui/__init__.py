"""The companion on screen."""
