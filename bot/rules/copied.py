"""Tells whether words that somebody copied from an article are there what they are given as."""

import re

from bot.rules.drafts import Draft
from bot.rules.extracting.cleaning import Article
from bot.rules.extracting.labels import find_genres
from bot.rules.slugs import slug
from bot.rules.sources import Source, folded, spaced

_LABEL = re.compile(
    r"(?:(?:an? )?review(?:ed)?(?: by)?|words(?: by)?|text(?: by)?|posted by|author|critic|by|von|par|por|di)"
)
_LINES_OF_A_BYLINE, _WORDS_OF_A_BYLINE = 3, 9
_TO_BE_SEEN = re.compile(
    r"\b(?:stream\w*|watch\w*|available|air(?:s|ed|ing)?|out|now|premier\w*|land(?:s|ed)|arriv\w*|see it|"
    r"rent|play(?:s|ing)|show(?:s|n|ing)|releas\w+|opens?|original)\b"
)
_LIKENED = re.compile(
    r"\b(?:like[ds]?|unlike|remind\w*|recall\w*|echo\w*|evok\w*|akin|similar\w*|reminiscent|compar\w+|fans?|lovers|"
    r"admirers|vein|spirit|tradition|mou?ld|shades|than|meets|cousin|sibling|sequel|successor|remake|since|as|"
    r"homages?|nods?|tributes?|loved|enjoyed)\b"
)


def is_borne_out(field: str, words: str, draft: Draft, source: Source) -> bool:
    """Whether the article has these very words, gives nothing away by them, and says them of this field."""
    if not (source.has(words) and source.is_safe(words)):
        return False
    match field:
        case "author":
            return _is_byline(spaced(folded(words)), source)
        case "platform":
            return _is_shown_on(spaced(folded(words)), source)
        case "comparables":
            return _is_likened(words, draft, source)
        case "genres":
            return bool(find_genres(Article((f"A {words} film.",)), ()))
    return source.means(words)


def _is_byline(name: str, source: Source) -> bool:
    """Whether a short line names them as the writer, or has nothing but the name and stands first or last."""
    lines = [line for line in (spaced(folded(line)) for line in source.text.splitlines()) if line]
    edge = {*lines[:_LINES_OF_A_BYLINE], *lines[-_LINES_OF_A_BYLINE:]}
    labelled = re.compile(rf"{_LABEL.pattern} {re.escape(name)}\b")
    return name in edge or any(
        labelled.match(line) for line in lines if len(line.split()) <= _WORDS_OF_A_BYLINE
    )


def _is_shown_on(name: str, source: Source) -> bool:
    name = re.escape(name)
    shown = re.compile(rf"\b(?:(?:on|in|at|to|via|from|through) (?:the )?{name}|{name} original)\b")
    return any(_TO_BE_SEEN.search(each.folded) and shown.search(each.folded) for each in source.sentences)


def _is_likened(name: str, draft: Draft, source: Source) -> bool:
    """Whether a sentence sets this work beside the article's own; the people who made it are no works."""
    people = {slug(each) for credit in draft.people for each in (credit.name, credit.character)}
    if not name[:1].isupper() or slug(name) in {slug(draft.title), *people}:
        return False
    plain = f" {spaced(folded(name))} "
    said = (each.folded for each in source.sentences if plain in f" {each.folded} ")
    return any(_LIKENED.search(each) for each in said)
