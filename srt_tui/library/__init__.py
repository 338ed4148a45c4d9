"""Content and templates, from disk to domain."""
