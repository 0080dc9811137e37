"""What a page's address calls the reviewed work."""

import re
from urllib.parse import unquote, urlsplit

from bot.feeds.pages.headline_words import REVIEW, YEAR

_MOST_WORDS, _LONGEST = 8, 100
_FILE = re.compile(r"\.\w{2,5}$|^index\.\w+$")
_APART = re.compile(r"[-_+\s]+")
_OTHER_WORD = re.compile(rf"{YEAR}|\d{{5,}}|(?:movie|film|tv|blu-?ray|dvd)", re.IGNORECASE)


def name_in_address(url: str, text: str) -> str:
    """The name that the last part of the address spells, as the text writes it; else empty.

    An address has no capitals and no punctuation, so only a name that the text gives with a capital counts.
    """
    last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2][:_LONGEST]
    spelt = REVIEW.sub(" ", _APART.sub(" ", _FILE.sub("", last)))
    words = [word for word in spelt.split() if not _OTHER_WORD.fullmatch(word)]
    if not 2 <= len(words) <= _MOST_WORDS:
        return ""
    spelling = r"[^\w]{1,3}".join(map(re.escape, words))
    found = re.search(rf"(?<!\w){spelling}(?!\w)", text, re.IGNORECASE)
    return found[0] if found and found[0][0].isupper() and "\n" not in found[0] else ""
