"""Short questions that end in a typed answer."""
