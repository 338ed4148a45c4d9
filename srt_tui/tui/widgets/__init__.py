"""Parts that take plain values and post messages."""
