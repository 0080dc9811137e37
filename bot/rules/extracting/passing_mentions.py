"""The work's name where no headline gives it: in the note at the end, in a caption, or said in passing."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from bot.rules.extracting.cleaning import Article, words
from bot.rules.extracting.headlines import OF_SOMEBODY, is_spoken
from bot.rules.extracting.introductions import is_person
from bot.rules.extracting.names import TITLE, quoted_names
from bot.rules.extracting.possible_titles import is_possible, mentions_of

_PERSON = r"[A-Z][\w'.-]{1,30}(?:\s[A-Z][\w'.-]{1,30}){1,2}"
# "The Quiet Quay is in cinemas now", "Verdict: The Quiet Quay earns its tears".
_CLOSING = re.compile(
    rf"(?:^|[.!?]['\"]?\s)['\"]?(?P<title>{TITLE})['\"]?(?:\s\([^()]{{1,40}}\))?"
    r"(?:\sis\s(?:(?:now|currently|out|available|streaming|playing|showing|screening)\s){1,2}"
    r"|\sis\s(?:in\s(?:cinemas|theat|select)|on\s(?=(?:Netflix|Prime|Disney|Hulu|HBO|BBC|ITV|Apple|Amazon)))"
    r"|\s(?:opens|premieres|airs|streams|screens)\s(?:on|in|at|this|next|today|tomorrow|nationwide|\w+day)\b"
    r"|\s(?:hits\s(?:cinemas|theat)|(?:gets|receives|earns)\s(?:an?|my|\w+\sstars?|\d)|"
    r"will\sbe\s(?:released|shown|available|in))\b"
    r"|,?\s(?:is\s)?rated\s|\.\sDirected\sby\b)"
)
_VERDICT = re.compile(
    r"(?:final\s|my\s|the\s)?(?:verdict|bottom\sline|conclusion|overall|in\sshort|all\sin\sall)\s?[:,–-]\s",
    re.IGNORECASE,
)
_VERDICT_OF = re.compile(rf"['\"]?(?P<title>{TITLE})['\"]?\s[a-z]")
_CAPTION = re.compile(
    rf"(?:(?:[Aa]\s)?(?:[Ss]cene|[Ss]till|[Ss]hot|[Mm]oment)\s(?:from|in)|[Pp]oster\s(?:for|of)|[Tt]he\scast\sof|"
    rf"{_PERSON}(?:(?:,|\sand|,\sand)\s{_PERSON}){{0,2}}\s(?:\([a-z]+\)\s)?(?:[a-z]+\s|as\s[^.!?]{{2,30}}?\s)?in)\s"
    rf"['\"]?(?P<title>{TITLE})"
)
_OPENING = re.compile(
    r"(?:When|After|While|Since|As|If|But|And|So|Although|Though|Because|With|In|Like|For|Now|Yesterday|Today|"
    r"Watching|Maybe|Perhaps|Once|Before|Until|At|On|From|To|That|This|Then|Even|Where|Yes|No|Oh|Well|Is|Was|Does)"
    r"\s(?=[A-Z0-9])"
)
_BESIDE = re.compile(
    r"\b(?:fans?\sof|(?<!to\s)(?<!I\s)(?<!title\s)(?<!name\s)(?:un)?like|than|since|after|(?:makers?|directors?|creators?|writers?|stars?|team|people|days)"
    r"\s(?:of|behind)|reminiscent\sof|similar\sto|compar\w+\s(?:to|with)|(?:better|good|great|bad|best)\sin|having\s(?:loved|seen|liked|enjoyed)|if\syou\s(?:liked?|loved?|enjoyed)|"
    r"known\s(?:for|from)|such\sas|remind\w*\s(?:me|us|one|you)\sof|cross\sbetween|meets|with\sshades\sof|echoes\sof)"
    r"\s(?:the\s|both\s)?$",
    re.IGNORECASE,
)
_ROW = re.compile(r",?\s(?:and|or|&)\s|,\s")
_LIKED = re.compile(
    r"\b(?:to\slike|lov(?:e[ds]?|ing)|hat(?:e[ds]?|ing)|enjoy(?:ed|ing)?|about|finish(?:ed|ing)?|recommend|going\son\sin|[Ss]ee|[Ww]atch|[Ss]kip|[Ss]tream|"
    r"so\sto|hopes\sfor|minutes\s(?:of|into|in)|(?:end|ending|start|title|seasons?|episodes?)\s(?:of|like))\s['\"]?$"
)
# What is said of a film and not of somebody in it.
_OF_A_THING = re.compile(
    r"['\"]?\s(?:[a-z']+\s){1,5}its\b|['\"]?\s(?:lacks|suffers|boasts|drags|clocks\sin|plays\slike|feels\s(?:like|rushed|long)|"
    r"looks\s(?:great|gorgeous|good|cheap)|works\s(?:best|as|because)|is\s(?:set|shot|rated|directed|written|based|"
    r"about|full\sof|packed|streaming|worth|well\s(?:made|shot|acted))|has\s(?:its|plenty|everything|none))\b"
)
_RATED = re.compile(
    r"\b(?:giv(?:e|ing)|gave|[Rr]at(?:e|ing)|award(?:ed)?|(?:[Rr]ating|[Ss]core|[Gg]rade)\s(?:for|of))\s['\"]?"
    r"(?P<title>[A-Z][^.!?:\d\"]{1,60}?)['\"]?(?:\s?[:–-])?\s(?:an?\s)?(?:(?:solid|strong|weak|perfect|full|rating\sof|score\sof)\s)?"
    r"(?=\d|[A-F][+-]?(?:[.\s]|$)|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_LIKE_A_PERSONS = re.compile(r"(?!The\s)[A-Z][\w'.-]+(?:\s[A-Z][\w'.-]+){0,2}")
_SHOWN = r"(?i:\b(?:netflix|cinemas?|prime|hulu|hbo|bbc|disney|(?:19|20)\d\d)\b)"
# A person with the works or the part in brackets: "Otto Marsh (Low Tide, The Quay)".
_CAST = re.compile(rf"(?!The\s){_PERSON}\s\((?![^()]{{0,80}}{_SHOWN})[A-Z][^()]{{1,80}}\)")
_NAME = re.compile(rf"(?<!\w)(?<!\w'){TITLE}")
_WITH_SMALL_WORDS = re.compile(r"(?:The|A|An)\s|.*\s(?:of|the|and|in|to|for|a|an|with|on)\s")
_IN_BRACKETS_ITS_PLACE = re.compile(rf"['\"]?\s\([^()]{{0,80}}{_SHOWN}")
_FIRST_LINES, _LAST_LINES, _LONGEST_LINE, _LONGEST_CAPTION, _MOST = 12, 4, 1200, 15, 120
_CAPTION_SAYS, _CLOSING_SAYS = 1.8, 2.2


def told_at_the_end(article: Article) -> Iterator[tuple[str, float]]:
    """Names in a closing note or verdict, and below pictures, with how plainly (up to 2.2)."""
    for line in article.lines[-_LAST_LINES:]:
        line = line[:_LONGEST_LINE]
        yield from ((found["title"], _CLOSING_SAYS) for found in _RATED.finditer(line))
        yield from ((OF_SOMEBODY.sub("", found["title"]), _CLOSING_SAYS) for found in _CLOSING.finditer(line))
        if verdict := _VERDICT.match(line):
            found = _VERDICT_OF.match(line, verdict.end())
            yield from ((found["title"], _CLOSING_SAYS) for found in (found,) if found)
    for line in article.lines[:_FIRST_LINES]:
        if words(line) <= _LONGEST_CAPTION and (caption := _CAPTION.match(line)):
            yield caption["title"], _CAPTION_SAYS


def is_beside(line: str, place: int) -> bool:
    """Whether the name at that place is set beside the work, as after "fans of"."""
    return bool(_BESIDE.search(line[max(0, place - 40) : place].rstrip("'\"")))


def is_somebody(name: str, article: Article) -> bool:
    """Whether the name is like a person's, and the text speaks of it so."""
    told = article.text if article.lines[0].startswith(name) else article.body
    return is_like_a_persons(name) and is_person(name, told)


def is_like_a_persons(name: str) -> bool:
    """Whether the name could be a person's: up to three words with capitals, without an article."""
    return bool(_LIKE_A_PERSONS.fullmatch(name))


def without_opening(name: str) -> str:
    """The name without a first word that is only capital because the sentence begins there."""
    return _OPENING.sub("", name, count=1) if _OPENING.match(name) else name


def beside(line: str) -> frozenset[str]:
    """The quoted names that the line sets beside the work: "fans of 'Low Tide' and 'The Quay'"."""
    found, end, was_beside = set(), 0, False
    for place, name in quoted_names(line):
        was_beside = is_beside(line, place) or (was_beside and bool(_ROW.fullmatch(line[end:place])))
        end = place + len(name) + 2
        if was_beside:
            found.add(name)
    return frozenset(found)


def mentioned_in_passing(article: Article, known: Callable[[str], bool] | None) -> tuple[float, str]:
    """The name in running text that looks most like a work's, with how far it does; (0, "") without one."""
    counts: dict[str, float] = {}
    lines = (*article.lines[:_FIRST_LINES], *article.lines[_FIRST_LINES:][-_LAST_LINES:])
    for name, said in islice(_names(lines), _MOST):
        counts[name] = max(said, counts.get(name, said))
    weighed = ((_likeness(name, said, article, known), name) for name, said in counts.items())
    return max(weighed, default=(0.0, ""))


def _names(lines: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    for line in lines:
        text = _CAST.sub("", line[:_LONGEST_LINE])
        for found in _NAME.finditer(text):
            opens = found.start() == 0 or text[found.start() - 2] in ".!?\"'"
            name = OF_SOMEBODY.sub("", without_opening(found[0]))
            shown = _IN_BRACKETS_ITS_PLACE.match(text, found.end())
            liked = _LIKED.search(text[max(0, found.start() - 24) : found.start()])
            speaks = _OF_A_THING.match(text, found.end())
            if not is_beside(text, found.start()) and (not opens or speaks or words(name) > 1):
                yield name, 1.0 if shown else 0.8 if liked or speaks else 0.0
        for _, name in quoted_names(text):
            yield name, 0.0 if name in beside(text) else 0.6


def _likeness(name: str, said: float, article: Article, known: Callable[[str], bool] | None) -> float:
    if not is_possible(name, article) or is_spoken(name) or is_somebody(name, article):
        return 0.0
    shape = 1.0 if _WITH_SMALL_WORDS.match(name) else 0.5 if words(name) > 1 else 0.1
    is_known = 0.0 if known is None or not known(name) else 0.8 if words(name) > 1 else 0.3
    in_headline = 0.6 if name in article.lines[0] else 0.0
    return shape + said + is_known + in_headline + 0.25 * max(0, min(mentions_of(name, article) - 1, 4))
