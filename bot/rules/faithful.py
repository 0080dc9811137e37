"""Tells whether words that somebody else wrote about an article say only what the article says."""

import re
from dataclasses import dataclass

from bot.rules.drafts import Draft
from bot.rules.extracting.cleaning import read_lines, split_sentences
from bot.rules.extracting.spoilers import gives_away
from bot.rules.scores import NOTATION

MOST_WORDS = 60
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million)\b"
)
_OPENER = re.compile(
    r"an?|the|this|that|these|those|its?|in|on|at|as|for|with|after|before|while|when|where|but|and|yet|"
    r"though|although|despite|he|she|they|his|her|their|from|by|over|under|set|there|one"
)
_MARKUP = re.compile(r"https?:|www\.|[<>\[\]{}#*_`@|\\]")
_TELLING = 5


@dataclass(frozen=True, slots=True)
class Source:
    """An article as its words are compared: spaces as one, quotes straight, small letters.

    `safe` is what is left of it without sentences that give something away; `telling` are the words that
    only those have.
    """

    text: str
    folded: str
    safe: str
    names: frozenset[str]
    small: frozenset[str]
    numbers: frozenset[str]
    telling: frozenset[str]
    characters: tuple[str, ...]

    @classmethod
    def of(cls, text: str, draft: Draft) -> "Source":
        """The article of a draft."""
        characters = tuple(credit.character for credit in draft.people if credit.character)
        sentences = [part for line in read_lines(text).lines for part in split_sentences(line)]
        open_ones = [each for each in sentences if not gives_away(each, characters)]
        told = [each for each in sentences if gives_away(each, characters)]
        safe = f"{draft.title} . {' '.join(open_ones)}"
        kept = set(_WORD.findall(_folded(safe)))
        return cls(
            text=text,
            folded=_spaced(_folded(text)),
            safe=_spaced(_folded(safe)),
            names=frozenset(word.lower() for word in _WORD.findall(safe) if word[0].isupper()),
            small=frozenset(word for word in _WORD.findall(safe) if word[0].islower()),
            numbers=frozenset(_NUMBER.findall(text)),
            telling=frozenset(
                word for each in told for word in _WORD.findall(_folded(each))
                if len(word) >= _TELLING and word not in kept
            ),
            characters=characters,
        )  # fmt: skip

    def has(self, words: str) -> bool:
        """Whether these very words stand in the article, whatever the stops between them."""
        plain = _spaced(_folded(words)).strip()
        return bool(plain) and not _MARKUP.search(words) and f" {plain} " in f" {self.folded} "

    def is_safe(self, sentence: str) -> bool:
        """Whether it gives nothing away, as far as can be told from its words."""
        if gives_away(sentence, self.characters):
            return False
        return self.telling.isdisjoint(_WORD.findall(_folded(sentence)))


def faithful_summary(summary: str, source: Source) -> str:
    """The summary as far as it can be held to the article, in whole sentences of at most 60 words in all.

    It ends before the first sentence that gives something away or has a name, a number or a score that
    the article has not; empty where that is the first.
    """
    kept: list[str] = []
    for sentence in split_sentences(" ".join(summary.split())):
        if not _holds(sentence, source) or len(" ".join([*kept, sentence]).split()) > MOST_WORDS:
            break
        kept.append(sentence)
    return " ".join(kept)


def _holds(sentence: str, source: Source) -> bool:
    whole = sentence[-1:] in (".", "!", "?") and len(sentence.split()) > 2
    plain = not _MARKUP.search(sentence) and not _scored(sentence) and _is_cased(sentence)
    return (
        whole
        and plain
        and _counts(sentence, source)
        and _names(sentence, source)
        and source.is_safe(sentence)
    )


def _scored(sentence: str) -> bool:
    return any(not found["letter"] or len(found["letter"]) > 1 for found in NOTATION.finditer(sentence))


def _is_cased(sentence: str) -> bool:
    """Without capitals, names cannot be told from other words, and so not be looked up."""
    return all(c.lower() != c.upper() for c in sentence if c.isalpha())


def _counts(sentence: str, source: Source) -> bool:
    words = set(_NUMBER_WORDS.findall(_folded(sentence)))
    return set(_NUMBER.findall(sentence)) <= source.numbers and words <= source.small | source.names


def _names(sentence: str, source: Source) -> bool:
    """Whether every run of capitalised words stands so in the article; the first word may be any other."""
    words = list(_WORD.finditer(sentence))
    runs: list[list[re.Match[str]]] = []
    for index, word in enumerate(words):
        if not word[0][0].isupper() or word[0] == "I":
            continue
        joined = index > 0 and runs and runs[-1][-1] is words[index - 1]
        between = sentence[words[index - 1].end() : word.start()] if joined else ","
        if joined and between.strip(" '’.-") == "":
            runs[-1].append(word)
        else:
            runs.append([word])
    return all(_is_named(run, run[0] is words[0], source) for run in runs)


def _is_named(run: list[re.Match[str]], opens: bool, source: Source) -> bool:
    parts = [word[0].lower() for word in run]
    if f" {' '.join(parts)} " in f" {source.safe} " and set(parts) <= source.names:
        return True
    if not opens or not (_OPENER.fullmatch(parts[0]) or parts[0] in source.small):
        return False
    return len(run) == 1 or _is_named(run[1:], False, source)


def _folded(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").lower()


def _spaced(text: str) -> str:
    """The words and numbers alone, one space between them."""
    return " ".join(re.findall(r"[^\W_]+", text))
