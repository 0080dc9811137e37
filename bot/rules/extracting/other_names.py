"""Names that stand where works are compared, but are no works': of people, places, books and firms."""

import re
from collections.abc import Iterable

# "Best known for shows like Ferry" tells of somebody's works.
_LISTS_CREDITS = re.compile(
    r"\b(?:(?:brains?|director|man|minds?|people|studio|team|woman) behind|"
    r"known|famous|remembered|recogni[sz]ed|credits?|roles?|work(?:ed)? (?:in|on|with)|starr\w+|"
    r"appear\w+|Oscars?)\b[^.;:]{0,60}"
    r"\b(?:like|such as|likes of)$"
)
# "Bands like Ferry", "people such as Ida": others than works are listed.
_LISTS_OTHERS = re.compile(
    r"\b(?:actors?|actress(?:es)?|artists?|authors?|bands?|books?|brands?|celebrit(?:y|ies)|cities|city|"
    r"comics?|comic books?|consoles?|episodes?|superhero(?:e?s)?|"
    r"companies|company|composers?|graphic novels?|manga|publishers?|"
    r"countr(?:y|ies)|directors?|faces|filmmakers?|games?|genres?|groups?|heroes|"
    r"legends|men|musicians?|names?|networks?|novels?|people|persons?|places?|platforms?|players?|producers?|"
    r"rappers?|services?|singers?|somebody|someone|songs?|sports|stars?|studios?|talents?|terms?|themes?|"
    r"topics?|towns?|tracks?|women|words?|writers?),? (?:like|such as)$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"\bI(?: \w+)? (?:haven't|have not|hadn't|had not)(?: \w+)? (?:seen|watched)$")
_ANYBODY_ELSE = re.compile(r"\bother than$")
_LISTS_NO_WORKS = (_LISTS_CREDITS, _LISTS_OTHERS, _NOT_YET, _ANYBODY_ELSE)
_OF_ANOTHER_KIND = re.compile(
    r"\b(?:albums?|anthem|bands?|books?|comics?|games?|magazine|memoir|newspaper|novels?|singles?|songs?|"
    r"tracks?),?\s['\"]?$"
)
_ASKS = re.compile(r"^What (?:did|do|are|were) (?:you|your) \w+ (?:about|of|on)\b")
_NEVER_A_WORK = re.compile(
    r"An?|The|I|It|He|She|You|They|We|This|That|If|But|BBC|ITV|CBS|NBC|ABC|AMC|HBO|CGI|DVD|IMAX|MCU|DC|AI|TV|UK|USA?|"
    r"Netflix|Prime|Disney|Hulu|Marvel|Pixar|Hollywood|Bollywood|American|British|Korean|English|French|Oscar|"
    r"\w+ties|Westerns?|Noir|Gothic|Victorian|Sci-?[Ff]i"
)
# Works may be called so too, if quotation marks say so.
_HARDLY_A_WORK = re.compile(
    r"Christmas|Halloween|America|Europe|Africa|Asia|England|Britain|London|Paris|Japan|China|India|"
    r"Atlanta|Baltimore|Berlin|Boston|Denver|Detroit|Dublin|Edinburgh|Glasgow|Houston|Liverpool|Madrid|Manchester|"
    r"Melbourne|Miami|Moscow|Mumbai|Portland|Seattle|Seoul|Sydney|Tokyo|Toronto|Vancouver|Washington"
)
_NO_WORKS_NAME = re.compile(
    r"\b(?:Channel|TV|Studios?|Pictures|Festival|Awards?)\b|'s$|^\d\d?$|^\d+(?: (?:and|to) \d+)+$|"
    r"'s (?:19|20)\d\d$|"
    r"\bfrom (?:Marvel|DC|Disney|Pixar|Netflix|HBO)\b|"
    r"^(?:The )?(?:New (?:York|Zealand)(?: City)?|Los Angeles|Las Vegas|San Francisco|Hong Kong|Central Park|"
    r"White House|Holy Land|Mother Nature|(?:Queen|King) of England|Gods? of the \w+|Homo \w+)$|"
    r"The (?:\w+ )?(?:Guardian|Times|Telegraph|Observer|Independent|Post)$"
)
# They wrote before there were films.
_DIED_EARLY = (
    r"(?:Shakespeare|Austen|Bront[eë]|Dickens|Dostoe?vsky|Tolstoy|Chekhov|Ibsen|Homer|Poe|Mary Shelley|Wilde|"
    r"Hugo|Dumas|Goethe|Dante|Andersen)"
)
_READS = re.compile(
    r"\b(?:[Rr]ead|[Rr]e-?read|[Rr]eading|[Nn]ovel)\s(?:the\s)?(?:(?:[A-Z]\w+\s)?[A-Z]\w+'s?\s)?['\"]?$|"
    rf"\b{_DIED_EARLY}'s?\s['\"]?$"
)
_WRITTEN_BY = re.compile(rf"['\"]?\sby\s(?:[A-Z]\w+\s)?{_DIED_EARLY}\b")
_NEAR = 80  # characters


def is_no_work(name: str, *, is_marked: bool = False) -> bool:
    """Whether a work is never called so, or, without quotation marks, hardly ever."""
    hardly = _HARDLY_A_WORK.fullmatch(name) and not is_marked
    return bool(_NEVER_A_WORK.fullmatch(name) or hardly or _NO_WORKS_NAME.search(name))


def is_read(name: str, sentences: Iterable[str]) -> bool:
    """Whether it is a book somewhere in the text: "I read Low Tide at school", "Dickens' Low Tide"."""
    for sentence in sentences:
        place = sentence.find(name)
        while place >= 0:
            if _READS.search(sentence, max(0, place - _NEAR), place) or _WRITTEN_BY.match(
                sentence, place + len(name)
            ):
                return True
            place = sentence.find(name, place + len(name))
    return False


def lists_no_works(sentence: str, begin: int, end: int) -> bool:
    """Whether the cue from `begin` to `end` is followed by people, somebody's works or what was not seen."""
    before = sentence[max(0, begin - _NEAR) : end]
    return any(no_works.search(before) for no_works in _LISTS_NO_WORKS)


def of_another_kind(sentence: str, place: int) -> bool:
    """Whether it is said right before the name that a book, a band or the like is called so."""
    return bool(_OF_ANOTHER_KIND.search(sentence, max(0, place - _NEAR), max(0, place)))


def asks_readers(sentence: str) -> bool:
    """Whether readers are asked for their opinion, as below many articles."""
    return bool(_ASKS.match(sentence))
