"""The playground: its wire, its inspector, and its page in a real browser."""
