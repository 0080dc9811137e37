"""How a review's first sentences bring in the work where no headline does, and who is a person in them."""

import re
from collections.abc import Iterator

from bot.rules.extracting.headlines import FILLER
from bot.rules.extracting.names import TITLE

_KIND = (
    r"(?:films?|movies?|pictures?|series|shows?|dramas?|comed(?:y|ies)|thrillers?|sequels?|prequels?|remakes?|"
    r"documentar(?:y|ies)|anime|miniseries|musicals?|westerns?|adaptations?|romances?|debut)"
)
_PERSON = r"[A-Z][\w'.-]{1,30}(?:\s[A-Z][\w'.-]{1,30}){1,2}"
_SOMEBODY = r"\b(?:girl|boy|m[ae]n|wom[ae]n|guy|kid|child|dog|cat|characters?|who|friend|teacher|cop)\b"
_PLACE = (
    r"(?:netflix|(?:amazon\s)?prime|disney\+?|hulu|hbo|max|apple\stv\+?|peacock|paramount\+|mubi|shudder|bbc|itv|channel\s\d|"
    r"tv|vod|dvd|blu-?ray|(?:in\s)?(?:cinemas|theaters|theatres)|streaming|showing|screening|playing|released|"
    r"available|out)"
)
_BEHIND = re.compile(
    r"\b(?:(?:re-?)?(?:watch(?:ed|ing)?|saw|seen|see|caught|viewing)(?:\sof)?|"
    r"(?:put|turned|popped)\s(?:on|in)|checked\sout|streamed|binged|rented|sat\s(?:down\s(?:for|to)|through)|"
    r"stumbled\s(?:up)?on|gave|talk(?:ing)?\sabout|writ(?:e|ing)\sabout|[Ss]poilers\s(?:for|of)|"
    r"(?:things?|buzz|hype|fuss|much)\s(?:about|for|of|around)|announced|(?:back|returns?)\swith|"
    r"(?:screening|episodes?|seasons?|trailers?|premiere|release)\s(?:of|for)|"
    rf"{_KIND}(?:\s(?:called|titled|entitled|named|is|was))?,?)\s(?P<title>(?!I\b){TITLE})"
    rf"|\b{_KIND}\s(?:by|from)\s{_PERSON},\s(?P<by>{TITLE})"
    rf"|(?:^|[.!?]\s)(?:In|With|So,|And)\s(?P<in>{TITLE})(?=[,.])"
    rf"|(?:^|[.!?]\s)(?:Directed|Written|Created|Produced|Based|Set)\s[^,.]{{3,80}},\s(?P<made>{TITLE})\s"
    rf"|\b(?:films?|movies?|show|series|drama)\b(?:(?!{_SOMEBODY})[^.!?\"]){{1,40}}\s(?:called|titled|entitled)\s(?P<called>{TITLE})"
    rf"|\b(?:plays?|stars?|appears?|(?:re)?unites?)\s[^.!?\"]{{0,80}}?\sin\s(?P<acted>{TITLE})(?=[,.]|\s(?:is|\())"
    rf"|(?<!\w){_PERSON}'s\s(?P<owned>{TITLE})\s(?:is|was|opens|begins|starts|has|tells|follows)\b"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?<!\w')(?P<title>{TITLE})(?:,?\s(?:(?:tells|follows|opens|chronicles)\b|stars\s(?=[A-Z]))|"
    rf",\s(?:the|an?|another|his|her)\s(?:[\w-]+\s){{0,3}}{_KIND}\b|"
    rf"\s\((?:now\s|out\s|on\s|streaming\s){{0,3}}(?i:{_PLACE})\b|"
    rf",?\s(?:which\s|that\s)?(?:is|was|are)\s(?:now\s|currently\s|just\s|first\s){{0,2}}(?:out\b|on\s(?=[A-Z])|"
    rf"released\b|streaming\b|showing\b|playing\b|in\s(?:cinemas|theat))|"
    rf"\s(?:came\sout|premiered|debuted|first\saired|hits?\s(?:cinemas|theat|netflix)|arrives\s(?:on|in)|opens\s(?:in|on)))"
)
_LABELS = frozenset(
    {
        "title",
        "movie",
        "film",
        "name",
        "movie name",
        "film name",
        "movie title",
        "film title",
        "series",
        "show",
        "show name",
        "english title",
        "original title",
        "international title",
        "anime",
        "drama",
        "tv show",
        "what i watched",
        "watched",
        "now watching",
        "today's movie",
        "today's film",
        "movie of the week",
        "film of the week",
        "movie reviewed",
        "film reviewed",
        "reviewed",
        "what",
    }
)
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z' ]{2,24}?)\s?(?::|\s[-–—]|=)\s")
_BEFORE_A_PERSON = re.compile(
    r"\b(?:by|from|(?<!back )(?<!returns )(?<!return )with|[Dd]irectors?|[Aa]ctors?|[Aa]ctress|star|"
    r"starring|stars|writers?|"
    r"creators?|as|mr\.?|ms\.?|performance of|filmmaker|played by),?\s$|\b(?:girl|boy|man|woman|guy|"
    r"kid|child|dog|cat|friend|named),?\s(?:called\s|named\s)?$|[a-z],? [A-Z](?:[\w-]*\w|\.) $"
)
_BEHIND_A_PERSON = re.compile(
    r"\s(?:plays|stars as|has (?:made|directed|written|played|given)|returns|delivers|gives|shines|"
    r"directs|directed|wrote|knows|should|has always|"
    r"is (?:also )?(?:its|the|an?) (?i:(?:co-)?(?:actor|actress|director|producer|star|writer))|"
    r"is (?:\w+ )?(?:good|great|fine|excellent|superb|brilliant|terrific|outstanding|fantastic|perfect) "
    r"(?:as|in))\b|"
    r"'s?\s(?:performance|direction|character|role|face|acting|portrayal|turn|script|"
    rf"(?:new|latest|last|best|first|previous|next|other) (?:{_KIND}|directorial|feature|outing|effort|turn)|"
    r"career|filmography|directorial|camera|lens)\b|"
    rf"\s\((?!(?i:{FILLER})\))[A-Z][a-z'-]+\)"
)
_MADE = re.compile(
    r"\b(?:(?:directed|written|created|produced|helmed|penned)\sby|directors?|filmmakers?|actors?|actress|"
    r"starring)\s(?:[A-Z][\w'.-]+\s){0,2}$"
)
_PLAYED = re.compile(rf"\s[A-Z][\w'-]+\s\((?!(?i:{FILLER})\))[A-Z][\w'.-]+(?:\s[A-Z][\w'.-]+){{0,2}}\)")
_MOST_PLACES, _NEAR = 16, 60


def introduced(line: str) -> Iterator[tuple[str, bool]]:
    """Names that the line brings in as a work's: "I watched ...", "In ..., she plays", "..., a new film", and
    whether a sentence may begin with them, so that the first word may be none of theirs."""
    for found in _BEHIND.finditer(line):
        yield next(name for name in found.groups() if name), False
    yield from ((found["title"], True) for found in _BEFORE.finditer(line))


def labelled(line: str) -> str:
    """The name behind a label such as "Title:"; empty where there is none."""
    found = _LABEL.match(line)
    return line[found.end() :] if found and found["label"].lower() in _LABELS else ""


def is_person(name: str, text: str) -> bool:
    """Whether the text speaks of the name mostly, or once plainly, as of who makes or plays something."""
    acts = mentions = 0
    place = text.find(name)
    while place >= 0 and mentions < _MOST_PLACES:
        end = place + len(name)
        if " " not in name and _is_plain(text[max(0, place - _NEAR) : place], text, end):
            return True
        mentions += 1
        acts += bool(
            _BEFORE_A_PERSON.search(text[max(0, place - 20) : place]) or _BEHIND_A_PERSON.match(text, end)
        )
        place = text.find(name, end)
    return acts > 0 and 3 * acts >= mentions


def _is_plain(before: str, text: str, end: int) -> bool:
    """Such as "directed by Ida Holm" for Holm, or "Ida Holm (Rosa Quint)" for Ida."""
    is_word = not text[end : end + 1].isalnum()
    return bool(is_word and (_MADE.search(before) or _PLAYED.match(text, end)))
