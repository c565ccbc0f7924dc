"""Rules about html."""
