"""The platforms' own specifications, where they are at hand, as a check of what the program sends."""
