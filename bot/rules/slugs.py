"""Short ASCII keys for genres, platforms and people, fit for buttons and for look-up."""

import hashlib
import unicodedata

LONGEST = 40


def slug(name: str) -> str:
    """A name as lower-case ASCII words joined by hyphens, at most 40 characters; "" for no name.

    Names that hold anything else (other scripts), or are longer, become "x" and ten hex digits.
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in bare).split()
    text = "-".join(words)
    if text.isascii() and len(text) <= LONGEST:
        return text
    return "x" + hashlib.sha256(" ".join(words).encode()).hexdigest()[:10]
