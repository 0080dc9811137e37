"""Finds the reviewer's own score in a text: never somebody else's, another work's or a part's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from bot.rules.extracting.hidden_name import is_hidden_name, with_name, without_name
from bot.rules.extracting.labels import names_genres
from bot.rules.extracting.loaded_words import loads
from bot.rules.extracting.score_labels import labelled
from bot.rules.extracting.score_places import (
    LONGEST_HEADLINE,
    Line,
    Place,
    count_scores,
    is_list,
    score_lines,
    score_places,
)
from bot.rules.extracting.score_signs import Sign
from bot.rules.extracting.spoken_scores import FROM_ME, spoken_sign
from bot.rules.extracting.whose_scores import (
    is_elsewhere,
    is_others,
    is_quoted,
    is_unreal,
    names_others,
    names_part,
)
from bot.rules.scores import NOTATION, Score, tidy


@dataclass(frozen=True, slots=True)
class OwnScore:
    """A score that the reviewer gives, the line that says so, and how sure that is (0-1)."""

    score: Score
    words: str
    sure: float


_OVERHEAD = re.compile(
    r"#{1,6}\s.*\b(?:episodes?|chapter|imdb|rotten|metacritic|critics|elsewhere|others?)\b", re.IGNORECASE
)
_DECORATION = re.compile(r"(?:[^\w★⭐✭✮🌟☆✩½%]|_)+")
# A sign or row of stars that only goes before the number, and the word behind it.
_ORNAMENT = re.compile(
    r"[★⭐🌟☆✩½ ]{0,20}[★⭐🌟☆✩](?=\s?\d{1,3}(?:[.,]\d)?\s?(?:/|out\b))|(?<=[★⭐])\sstars?\b", re.IGNORECASE
)
_ONE_WORD = re.compile(r"[\W_]*(?P<word>[A-Za-z]+)[\s*_!.,–—-]*")
_CONTRADICTED = _SUPPOSED = 0.6
_HEADER = 6
_ONE_LETTER = re.compile(r"[*_\s]*[(\[]?[*_]*[SABCDF][*_]*[)\]]?[*_\s]*")
_SEEN = re.compile(r"\b(?:reviewed|watched|seen|graded)\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(
    r"[\W_]*(?P<name>[A-Z0-9][^:–—|(=\[]{2,60}?)(?:\s\((?:19|20)\d\d\))?\s?[:–—|(,=\[-]?[*_\s]*"
)
_SENTENCE_END = re.compile(r"[.!?][)*_]*\s")
_LEAD = re.compile(
    r"^(?:(?:[a-z]\w*|So|And|Now|Overall|Verdict|Film|Movie|DVD|TV|Series|Show)[:,]"
    r"|(?:.*\s)?(?:I|[Ww]e)(?: [\w']+){0,3} (?:watched|saw|seen|finished))\s"
)
_NUMBERED = r"(?!\w|:?\s(?:\d{1,2}|[ivx]{1,4})\b)"  # "Low Tide" is not "Low Tide 2"
_NAME_STARTS = r"(?:^|[:–—|(/,\"]\s?|\s-\s|\breview of\s)"
_NAME_ENDS = r"(?=\s?(?:$|[^\w\s:]|review\b|film\b|movie\b|season\b|series\b|(?:19|20)\d\d\b))"
_FOOTNOTE = re.compile(r"^\(\*{1,3}\)\s")
_SHORTEST_NAME, _SHORTEST_END = 3, 5
_CLOSED = ")]*_\"' "
_SHORT_ASIDE = re.compile(r"\)?\s?[*_]*(?:$|[.!]|\([^()]{1,60}\)[.!]?$)")
_YEAR_LAST = re.compile(r"[(\[](?:19|20)\d\d[)\]],?$")
_REVIEW = re.compile(r"\breview\W{0,3}$|^(?:(?:film|movie|series|tv|show) )?review\s?[:–-]", re.IGNORECASE)
_TITLE_LINE, _FIRST_OF_TEXT = 120, 2
_MOST_IN_A_LINE, _HALF_A_STAR = 40, 10


def find_score(text: str, name: str = "") -> OwnScore | None:
    """The reviewer's own score in running text about a work of this name, or None: better none than
    somebody else's."""
    found: dict[Sign, list[OwnScore]] = {}
    for line in score_lines(without_name(text, name)):
        for sign, score in _own_scores(line):
            sure = min(sign.sure, _SUPPOSED) if line.is_supposed else sign.sure
            found.setdefault(sign, []).append(OwnScore(score, with_name(line.text, name), sure))
    if not found:
        return None
    best = _finest(found[min(found)])
    if any(own.score.value != best[0].score.value for own in best):
        return None
    agreed = all(own.score.value == best[0].score.value for others in found.values() for own in others)
    return best[0] if agreed else replace(best[0], sure=min(best[0].sure, _CONTRADICTED))


def _finest(best: list[OwnScore]) -> list[OwnScore]:
    """The scores by number where letters or rows of stars, coarser, stand beside them for the same."""
    numbers = [own for own in best if own.score.text[0].isdigit()]
    if not numbers or any(_differs(own.score, numbers[0].score) for own in best if own not in numbers):
        return [own for own in best if own.score.scale != "letter"] or best
    return numbers


def _differs(coarse: Score, number: Score) -> bool:
    return coarse.scale != "letter" and abs(coarse.value - number.value) > _HALF_A_STAR


def possibly_own(text: str, notation: str, name: str) -> OwnScore | None:
    """The score that is written so, where the text has it and nowhere as another's, a part's or unreal."""
    wanted = tidy(notation).strip(" .").lower()
    own: OwnScore | None = None
    for line in score_lines(without_name(text, name)) if len(wanted) > 1 else ():
        for place in islice(score_places(line), _MOST_IN_A_LINE):
            if place.score.text.lower() != wanted:
                continue
            if _is_of_something_else(place):
                return None
            own = own or OwnScore(place.score, with_name(line.text, name), _CONTRADICTED)
    return own


def _is_of_something_else(place: Place) -> bool:
    return bool(
        is_others(place.before, place.behind)
        or is_elsewhere(place.before)
        or is_unreal(place.said, place.behind)
        or _OVERHEAD.match(place.line.heading)
        or _about_others(place.line.above)
        or is_list(place.line.text)
    )


def _own_scores(line: Line) -> Iterator[tuple[Sign, Score]]:
    places = list(islice(score_places(line), _MOST_IN_A_LINE + 1))
    if len(places) > _MOST_IN_A_LINE:
        return
    for place in places:
        whose = place.said if FROM_ME.match(place.behind.lstrip("*_")) else place.before
        if is_others(whose, place.behind) or is_quoted(line.text[: place.found.start()], place.behind):
            continue
        sign = _sign(place)
        if sign is not None:
            yield sign, place.score


def _sign(place: Place) -> Sign | None:
    """What shows that the score is the reviewer's own; None where nothing does."""
    line = place.line
    starts_a_phrase = len(place.score.text) == 1 and place.behind[:2].lstrip()[:1].isalpha()
    label = None if starts_a_phrase else labelled(place.before, place.score, place.behind)
    if label is not None:
        others = label == Sign.LABEL and (_OVERHEAD.match(line.heading) or _about_others(line.above))
        return None if others or is_unreal(place.said, place.behind) else label
    if _closes(place):
        return Sign.LAST_OR_LONE_LETTER
    if _stands_alone(line.text) or _behind_praise(place):
        if _OVERHEAD.match(line.heading):
            return None
        under = _under(line.above, place.score)
        return Sign.LAST_OR_LONE_LETTER if under is None and _is_lone_letter(line) else under
    if line.place < 2 and not is_list(line.text) and _in_headline(place):
        return Sign.HEADLINE
    spoken = spoken_sign(place)
    if spoken is None and (_among_tags(place) or _behind_the_name(place)):
        return Sign.BESIDE_THE_NAME
    return spoken


def _stands_alone(line: str) -> bool:
    if len(line) > LONGEST_HEADLINE:
        return False
    return not _DECORATION.sub("", NOTATION.sub("", _ORNAMENT.sub("", line)))


def _behind_praise(place: Place) -> bool:
    """Whether the line is one word that praises or blames, and a row of stars: "Great ★★★★"."""
    praised = _ONE_WORD.fullmatch(place.line.text[: place.found.start()])
    is_row = place.found["run"] is not None and not place.behind.strip(" *_")
    return is_row and praised is not None and praised["word"].lower() in loads()


def _closes(place: Place) -> bool:
    """Whether it is an emphasised percentage that the whole text ends with, by itself."""
    line, found = place.line, place.found
    behind = line.text[found.end() :]
    if not found["percent"] or behind[:1] not in {"*", "_"} or behind.strip(" *_"):
        return False
    before = line.text[: found.start()].strip(" *_")
    is_last = not line.below or line.below[0] in "(["
    return is_last and before[-1:] in {"", ".", "!"} and not (before == "" and _about_others(line.above))


def _about_others(above: str) -> bool:
    is_heading = len(above.split()) <= 5 and above[-1:] not in set(".!?") and ": " not in above
    return is_heading and names_others(above)


def _under(above: str, score: Score) -> Sign | None:
    is_label = len(above.split()) <= 5 and above.rstrip(_CLOSED)[-1:] not in set(".!?")
    if is_label and (names_others(above) or (names_part(above) and not names_genres(above))):
        return None
    label = None if NOTATION.search(above) else labelled(f"{above.rstrip(':?')}:", score)
    if label is not None:
        return label
    if score.scale == "percent" or (score.scale == "letter" and len(score.text) == 1):
        return None
    return Sign.LINE_OF_ITS_OWN


def _is_lone_letter(line: Line) -> bool:
    """Such as "B" under the headline or at the very end: neither a large first letter nor initials."""
    if not _ONE_LETTER.fullmatch(line.text) or names_others(line.above) or line.above[-1:] == ":":
        return False
    in_header = line.place < _HEADER and line.above[-1:] != "." and line.below[:1].isupper()
    return in_header or not line.below


def _among_tags(place: Place) -> bool:
    """Whether it has a field of its own in a line near the top: "2019 | 102 min | B+", "Crime Drama 4 ★"."""
    line, found = place.line, place.found
    if line.place >= _HEADER or len(line.text) > LONGEST_HEADLINE or found["percent"] or is_list(line.text):
        return False
    before, behind = line.text[: found.start()].rstrip(" *_"), line.text[found.end() :].strip(" *_")
    if names_genres(before):
        return not behind
    if names_others(line.text) or is_elsewhere(place.before):
        return False
    if len(place.score.text) == 1 and not _SEEN.search(before):
        return False  # "Hindi | A | 2 h" is an age certificate
    in_commas = found["run"] or line.text.startswith(("Tags", "#"))
    fields = set("|·•,") if in_commas else set("|·•")
    return bool(before) and before[-1] in fields and (not behind or behind[0] in fields)


def _behind_the_name(place: Place) -> bool:
    """Such as "Low Tide: 4/5" or "Loved it. Low Tide (4/5)." where the headline has that name."""
    line, before = place.line, place.line.text[: place.found.start()]
    if place.found["percent"] or len(place.score.text) == 1 or not line.place or _is_in_a_list(line, before):
        return False
    if names_others(before) or names_part(place.before) or is_unreal(place.said, place.behind):
        return False
    named = None if place.behind.strip(" *_.!)]") else _NAME_BEFORE.fullmatch(before)
    if named and _heads(_plain(named), line):
        return True
    clause = _SENTENCE_END.split(before)[-1]
    named = _NAME_BEFORE.fullmatch(_LEAD.sub("", clause))
    is_its = named and (is_hidden_name(_plain(named)) or _is_headline(_plain(named), line))
    return bool(is_its and _SHORT_ASIDE.match(place.behind))


def _is_in_a_list(line: Line, before: str) -> bool:
    """Whether there are other scores before it in its line, or in a short line beside it."""
    beside = [
        _FOOTNOTE.sub("", other) for other in (line.above, line.below) if len(other) <= LONGEST_HEADLINE
    ]
    return any(map(count_scores, (before, *beside)))


def _plain(named: re.Match[str]) -> str:
    return named["name"].strip(" *_-,").lower()


def _heads(name: str, line: Line) -> bool:
    """Whether the text opens with the name, or the headline is its end: "Film: Tide" over "Low Tide"."""
    if is_hidden_name(name):
        return True
    if line.place >= _FIRST_OF_TEXT:
        opening = line.opening[:_TITLE_LINE]
        return len(name) > _SHORTEST_NAME and bool(re.search(rf"\b{re.escape(name)}{_NUMBERED}", opening))
    last = line.headline.rpartition(": ")[2]
    return _is_headline(name, line) or (len(last) > _SHORTEST_END and name.endswith(f" {last}"))


def _is_headline(name: str, line: Line) -> bool:
    """Whether the name is the headline, or a whole part of it: "Tide" is none of "Low Tide" or "Tide 2"."""
    whole = rf"{_NAME_STARTS}{re.escape(name)}{_NUMBERED}{_NAME_ENDS}"
    return len(name) > _SHORTEST_NAME and bool(re.search(whole, line.headline[:_TITLE_LINE]))


def _in_headline(place: Place) -> bool:
    """At the very start or end of a headline, as glyphs or set off by a bracket, a colon or a dash."""
    line, found = place.line.text, place.found
    if len(line) > LONGEST_HEADLINE or found["percent"] or is_elsewhere(line[: found.start()]):
        return False
    before, after = line[: found.start()].rstrip(), line[found.end() :].strip(" )]")
    if (found["letter"] and len(place.score.text) == 1) or count_scores(before) or names_others(before):
        return False
    if before in {"", "[", "("}:
        plain = not (found["letter"] or found["stars"])
        return plain and (len(found["run"] or "") > 1 or line[found.end() :].lstrip()[:1] in tuple("])-–:|"))
    counted = found["amount"] or found["stars"]
    if counted and before[-1] == "{" and line[found.end() :].lstrip()[:1] == "}":
        return True
    says_so = before[-1] == "," and (found["stars"] or "out of" in found[0] or "review" in line.lower())
    says_so = says_so or bool(counted and line[: found.start()][-1] == " " and _REVIEW.search(before))
    return not after and bool(found["run"] or before[-1] in "[(:–—-|" or says_so or _YEAR_LAST.search(before))
