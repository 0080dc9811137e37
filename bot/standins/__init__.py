"""Stand-ins of the platforms that people and tests talk to on this machine alone."""
