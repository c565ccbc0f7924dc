"""Go Local: reads, checks, renders, publishes and verifies a knowledge base about human rights in local government."""

__version__ = "0.4.0"
