"""Reviews from RSS, Atom and JSON feeds: read politely, each entry once."""
