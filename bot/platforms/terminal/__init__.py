"""The terminal, for operators: the same replies, drawn with rich."""
