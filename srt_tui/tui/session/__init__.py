"""The running session on the screen: keys to a conversation, and what comes back, drawn."""
