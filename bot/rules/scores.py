"""Reads a reviewer's score: as a notation that stands alone, or out of running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from storage import Verdict


@dataclass(frozen=True, slots=True)
class Score:
    """A score as written, as 0-100, and its scale: "4", "5", "10", "100", "letter", "percent" ..."""

    text: str
    value: float
    scale: str


_LETTERS = {
    "A+": 100, "A": 100, "A-": 91, "B+": 83, "B": 75, "B-": 67, "C+": 58, "C": 50, "C-": 42,
    "D+": 33, "D": 25, "D-": 17, "F+": 8, "F": 0, "F-": 0,
}  # fmt: skip
_NUMBERS = {
    "half": 0.5, "no": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "a hundred": 100, "one hundred": 100,
}  # fmt: skip
_SCALES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100})
_PROSE_SCALES = frozenset({"4", "5", "6", "8", "10", "100", "letter", "percent"})

_FULL, _BLANK = "★⭐✭✮🌟", "☆✩"
_DIGITS = r"\d{1,3}(?:[.,]\d{1,2})?"
_WORD = r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)"
_HALF = r"(?:\s?½|\s1/2(?![\d/])|[\s-]and[\s-]a[\s-]half)"
_AMOUNT = rf"(?:(?:{_DIGITS}|{_WORD}){_HALF}?|½|half(?=\sa\sstar|\sstars?)|no(?=\sstars?))"
_SCALE = r"(?:\d{1,3}(?:\.0{1,2})?|four|five|six|eight|ten|(?:a|one)\shundred|[*★⭐]{3,10}+)"
_STARS = r"(?:[\s-](?:a\s)?stars?\b)"
_FROM = r"(?:0|1|zero|one)\s?(?:to|-|–)\s?"
_OVER = rf"(?:\s?/\s?|\s\(?out\sof\s|\son\s(?:a|the|my)\s(?:scale\s(?:of|from)\s)?{_FROM})"
_NOTATION = re.compile(
    rf"""(?<![A-Za-z0-9./,$€£#-])(?:
      (?P<amount>{_AMOUNT}){_STARS}?{_OVER}(?P<scale>{_SCALE}){_STARS}?(?![\dA-Za-z/%])
    | (?P<stars>{_AMOUNT}){_STARS}
    | (?P<percent>\d{{1,3}}(?:\.\d{{1,2}})?)\s?(?:%|per\s?cent\b)
    | (?P<letter>[ABCDF](?:\s?[+−–-](?![A-Za-z0-9])|\s(?:plus|minus)\b)?)(?![A-Za-z0-9'/&+-]|\.\w)
    )
    | (?<![*★⭐✭✮🌟☆✩])(?P<run>[*★⭐✭✮🌟☆✩](?:\s?[*★⭐✭✮🌟☆✩])*+)(?P<half>\s?½|\s?1/2)?
      (?!\s?\d)(?:\s?\(?(?:/\s?|(?:out\s)?of\s)(?P<run_scale>{_SCALE})\)?)?""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_SCALE_FIRST = re.compile(
    rf"(?:\bon\sa\sscale\s(?:of|from)\s{_FROM}(?P<scale>{_SCALE})\b"
    rf"|\((?:out\sof\s|{_FROM})(?P<bracketed>{_SCALE})(?:\sstars)?\)(?=:|\s-))"
    rf"(?P<between>[^.!?;]{{0,60}}?)(?P<amount>\b{_AMOUNT}|[*★]{{1,5}})(?![\w/])",
    re.IGNORECASE | re.ASCII,
)

_OWN = re.compile(
    r"(?P<qualifier>(?:(?<![\w'&])[\w'&]+\s){0,4})(?<![A-Za-z])"
    r"(?P<label>ratings?|score|grade|verdict|overall|stars|marks|rated?|bottom line|conclusion|"
    r"final thoughts)"
    r"\s?(?P<mark>:|-|–|—|=|\||is|was|of)?[\s\[({*_\"']*(?:an?\s)?(?:solid\s)?$",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:imdb|rotten|tomato\w*|metacritic|metascore|cinemascore|letterboxd|rt|users?|viewers?|readers?|"
    r"audiences?|community|public|fans?|average|your|people|critics(?!'? (?:rating|verdict))|"
    r"mpaa|age|aged|certificat\w+|guardian|times|empire|variety|telegraph|ebert|magazine|newspaper|google)\b",
    re.IGNORECASE,
)
_ONLY_A_PART = re.compile(
    r"\b(?:acting|story|plot|script|screenplay|writing|direction|directing|music|soundtrack|sound|audio|video|"
    r"picture|visuals?|effects|cinematography|editing|performances?|cast|characters?|pacing|dialogues?|humou?r|"
    r"action|romance|gore|scares?|fun|entertainment|rewatch\w*|replay|extras?|technical|value|animation|"
    r"originality|costumes?|production|atmosphere|ending|first half|second half|episodes?|chapter|part|day|"
    r"week)\b",
    re.IGNORECASE,
)
_ANOTHER_WORK = re.compile(
    r"\b(?:previous|last|original|predecessor|prequel|earlier|other|his|her|their|first|finale)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\s*(?:(?:it|this|that|the|an?|only|just)\b|[A-Z0-9'\"_*]|$)")
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
_LONGEST_HEADLINE = 200
_MOST_IN_A_LINE = 40
_CLAUSE_END = re.compile(r"[.!?;]\s|[|•·]|\((?=[^)]{0,30}\d)")


def parse_score(text: str) -> Score | None:
    """The score of a notation that stands alone, such as "3.5/4", "B+" or "★★★½"; None where it is none."""
    text = _tidy(text)
    found = _NOTATION.match(text)
    if found is None:
        return None
    rest = text[found.end() :].strip()
    needs_all = found["letter"] or found["percent"]
    if rest and needs_all and rest[0] != "(":
        return None
    return _score(found)


def find_score(text: str) -> Score | None:
    """The reviewer's own score in running text, or None: better none than somebody else's."""
    lines = [_scale_last(line) for line in map(_tidy, text.splitlines()) if line]
    ranked: dict[int, list[Score]] = {}
    for index, line in enumerate(lines):
        for rank, score in _own_scores(line, lines[index - 1] if index else "", headline=index < 2):
            ranked.setdefault(rank, []).append(score)
    if not ranked:
        return None
    best = ranked[min(ranked)]
    return best[0] if all(score.value == best[0].value for score in best) else None


def verdict_for(score: Score) -> Verdict:
    """What the score recommends; critics mean different things by the same share of different scales."""
    watch, maybe = {
        "4": (75.0, 62.5),
        "5": (60.0, 60.0),
        "10": (70.0, 60.0),
        "letter": (67.0, 67.0),
    }.get(score.scale, (65.0, 57.0))
    if score.value >= watch:
        return "watch"
    return "maybe" if score.value >= maybe else "skip"


def _tidy(text: str) -> str:
    text = text.replace("\ufe0f", "").replace("’", "'").replace("‘", "'")
    return " ".join(text.split())


def _scale_last(line: str) -> str:
    """Turns "on a scale of 1 to 10, I give it a 7" into ", I give it a 7/10"."""
    return _SCALE_FIRST.sub(
        lambda found: f"{found['between']}{found['amount']}/{found['scale'] or found['bracketed']}", line
    )


def _score(found: re.Match[str]) -> Score | None:
    text = found[0].strip()
    if letter := found["letter"]:
        grade = letter.replace(" plus", "+").replace(" minus", "-").replace("−", "-").replace("–", "-")
        grade = grade.replace(" ", "")
        return Score(text, float(_LETTERS[grade]), "letter") if grade in _LETTERS else None
    if percent := found["percent"]:
        return Score(text, float(percent), "percent") if float(percent) <= 100 else None
    if found["run"]:
        return _star_run(found)
    amount = _number(found["amount"] or found["stars"])
    scale = _scale(found["scale"]) if found["scale"] else 5
    if scale not in _SCALES or amount > scale:
        return None
    return Score(text, round(100 * amount / scale, 2), str(scale))


def _star_run(found: re.Match[str]) -> Score | None:
    run = found["run"]
    full = sum(run.count(mark) for mark in _FULL + "*")
    blank = sum(run.count(mark) for mark in _BLANK)
    half = 0.5 if found["half"] else 0.0
    scale = 5
    if found["run_scale"]:
        scale = _scale(found["run_scale"])
    elif blank:
        scale = full + blank + (1 if half else 0)
    elif "*" in run and not half:
        return None  # a rule between two sections, or emphasis
    if scale not in _SCALES or full + half > scale:
        return None
    return Score(found[0].strip(), round(100 * (full + half) / scale, 2), str(scale))


def _number(text: str) -> float:
    text = text.lower().replace("-", " ").replace(",", ".")
    whole = re.sub(r"\s?½$|\s1/2$| and a half$", "", text)
    half = 0.5 if whole != text else 0.0
    if not whole:
        return half
    return half + (_NUMBERS[whole] if whole in _NUMBERS else float(whole))


def _scale(text: str) -> int:
    text = text.lower()
    if text[0] in "*" + _FULL:
        return len(text)
    return int(_NUMBERS[text] if text in _NUMBERS else float(text))


def _own_scores(line: str, above: str, *, headline: bool) -> Iterator[tuple[int, Score]]:
    matches = list(islice(_NOTATION.finditer(line), _MOST_IN_A_LINE + 1))
    if not matches or len(matches) > _MOST_IN_A_LINE:
        return
    stands_alone = not _DECORATION.sub("", _NOTATION.sub("", line))
    for found in matches:
        score = _score(found)
        if score is None or score.scale not in _PROSE_SCALES:
            continue
        before, after = _clause(line, found)
        if _SOMEBODY_ELSE.search(before) or _SOMEBODY_ELSE.search(after):
            continue
        starts_a_phrase = len(score.text) == 1 and line[found.end() : found.end() + 2].lstrip()[:1].isalpha()
        rank = None if starts_a_phrase else _labelled(before, score)
        if rank is None and stands_alone:
            rank = _under(above, score)
        if rank is None and _given(before):
            rank = 3
        if rank is None and headline and _in_headline(line, found):
            rank = 4
        if rank is not None:
            yield rank, score


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
    label = None if _NOTATION.search(above) else _labelled(f"{above.rstrip(':')}:", score)
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
    return bool(_OBJECT.match(given_to)) and not elsewhere


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
