"""Facts and rules. No input or output, no clock, no screen."""
