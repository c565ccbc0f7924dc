"""Rules about HTML."""
