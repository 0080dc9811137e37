"""Reviews in: from files to the store."""
