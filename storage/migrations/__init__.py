"""Numbered steps that bring a store to the newest version; see storage/migrate.py."""
