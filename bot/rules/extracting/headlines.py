"""Takes headlines apart: the rubric before a name, what hangs on its end, and the phrases round it."""

import re
from collections.abc import Iterator

from bot.rules.extracting.cleaning import words
from bot.rules.extracting.headline_words import FESTIVALS
from bot.rules.extracting.names import TITLE

YEAR = r"(?:19|20)\d\d"
PLATFORM = (
    r"(?:netflix|(?:amazon\s)?prime(?:\svideo)?|amazon|disney\s?(?:\+|plus)|hulu|hbo(?:\smax)?|"
    r"apple\stv\+?|paramount\+|peacock|shudder|mubi|hotstar|mx\splayer|zee5|sonyliv|"
    r"bbc\s?(?:\d|one|two|three|four)?|itv\d?|channel\s\d)(?:'s\b)?"
)
_CHANNEL = r"pbs|starz|showtime|fx|amc|nbc|cbs|abc|fox|syfy|e4|sky(?:\s\w+)?|crunchyroll|tubi"
FILLER = (
    rf"{PLATFORM}|movie|film|series|tv|show|full|spoiler(?:s|[- ]free)?|quick|early|advance|"
    r"(?<!:\s)the movie|original|k-?drama"
)
SEASON = re.compile(
    r"[\s,:(–-]*\b(?:(?:season|series):?\s(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final|"
    r"[1-9]\d?(?:st|nd|rd|th))(?:\sand\sfinal)?\sseason|s(?P<short>\d{1,2}))\b\)?",
    re.IGNORECASE,
)
SCORE_MARK = re.compile(r"\[?\(?\b\d{1,2}(?:[.,]\d{1,2})?\s?/\s?(?:4|5|6|10|20|100)\b\)?\]?|[★☆⭐½]+")
_TRAILING = re.compile(
    rf"[\s,:|(–—-]*\b(?:{FILLER}|dvd|blu-?ray|(?:on|with|from)\s(?:{PLATFORM}|{_CHANNEL}|spoilers)|revisited|score|reactions?|critique|"
    r"(?:my\s|first\s|initial\s)?(?:thoughts|impressions)|at\s\d\d|\d+\syears\s(?:later|on)|"
    r"ending\sexplained(?:\s(?:and|&))?|hindi|tamil|telugu|malayalam)\)?$",
    re.IGNORECASE,
)
_OFTEN_A_NAMES = re.compile(r"\s(?:reactions?|score|impressions|original|show)$", re.IGNORECASE)
_LEADING = re.compile(rf"^(?:{FILLER}|really late|late|classic)\b[\s:|–—-]*", re.IGNORECASE)
# "Birdman (Netflix, 2014)", "Spokes [2019]", "Spokes, 2019": not part of what it is called.
_IN_BRACKETS = re.compile(rf"(?<=\w|['\"!?.])\s?(?:\([^()]{{1,60}}(?:\)|$)|\[{YEAR}\]|\[[^A-Z\[\]]+\])")
_SEASON_OF = re.compile(
    r"^(?:the\s)?(?:(?:season|series)\s\w{1,5}|[\w-]{3,8}\s(?:season|series))\sof\s(?=(?-i:[A-Z0-9'\"]))",
    re.IGNORECASE,
)
_FINALE = re.compile(
    r"(?<=\w)(?<!\bthe)(?<!\ba)(?<!grand)\s(?:(?:series|season|mid-?season|uk|us|world|european)\s)?(?:finale|premiere?)$",
    re.IGNORECASE,
)
_STARRING = re.compile(r",\s(?:starring|featuring|directed\sby)\s.*$", re.IGNORECASE)
_WITH_YEAR = re.compile(rf"\s?[(\[][^()\[\]]{{0,40}}\b{YEAR}\b")
_UNBRACKETED_YEAR = re.compile(rf"\s{YEAR}$")
_DATED_END = re.compile(rf"(?:,|\s[-–—]|\sin)\s{YEAR}$")
# What a headline says behind a name: its other name, which episode it is about, what it is set beside.
_SAID_BEHIND = re.compile(
    r"(?<=\w)(?:\s(?:aka|a\.k\.a\.?|also\sknown\sas)\s|"
    r"[\s,:–-]{1,3}(?:\d{1,2}x\d{2}|s\d{1,2}\s?e\d{1,3}|episodes?\s\d{1,3}|ep\.?\s?\d{1,3})\b|"
    r"\s(?:vs\.?|versus)\s(?:the\s)?(?:book|novel|original|comic|game|manga)\b).*$",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_RUBRIC_WORD = (
    r"(?:the|an?|my|our|of|in|at|on|for|and|vs|movies?|films?|cinema|tv|shows?|series|anime|book|"
    r"(?:mini-?|meta-?)?reviews?|mini|micro|brief|tiny|quick|short|capsule|guest|late|early|advance|preview|classics?|new|spoilers?|"
    r"spoiler-free|blu-?ray|dvd|streaming|netflix|thoughts?|impressions?|opinion|recap|critique|first|"
    r"initial|final|just|finally|now|what|(?:full\s)?title|i|i'm|i've|been|(?:re-?)?watch(?:ed|ing)?|revisited|saw|week|"
    rf"weekend|weekly|month|monthly|day|days|night|{_WEEKDAY}|{YEAR}|#?\d{{1,3}}|diary|log|journal|corner|"
    rf"club|rants?|raves?|guilty|pleasures?|picks?|hidden|gems?|recommend(?:ation|ed)s?|unpopular|stars?|{FESTIVALS}|(?:\w*\s?film\s)?fest(?:ival)?|blog|horror|spooky|halloween|christmas|retro|throwback|alert|warning|notice|imh?o)"
)
_RUBRIC = re.compile(
    rf"^(?:(?:{_RUBRIC_WORD}\s){{0,5}}{_RUBRIC_WORD}\s?[:|–—-]\s|"
    rf"[\[(](?:{_RUBRIC_WORD}\s){{0,5}}{_RUBRIC_WORD}[\])]\s?[:|–—-]?\s?|(?:[\w'-]+\s){{1,5}}#\d{{1,3}}:\s|#\d{{1,3}}\s|#?\d{{1,3}}[.)]\s)(?=\S)",
    re.IGNORECASE,
)
_RUBRIC_BEHIND = re.compile(
    rf"\s?[:|–—-]\s(?:{_RUBRIC_WORD}\s){{0,5}}{_RUBRIC_WORD}[\s!.]*$|\s@\s.*$|"
    r",\san?\s(?:[\w-]+\s){0,2}review\b[\s!.]*$|"
    r",\s(?:(?:some|my|a few|first|initial|final|random)\s){0,2}"
    r"(?:thoughts|impressions|reflections|musings|notes|observations|ramblings)\b.{0,60}$",
    re.IGNORECASE,
)
# "Low Tide-A review" is said of "Low Tide".
_GLUED = re.compile(r"(?<=\w)[-–—](?=(?:an?|my|the|movie|film)\s(?:[\w-]+\s){0,2}review\b)", re.IGNORECASE)
_OF_ITS_SUBJECT = re.compile(
    r"(?:[\w'-]+\s){0,5}?(?:thoughts?|impressions?|notes?|musings|reflections?|opinions?|views?|"
    r"ramblings?|takes?|look(?:ing)?(?:\sback)?|ode|love\sletter|defen[cs]e|praise|problems?|trouble|"
    r"case|beauty|magic|joys?|genius|reviews?|wrong|talk|feelings|reactions?)"
    r"\s(?:(?:on|about|of|at|to|for|with|against)\s)?",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"(?:(?:so|and|today|tonight|last\snight|i|we|i've|we've|you|just|finally|recently|why|should|must|go|"
    r"everyone|need\sto|to)\s)*(?:re-?)?(?:watch(?:ed|ing)?|saw|see|seen|seeing|visit(?:ed|ing)?|"
    r"love[ds]?|like[ds]?|hate[ds]?|enjoy(?:ed)?|review(?:ed|ing))\s",
    re.IGNORECASE,
)
_NUMBERED_SAW = re.compile(r"Saw\s(?:[IVX]+|\d\w*)\b")
_LISTED = re.compile(
    r"(?:the\s)?(?:top\s)?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s(?:[\w-]+\s)?"
    r"(?:reasons?|things?|ways|thoughts|questions|moments|lessons)\s"
    r"(?:(?:why|to|about|from|that|i|you|we|in|should|must|need|watch|see|love[d]?|like[d]?|hate[d]?|learned|know)\s)*",
    re.IGNORECASE,
)
_ON = re.compile(r"(?:on|(?:(?:some|a few|more)\s)?words on)\s", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:how\s\w+\s)?(?:is|was|are|does|did|what|why)\s(?!(?:we|you|they|i|he|she)\b)", re.IGNORECASE
)
_DO = re.compile(
    r"(?:get|meet|watch|see|catch|stream|rent|try|skip|avoid|enter|discover|rediscover|remember|revisit|"
    r"celebrat|introduc)(?:ing|e)?\s(?=[A-Z0-9\"'])",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"\b[Tt]he\s(?:[Nn]ew|[Ll]atest)\s(?P<title>{TITLE})(?=\s(?:[Ff]ilm|[Mm]ovie|[Ss]eries|[Ss]how)\b)"
)
# "In Low Tide, the sea wins".
_IN_IT = re.compile(rf"(?:In|With)\s(?P<title>{TITLE}),\s(?=[A-Za-z'\s]+$)")
_TOLD_OF = re.compile(
    r",?\s(?:is|isn't|was|wasn't|are|aren't|will|won't|did|didn't|does|doesn't|has|hasn't|had|can|can't|made|"
    r"makes|left|leaves|gets|got|needs|deserves|falls|fails|shines|soars|sinks|delivers|disappoints|misses|packs|worth|any|or\show|(?:and|but)\si(?:'ve|'m|\s[a-z]+))\b",
    re.IGNORECASE,
)
OF_A_MAKER = re.compile(r"\sby(?:\s[A-ZÀ-Ý][\w'.-]+){2,3}\s?$")
_OF_WHOM = re.compile(r"^[A-Z][\w-]+\s(?:[A-Z][\w-]+\s)?[A-Z][\w-]+'s\s")
OF_SOMEBODY = re.compile(r"^(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+'s\s(?=[\"'A-Z0-9])")
_OPENS_A_NAME = re.compile(r"(?:The|An?)\s|['\"]")
_SPOKEN = re.compile(
    r"\b(?:i|my|me|you|we|our|why|how|what|should|let's|is|isn't|was|wasn't|didn't|doesn't|thoughts?|"
    r"impressions|watching|watched|saw|about)\b",
    re.IGNORECASE,
)
_TAGLINE = re.compile(
    r"(?:an?|my|our|is|was|why|how|what|not|more|better|worth|no|still|too|reviews?|spoilers?|"
    r"the (?:good|movie|film|verdict))\b|"
    r".*\b(?:films?|movies?|masterpiece|hype|book|years|blog|reviews)\b|.*[?,]",
    re.IGNORECASE,
)
SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the",
     "to", "v", "vs", "with", "à", "au", "da", "das", "de", "del", "der", "des", "di", "die", "du", "e", "el",
     "et", "il", "la", "las", "le", "les", "los", "na", "ni", "no", "und", "van", "von", "wa", "wo", "y"}
)  # fmt: skip
_CRUMBS = re.compile(r"^(?:[A-Za-z][\w' -]{1,30}\s?[>»›]\s?)+(?=\S)")
_APPOSITION = re.compile(r",\s(?:an?|the)\s[a-z].*$")
_COPULA = re.compile(r",?\s(?:is|isn't|was|wasn't|are|aren't)\b", re.IGNORECASE)
_BEHIND_A_DASH = re.compile(r"\s[-–—|]\s(?!(?:Part|Volume|Vol|Chapter)\b)|\s?[|•]\s")
_JOINT = re.compile(r"(:|\s[-–—|]|\s?[|•])\s")
_LONGEST_NAME, _LONGEST_LINE = 10, 400
_RUBRIC_SAYS, _PHRASE_SAYS, _LINE_SAYS = 3.0, 2.7, 2.0
_TWO_PARTS_SAY = 2.6
_CLAIM_SAYS, _CLAIM_OF_ONE_WORD_SAYS = 1.3, 0.8


def names_in_headline(line: str) -> Iterator[tuple[str, float]]:
    """What the headline may call the work, and how plainly it says so (up to 3)."""
    told = without_rubric(line)
    subject = subject_of(told)
    plainly = _RUBRIC_SAYS if told != line else _PHRASE_SAYS if subject != told else _LINE_SAYS
    if found := _NEW.search(told) or _IN_IT.match(told):
        yield found["title"], _PHRASE_SAYS
    claim = _TOLD_OF.search(subject)
    if claim and claim.start() > 0:
        before = subject[: claim.start()]
        plain = words(before) > 1 or _COPULA.match(claim[0])
        said = _CLAIM_SAYS if plain else _CLAIM_OF_ONE_WORD_SAYS  # such as "Holm does drama"
        first, colon, _ = before.partition(": ")
        if colon:  # such as "Spokes: Rosa Quint is on a roll"
            yield from ((first, plainly - 0.2), (OF_SOMEBODY.sub("", first), plainly - 0.2), (before, said))
        else:
            yield from _names(before, said if subject == told else plainly)
    elif not is_spoken(subject):
        yield from _names(subject, plainly)


def is_spoken(line: str) -> bool:
    """Whether it is said like a sentence, as "Why I Liked Spokes" is: hardly a name as a whole."""
    return bool(_SPOKEN.search(line))


def title_case(text: str) -> bool:
    """Whether all words but small ones begin with a capital."""
    parts = [part for part in re.findall(r"[^\W\d_][\w'-]*", text) if part.lower() not in SMALL]
    return all(part[0].isupper() or part[1:2].isupper() for part in parts)  # "eXistenZ"


def subject_of(line: str) -> str:
    """What stands behind "Thoughts on", "I finally watched" or "Is ... worth it?"; else all of the line."""
    for phrase in (_LISTED, _SEEN, _OF_ITS_SUBJECT, _ON, _ASKED):
        opening = phrase.match(line)
        rest = line[opening.end() :] if opening else ""
        asks_only = bare(rest).lower() in {"why", "what", "how"} or _NUMBERED_SAW.match(line)
        if not asks_only and (rest[:1].isupper() or rest[:1] in {'"', "'"} or rest[:1].isdigit()):
            return rest.rstrip("?")
    return line


def _names(text: str, plainly: float) -> Iterator[tuple[str, float]]:
    """The text without its taglines as a name, and what may be the name within it."""
    dated = _WITH_YEAR.search(text)
    named = behind_dashes(text[: dated.start()]) if dated else without_taglines(bare(text))
    without_maker = OF_A_MAKER.sub("", named)
    if without_maker != named:
        plainly = max(plainly, _RUBRIC_SAYS)
    text = bare(_APPOSITION.sub("", without_maker))
    if not text or not title_case(text) or words(text) > _LONGEST_NAME:
        return
    yield from ((side, plainly) for side in text.split(" / ") if side != text)
    first, joint, rest = text.partition(": ")
    yield text, max(plainly, _TWO_PARTS_SAY) if joint else plainly
    if joint and not dated:
        yield from ((first, plainly - 0.6), (rest, plainly - 1.0))
    for shorter in (OF_SOMEBODY.sub("", text, count=1), _UNBRACKETED_YEAR.sub("", text)):
        if shorter != text:
            is_whose = _OPENS_A_NAME.match(shorter) or _OF_WHOM.match(text)
            yield shorter, plainly + (0.2 if is_whose else -0.2)
    if told_to := _DO.match(text):
        yield text[told_to.end() :], plainly - 0.5


def behind_dashes(text: str) -> str:
    """What stands behind the last dash or bar."""
    return _BEHIND_A_DASH.split(text)[-1]


def without_taglines(text: str) -> str:
    """The parts of a headline that may be a name; behind a dash or a bar stands something else."""
    parts = _JOINT.split(text)
    while len(parts) > 1 and _is_tagline(parts[-1]):
        parts = parts[:-2]
    while len(parts) > 1 and _is_tagline(parts[0]):
        parts = parts[2:]
    kept = [parts[0]]
    for joint, part in zip(parts[1::2], parts[2::2], strict=True):
        if joint != ":":
            break
        kept.append(part)
    return ": ".join(kept)


def _is_tagline(text: str) -> bool:
    return text.islower() or not title_case(text) or bool(_TAGLINE.match(text))


def without_rubric(line: str) -> str:
    """The headline without "Film of the week:" or "films > reviews >" before and "- A Review" behind."""
    before, line = "", _GLUED.sub(" - ", _CRUMBS.sub("", line))
    while before != line:
        before = line
        line = _RUBRIC.sub("", line, count=1)
        line = _RUBRIC_BEHIND.sub("", line) or line
    return line


def bare(title: str) -> str:
    """The name without what headlines hang on it: platform, kind, season, year, brackets, quotation marks."""
    before = None
    while before != title:
        before = title
        title = _SAID_BEHIND.sub("", title) if len(title) <= _LONGEST_LINE else title
        title = _DATED_END.sub("", _IN_BRACKETS.sub("", title)).strip(" \t-–—:|·•,.;#_*")
        title = title.strip("[] ") if title.count("[") != title.count("]") else title
        title = _SEASON_OF.sub("", title)
        title = SEASON.sub("", title) if not SEASON.match(title) else title
        title = _STARRING.sub("", _FINALE.sub("", title))
        title = _without_filler(title) or title
        title = _LEADING.sub("", title) or title
        if title[:1] in {'"', "'"}:
            title = title[1:].removesuffix(title[0])
        title = title.removesuffix("'s").strip()
        title = title.rstrip("'") if title.count('"') != 1 else title.strip("\"'")
    return title


def is_filler(title: str) -> bool:
    """Whether it is only a word such as "Movie" or a platform."""
    return bool(_LEADING.fullmatch(title))


def _without_filler(title: str) -> str:
    """The title without a last word such as "Movie", unless that belongs to it: "A World of TV"."""
    shorter = _TRAILING.sub("", title)
    is_a_pair = words(title) == 2 and _OFTEN_A_NAMES.search(title)
    return title if is_a_pair or shorter.rpartition(" ")[2].lower() in SMALL else shorter
