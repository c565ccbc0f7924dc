"""Rules about what can be printed."""
