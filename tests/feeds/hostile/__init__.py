"""Broken and hostile inputs of every kind that the bot reads, the same for the same seed."""
