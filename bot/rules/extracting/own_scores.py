"""Finds the reviewer's own score in running text: never somebody else's, another work's or a part's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from bot.rules.extracting.cleaning import raw_lines
from bot.rules.scores import NOTATION, Score, scale_last, score_of, tidy


@dataclass(frozen=True, slots=True)
class OwnScore:
    """A score that the reviewer gives, the line that says so, and how sure that is (0-1)."""

    score: Score
    words: str
    sure: float


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with what stands over it, and its place from the top."""

    text: str
    above: str
    heading: str
    place: int


_OWN = re.compile(
    r"(?P<qualifier>(?:(?<![\w'&])[\w'&]+\s){0,4})(?<![A-Za-z])"
    r"(?P<label>ratings?|score|grade|verdict|overall|stars|marks|rated?|bottom line|conclusion|"
    r"final thoughts|nota|note|wertung|bewertung|voto|puntuación|calificación)"
    r"\s?(?P<mark>:|-|–|—|=|\||is|was|of)?[\s\[({*_\"']*(?:an?\s)?(?:solid\s)?$",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:imdb|rotten|tomato\w*|metacritic|metascore|cinemascore|letterboxd|rt|users?|viewers?|readers?|"
    r"audiences?|community|public|fans?|average|your|people|critics(?!'? (?:rating|verdict))|"
    r"mpaa|age|aged|certificat\w+|guardian|times|empire|variety|telegraph|ebert|magazine|newspaper|google|"
    r"guides?|aggregat\w+|consensus|elsewhere|amazon|goodreads|trakt|mal|myanimelist|douban|"
    r"allocin\w+|he|she|they)\b",
    re.IGNORECASE,
)
_ONLY_A_PART = re.compile(
    r"\b(?:acting|story|plot|script|screenplay|writing|direction|directing|music|soundtrack|sound|"
    r"audio|video|"
    r"picture|visuals?|effects|cinematography|editing|performances?|cast|characters?|pacing|"
    r"dialogues?|humou?r|"
    r"action|romance|gore|scares?|fun|entertainment|rewatch\w*|replay|extras?|technical|value|animation|"
    r"originality|costumes?|production|atmosphere|ending|first half|second half|episodes?|chapter|part|day|"
    r"week)\b",
    re.IGNORECASE,
)
_ANOTHER_WORK = re.compile(
    r"\b(?:previous|last|original|predecessor|prequel|earlier|other|his|her|their|first|finale)\b",
    re.IGNORECASE,
)
_OVERHEAD = re.compile(
    r"#{1,6}\s.*\b(?:episodes?|chapter|imdb|rotten|metacritic|critics|elsewhere|others?)\b", re.IGNORECASE
)
_SAID_BRIEFLY = re.compile(
    r"(?:(?:so|overall|all in all|and|a|an|it's|it is|that's|this is|i'd say|i say|final|my|for me|"
    r"solid|strong|easy|"
    r"generous|respectable|well-earned|decent|healthy|perfect|weak|low|high|final score)[\s,:]+){0,5}$",
    re.IGNORECASE,
)
_FROM_ME = re.compile(
    r"\s?(?:from|for|by) (?:me|us)\b|\s(?:under|on|in|by) my (?:\w+ )?(?:system|scale|book)\b", re.IGNORECASE
)
_CRITIC_GIVES = re.compile(
    r"^(?!The\b)[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2} (?:awards|gives) (?:\w+ly |just |only |a )?$"
)
_OBJECT = re.compile(r"\s*(?:(?:it|this|that|the|an?|only|just)\b|[A-Z0-9'\"_*]|$)")
_UNCASED_OBJECT = re.compile(r"(?: [\w'&-]+){1,6} an? ")
_UNREAL = re.compile(
    r"\b(?:have (?:given|been|got)|if|can't|cannot|couldn't|wanted|tempted|almost|nearly|hoped|instead|"
    r"rather|not|never|wouldn't|won't|don't|until|used to|might|before)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:(?:i|we)(?:'ll|'d|'m|'re| will| would| am| are| have to| must| can)?(?: \w+ly| going to)? "
    r"(?:give|giving|rate|rating|award|awarding|score|grade|"
    r"gave (?=it|this|the (?:film|movie|show|series|season)))"
    r"|(?:it|this|film|movie|show|series|season)(?: \w+ly)? (?:gets|earns|deserves|merits|scores)"
    r"|^giving (?=it|this))\b(?P<object>[^.!?:;]{0,70})$",
    re.IGNORECASE,
)
_DECORATION = re.compile(r"[^A-Za-z0-9★⭐✭✮🌟☆✩½%]+")
_PROSE_SCALES = frozenset({"4", "5", "6", "8", "10", "20", "100", "letter", "percent"})
_SURE = (0.95, 0.9, 0.8, 0.85, 0.85, 0.75, 0.75, 0.6)
_CONTRADICTED = 0.6
_SHORT_LINE = 60
_LONGEST_HEADLINE = 200
_MOST_IN_A_LINE = 40
_CLAUSE_END = re.compile(r"[.!?;]\s|[|•·]|\((?=[^)]{0,30}\d)")


def find_score(text: str) -> OwnScore | None:
    """The reviewer's own score in running text, or None: better none than somebody else's."""
    ranked: dict[int, list[OwnScore]] = {}
    for line in _lines(text):
        for rank, score in _own_scores(line):
            ranked.setdefault(rank, []).append(OwnScore(score, line.text, _SURE[rank]))
    if not ranked:
        return None
    best = ranked[min(ranked)]
    if any(own.score.value != best[0].score.value for own in best):
        return None
    agreed = all(own.score.value == best[0].score.value for others in ranked.values() for own in others)
    return best[0] if agreed else replace(best[0], sure=min(best[0].sure, _CONTRADICTED))


def possibly_own(text: str, notation: str) -> OwnScore | None:
    """The score that is written so, where the text has it and nowhere as another's, a part's or unreal."""
    wanted = tidy(notation).strip(" .").lower()
    own: OwnScore | None = None
    for line in _lines(text) if len(wanted) > 1 else ():
        for found in islice(NOTATION.finditer(line.text), _MOST_IN_A_LINE):
            score = score_of(found)
            if score is None or score.text.lower() != wanted or score.scale not in _PROSE_SCALES:
                continue
            if _is_of_something_else(line, found):
                return None
            own = own or OwnScore(score, line.text, _CONTRADICTED)
    return own


def _is_of_something_else(line: _Line, found: re.Match[str]) -> bool:
    before, after = _clause(line.text, found)
    return bool(
        _SOMEBODY_ELSE.search(before)
        or _SOMEBODY_ELSE.search(after)
        or _ONLY_A_PART.search(before)
        or _ANOTHER_WORK.search(before)
        or _UNREAL.search(before)
        or _OVERHEAD.match(line.heading)
        or _about_others(line.above)
        or _is_list(line.text)
    )


def _lines(text: str) -> Iterator[_Line]:
    above = heading = ""
    for place, raw in enumerate(line for line in map(tidy, raw_lines(text)) if line):
        line = scale_last(raw)
        if line.startswith("#"):
            heading = line
        yield _Line(line, above, heading, place)
        above = line


def _own_scores(line: _Line) -> Iterator[tuple[int, Score]]:
    notations = (found for found in NOTATION.finditer(line.text) if found[0] != "a")
    matches = list(islice(notations, _MOST_IN_A_LINE + 1))
    if not matches or len(matches) > _MOST_IN_A_LINE:
        return
    stands_alone = len(line.text) <= _LONGEST_HEADLINE and not _DECORATION.sub(
        "", NOTATION.sub("", line.text)
    )
    for found in matches:
        score = score_of(found)
        if score is None or score.scale not in _PROSE_SCALES:
            continue
        before, after = _clause(line.text, found)
        if _SOMEBODY_ELSE.search(before) or _SOMEBODY_ELSE.search(after):
            continue
        rank = _rank(line, found, score, before, stands_alone)
        if rank is not None:
            yield rank, score


def _rank(line: _Line, found: re.Match[str], score: Score, before: str, stands_alone: bool) -> int | None:
    """How plainly the score is the reviewer's own: 0 is plainest, None not at all."""
    behind = line.text[found.end() :]
    starts_a_phrase = len(score.text) == 1 and behind[:2].lstrip()[:1].isalpha()
    rank = None if starts_a_phrase else _labelled(before, score)
    if rank == 1 and (_OVERHEAD.match(line.heading) or _about_others(line.above)):
        return None
    if rank is None and stands_alone:
        rank = None if _OVERHEAD.match(line.heading) else _under(line.above, score)
    if rank is None and _given(before):
        rank = 3
    if rank is None and line.place < 2 and not _is_list(line.text) and _in_headline(line.text, found):
        rank = 4
    if rank is None and _FROM_ME.match(behind) and not _UNREAL.search(before):
        rank = 5
    if rank is None and _said_briefly(line.text, found, score):
        rank = 6
    if rank is None and line.place < 3 and found["stars"] and _CRITIC_GIVES.match(before.lstrip()):
        rank = 7
    return rank


def _is_list(line: str) -> bool:
    """Three scores in a line are of several works, or of parts."""
    return len(list(islice(NOTATION.finditer(line), 3))) > 2


def _about_others(above: str) -> bool:
    is_heading = len(above.split()) <= 5 and above[-1:] not in set(".!?") and ": " not in above
    return is_heading and bool(_SOMEBODY_ELSE.search(above))


def _said_briefly(line: str, found: re.Match[str], score: Score) -> bool:
    """Such as "A solid 7/10." as a line of its own."""
    if len(line) > _SHORT_LINE or score.scale in {"letter", "percent"}:
        return False
    opening, rest = line[: found.start()].strip(" *_#-"), line[found.end() :].strip(" *_.!)")
    return bool(opening) and not rest and bool(_SAID_BRIEFLY.match(f"{opening} "))


def _clause(line: str, found: re.Match[str]) -> tuple[str, str]:
    before = line[max(0, found.start() - 140) : found.start()]
    after = line[found.end() : found.end() + 60]
    return _CLAUSE_END.split(before)[-1], _CLAUSE_END.split(after)[0]


def _labelled(before: str, score: Score) -> int | None:
    """0 for a final or overall score, 1 for any other label of the reviewer's own; None without one."""
    label = _OWN.search(before)
    if label is None or _ONLY_A_PART.search(before[-60:]) or _ANOTHER_WORK.search(before[-60:]):
        return None
    word, mark, qualifier = label["label"].lower(), label["mark"], (label["qualifier"] or "").lower()
    own = re.search(r"\b(?:my|our|final|overall|total)\b", qualifier) or word == "overall"
    starts_here = before.strip(" *_#").lower().startswith((qualifier + word).strip())
    if mark in {"is", "was", "of"} or not (mark or starts_here):
        starts_here = False
    if not (own or starts_here):
        return None
    if score.scale == "letter" and len(score.text) == 1 and (word == "rated" or not (word == "grade" or own)):
        return None  # "Rated A" and "Rating: A" are age certificates
    return 0 if own else 1


def _under(above: str, score: Score) -> int | None:
    is_label = len(above.split()) <= 5 and above[-1:] not in set(".!?")
    if is_label and (_SOMEBODY_ELSE.search(above) or _ONLY_A_PART.search(above)):
        return None
    label = None if NOTATION.search(above) else _labelled(f"{above.rstrip(':')}:", score)
    if label is not None:
        return label
    if score.scale in {"percent", "100"} or (score.scale == "letter" and len(score.text) == 1):
        return None
    return 2


def _given(before: str) -> bool:
    gives = _GIVES.search(before)
    if gives is None or _UNREAL.search(before):
        return False
    given_to = gives["object"]
    elsewhere = _ONLY_A_PART.search(given_to) or _ANOTHER_WORK.search(given_to)
    to_a_name = _OBJECT.match(given_to) or (before.islower() and _UNCASED_OBJECT.fullmatch(given_to))
    return bool(to_a_name) and not elsewhere


def _in_headline(line: str, found: re.Match[str]) -> bool:
    """At the very start or end of a headline, as glyphs or set off by a bracket, a colon or a dash."""
    if len(line) > _LONGEST_HEADLINE:
        return False
    before, after = line[: found.start()].rstrip(), line[found.end() :].strip(" )]")
    if found["letter"] or found["percent"] or found["stars"] or _ONLY_A_PART.search(before):
        return False
    if before in {"", "[", "("}:
        return bool(found["run"]) or line[found.end() :].lstrip()[:1] in tuple("])-–:|")
    return not after and (bool(found["run"]) or before[-1] in "[(:–—-|")
