"""An article as the words of somebody else are held against it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.rules.drafts import Draft
from bot.rules.extracting.cleaning import read_lines, split_sentences
from bot.rules.extracting.spoilers import gives_away

MARKUP = re.compile(
    r"https?:|www\.|[<>\[\]{}#*_`@|\\]|&#?\w+;|\(at\)|[^\W\d_]{2}\.[^\W\d_]{2,}|\w\.\w{2,3}/", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_NUMBER = re.compile(
    r"\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)(?:ty|ties|tieth)|hundreds?|thousands?|millions?|billions?|"
    r"dozens?|decades?|centur(?:y|ies)|half|halves|twice|thrice|first|second|third|"
    r"(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th|"
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|"
    r"deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|vingt|cent|mille|"
    r"dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|cien|mil|"
    r"tre|quattro|cinque|sette|otto|nove|dieci|venti|cento|dois|três|quatro|sete|oito|dez"
)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_NOT = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|neither|nor|without|hardly|barely|cannot|lacks?|fails?|\w+n't|"
    r"nicht|kein\w*|niemals|pas|jamais|nunca|jamás|non|não|geen|niet)\b"
)
_CLAUSE_END = re.compile(r"[,;:—–()]|\s-\s|\b(?:but|though|although|while|whereas|yet)\b")
_PRONOUN = re.compile(r"\b(?:he|she|they|his|her|their|him|them|it|its)\b", re.IGNORECASE)
_ENDINGS = ("ingly", "edly", "ings", "ing", "ed", "es", "ly", "s", "e")
_SHORTEST_STEM = 3
# What says nothing by itself, and what any review may be said to be or do.
_SMALL = """
a about across after again all along also although am among an and any are around as at away be because
been before being below beside between both but by can could did do does doing done down during each even
ever every few for from had has have having he her here herself him himself his how i if in into is it its
itself just less like made make makes many may me might more most much must my near no nor not of off
often on once one only onto or other our out over own quite rather s same she should since so some still
such t than that the their them themselves then there these they this those though through to together too
toward towards under until up upon us very was we well were what when where whether which while who whom
whose why will with within without would yet you your film films movie movies series season show story
tale follows follow tells tell reviewer critic
"""
_TELLING = 5


@dataclass(frozen=True, slots=True)
class Sentence:
    """One of the article's sentences that give nothing away. `about` are the stems of its words, and those
    of the next one where that speaks of the same by a pronoun.
    """

    folded: str
    about: frozenset[str]


@dataclass(frozen=True, slots=True)
class Source:
    """An article as its words are compared: spaces as one, quotes straight, small letters.

    `safe` is what is left of it without sentences that give something away; `telling` are the words that
    only those have. `counted` has each number with the stem of the word behind it. `clauses` has the stems of
    each clause, and whether it denies.
    """

    text: str
    folded: str
    safe: str
    title: frozenset[str]
    names: frozenset[str]
    small: frozenset[str]
    stems: frozenset[str]
    counted: frozenset[tuple[str, str]]
    telling: frozenset[str]
    sentences: tuple[Sentence, ...]
    clauses: tuple[tuple[frozenset[str], bool], ...]
    characters: tuple[str, ...]

    @classmethod
    def of(cls, text: str, draft: Draft) -> "Source":
        """The article of a draft."""
        characters = tuple(credit.character for credit in draft.people if credit.character)
        sentences = [part for line in read_lines(text).lines for part in split_sentences(line)]
        open_ones = [each for each in sentences if not gives_away(each, characters)]
        told = [each for each in sentences if gives_away(each, characters)]
        safe = f"{draft.title} . {' '.join(open_ones)}"
        kept = set(_WORD.findall(folded(safe)))
        return cls(
            text=text,
            folded=spaced(folded(text)),
            safe=spaced(folded(safe)),
            title=frozenset(_WORD.findall(folded(draft.title))),
            names=frozenset(word.lower() for word in _WORD.findall(safe) if word[0].isupper()),
            small=frozenset(word for word in _WORD.findall(safe) if word[0].islower()),
            stems=stems(safe),
            counted=frozenset(numbers(safe)),
            telling=frozenset(
                word for each in told for word in _WORD.findall(folded(each))
                if len(word) >= _TELLING and word not in kept
            ),
            sentences=tuple(_sentences(open_ones)),
            clauses=tuple(clauses(" . ".join(open_ones))),
            characters=characters,
        )  # fmt: skip

    def has(self, words: str) -> bool:
        """Whether these very words stand in the article, whatever the stops between them."""
        plain = spaced(folded(words)).strip()
        return bool(plain) and not MARKUP.search(words) and f" {plain} " in f" {self.folded} "

    def means(self, words: str) -> bool:
        """Whether what the article says nearest to each clause of these words denies it just as they do."""
        return all(self._means(about, denies) for about, denies in clauses(words))

    def is_safe(self, sentence: str) -> bool:
        """Whether it gives nothing away, as far as can be told from its words."""
        if gives_away(sentence, self.characters):
            return False
        return self.telling.isdisjoint(_WORD.findall(folded(sentence)))

    def _means(self, about: frozenset[str], denies: bool) -> bool:
        shared = max((len(about & each) for each, _ in self.clauses), default=0)
        return not shared or any(
            each_denies is denies for each, each_denies in self.clauses if len(about & each) == shared
        )


def folded(text: str) -> str:
    """Small letters and straight quotes."""
    return text.replace("’", "'").replace("‘", "'").lower()


def spaced(text: str) -> str:
    """The words and numbers alone, one space between them."""
    return " ".join(re.findall(r"[^\W_]+", text))


def stems(text: str) -> frozenset[str]:
    """The words that say something, without their endings."""
    small = _small()
    return frozenset(_stem(word) for word in _WORD.findall(folded(text)) if word not in small)


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """Each number, in digits or words, with the stem of the word behind it, or before it where a sentence
    ends; years stand alone.
    """
    for sentence in split_sentences(text):
        tokens = _TOKEN.findall(folded(sentence))
        for number, beside in zip(tokens, [*tokens[1:], *tokens[-2:-1], ""], strict=False):
            if _NUMBER.fullmatch(number):
                yield number, "" if _YEAR.fullmatch(number) else _stem(beside)


def clauses(text: str) -> Iterator[tuple[frozenset[str], bool]]:
    """Each clause that says something: the stems of its words, and whether it denies."""
    for sentence in split_sentences(text):
        for clause in _CLAUSE_END.split(folded(sentence)):
            if about := stems(_NOT.sub("", clause)):
                yield about, bool(_NOT.search(clause))


@cache
def _small() -> frozenset[str]:
    return frozenset(_SMALL.split())


def _sentences(texts: list[str]) -> Iterator[Sentence]:
    for text, behind in zip(texts, [*texts[1:], ""], strict=False):
        goes_on = behind if _PRONOUN.search(behind) else ""
        yield Sentence(spaced(folded(text)), stems(f"{text} {goes_on}"))


def _stem(word: str) -> str:
    ending = next((each for each in _ENDINGS if word.endswith(each)), "")
    bare = word.removesuffix(ending)
    if len(bare) < _SHORTEST_STEM:
        return word
    return bare[:-1] if len(bare) > _SHORTEST_STEM and bare[-1] == bare[-2] else bare
