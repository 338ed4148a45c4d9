"""Prepare, deliver, review: combines library, store and player."""
