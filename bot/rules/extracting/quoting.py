"""Cuts the words that a reading rests on out of the text."""

from bot.rules.drafts import SHOWN_WORDS, Evidence

LONGEST = 120
_LEAD = 40


class Quotations:
    """The text as one long line, out of which words are cut."""

    def __init__(self, text: str) -> None:
        self._text = " ".join(text.split())
        self._folded = self._text.lower()

    def around(self, words: str, sure: float) -> Evidence:
        """The words as they stand in the text, with a little of what is round them; at most 120 characters.

        They are among those that editors are shown, as far as they go in there.
        Words that do not stand there (put together from several places) are quoted as they are.
        """
        words = " ".join(words.split())
        place = self._text.find(words)
        if place < 0 and len(self._folded) == len(self._text):
            place = self._folded.find(words.lower())
        if place < 0 or not words:
            return Evidence(_shortened(words), "text", round(sure, 2))
        begin = max(0, place - max(0, min(_LEAD, SHOWN_WORDS - len(words))))
        begin = begin if begin == 0 or place == begin else self._text.find(" ", begin, place + 1) + 1 or place
        return Evidence(_shortened(self._text[begin:]), "text", round(sure, 2))


def _shortened(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    cut = words[: LONGEST + 1].rpartition(" ")[0]
    return cut or words[:LONGEST]
