"""Skills for everyday life, side by side: prepare, deliver, review."""
