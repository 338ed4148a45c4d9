"""Every string a user reads, from domain values. Pure."""
