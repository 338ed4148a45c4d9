"""Settings, declared once as data."""
