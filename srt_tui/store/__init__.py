"""The vault: one sealed, append-only file per participant."""
