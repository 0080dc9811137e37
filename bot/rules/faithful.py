"""Tells whether a summary that somebody else wrote of an article says only what the article says."""

import re
import unicodedata

from bot.rules.extracting.cleaning import split_sentences
from bot.rules.scores import NOTATION
from bot.rules.sources import MARKUP, Source, folded, numbers, spaced, stems

MOST_WORDS = 60
_WORD = re.compile(r"[^\W\d_]+")
_OPENER = re.compile(
    r"an?|the|this|that|these|those|its?|in|on|at|as|for|with|after|before|while|when|where|but|and|yet|"
    r"though|although|despite|he|she|they|his|her|their|from|by|over|under|set|there|one"
)
_BROKEN_OFF = re.compile(
    r"(?:\.\.\W*|…|\b(?:the|an?|of|and|or|with|who|which|whose|his|their|but|as|are|were|have|than|because|while|mr"
    r"|mrs|ms|dr)\W*)$",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(?:(?:full|top|perfect|high|highest|low|lowest) (?:scores?|marks?|ratings?|grades?)|rated|graded)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«]([^\"“”«»]+)[\"“”»]|(?<!\w)['‘]([^'’]+(?:['’]\w[^'’]*)*)['’](?!\w)")
_NAMED = re.compile(r"\b(?:named|called|titled|starring|(?:direct|writ|play|film|made)\w* by) (?:the )?(\w+)")
_PAUSE = re.compile(r"[,;:—–()]")
_OWN_WORDS, _OWN_WORDS_OF_A_NAME = 0.75, 0.7

Run = list[re.Match[str]]


def faithful_summary(summary: str, source: Source) -> str:
    """The summary as far as it can be held to the article, in whole sentences of at most 60 words in all.

    It ends before the first sentence that gives something away, that has a name, a number, a quotation or a
    score that the article has not, that denies what the article says, or that has too few of its words;
    empty where that is the first.
    """
    kept: list[str] = []
    for sentence in split_sentences(" ".join(summary.split())):
        if not _holds(sentence, source) or len(" ".join([*kept, sentence]).split()) > MOST_WORDS:
            break
        kept.append(sentence)
    return " ".join(kept)


def _holds(sentence: str, source: Source) -> bool:
    whole = (
        sentence[-1:] in (".", "!", "?") and len(sentence.split()) > 2 and not _BROKEN_OFF.search(sentence)
    )
    plain = not MARKUP.search(sentence) and not _scored(sentence) and _is_cased(sentence)
    return (
        whole
        and plain
        and _has_signs(sentence, source)
        and set(numbers(sentence)) <= source.counted
        and _names(sentence, source)
        and _quotes(sentence, source)
        and _says(sentence, source)
        and source.means(sentence)
        and source.is_safe(sentence)
    )


def _scored(sentence: str) -> bool:
    if _RATED.search(sentence):
        return True
    return any(not found["letter"] or len(found["letter"]) > 1 for found in NOTATION.finditer(sentence))


def _is_cased(sentence: str) -> bool:
    """Without capitals, names cannot be told from other words, and so not be looked up."""
    return all(c.lower() != c.upper() for c in sentence if c.isalpha())


def _has_signs(sentence: str, source: Source) -> bool:
    """Whether its signs and odd numerals, such as ④ or ♥, are the article's; it has none that is not seen."""
    odd = {c for c in sentence if not c.isascii() and unicodedata.category(c)[0] in "SNC"}
    return all(c in source.text and unicodedata.category(c)[0] != "C" for c in odd)


def _quotes(sentence: str, source: Source) -> bool:
    quoted = ["".join(found) for found in _QUOTED.findall(sentence)]
    return sentence.count('"') % 2 == 0 and all(source.has(words) for words in quoted)


def _says(sentence: str, source: Source) -> bool:
    """Whether most of its words are the article's, and whatever is called by a name bears one from there."""
    said = stems(sentence)
    called = stems(" ".join(_NAMED.findall(folded(sentence))))
    return bool(said) and len(said & source.stems) >= _OWN_WORDS * len(said) and called <= source.stems


def _names(sentence: str, source: Source) -> bool:
    """Whether every run of capitalised words stands so in the article, which says such things of it."""
    words = list(_WORD.finditer(sentence))
    runs = _runs(sentence, words)
    if not all(_is_named(run, run[0] is words[0], source) for run in runs):
        return False
    named = (_without_opener(run, run[0] is words[0], source) for run in runs)
    called = {" ".join(parts) for parts in named if parts and not source.title.issuperset(parts)}
    return not called or _is_said_of(called, sentence, source)


def _is_said_of(names: set[str], sentence: str, source: Source) -> bool:
    """Whether sentences of the article that name them say it, and name those together that it does."""
    naming = {name: {each for each in source.sentences if _contains(each.folded, name)} for name in names}
    for clause in map(spaced, _PAUSE.split(folded(sentence))):
        together = [each for name, each in naming.items() if _contains(clause, name)]
        if together and not set.intersection(*together):
            return False
    said = stems(sentence) - stems(" ".join(names))
    about = {stem for each in naming.values() for one in each for stem in one.about}
    return len(said & about) >= _OWN_WORDS_OF_A_NAME * len(said)


def _contains(text: str, words: str) -> bool:
    return f" {words} " in f" {text} "


def _without_opener(run: Run, opens: bool, source: Source) -> list[str]:
    parts = [word[0].lower() for word in run]
    return parts[1:] if opens and (_OPENER.fullmatch(parts[0]) or parts[0] in source.small) else parts


def _runs(sentence: str, words: Run) -> list[Run]:
    runs: list[Run] = []
    for index, word in enumerate(words):
        if not word[0][0].isupper() or word[0] == "I":
            continue
        joined = index > 0 and runs and runs[-1][-1] is words[index - 1]
        between = sentence[words[index - 1].end() : word.start()] if joined else ","
        if joined and between.strip(" '’.-") == "":
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _is_named(run: Run, opens: bool, source: Source) -> bool:
    """Whether the run stands so in the article; a sentence's first word may be any other of its words."""
    parts = [word[0].lower() for word in run]
    if f" {' '.join(parts)} " in f" {source.safe} " and set(parts) <= source.names:
        return True
    if not opens or not (_OPENER.fullmatch(parts[0]) or parts[0] in source.small):
        return False
    return len(run) == 1 or _is_named(run[1:], False, source)
