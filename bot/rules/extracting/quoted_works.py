"""Which words in quotation marks name a work, and not a motto, a nickname, a song or somebody's part."""

import re

from bot.rules.extracting.cleaning import words
from bot.rules.extracting.comparison_words import WORK
from bot.rules.extracting.famous_names import Known
from bot.rules.extracting.headlines import title_case

_IS_WHOSE = re.compile(r"\)|'?s?\s[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}(?:\sas\b|\))")
_CREDITED = re.compile(r"[A-Z][\w'.-]+\s\($")
# "Written by Ida Holm ('Low Tide', 'Gulls')".
_BY_WHOM = re.compile(
    r"\b(?:by|from|with|star|director|writer)\s(?:[\w-]+\s){0,2}(?:[A-Z][\w'.-]+\s){1,3}\((?:['\"][^'\"()]{1,40}['\"],?\s(?:and\s)?)*$"
)
# "Ida's brother (Otto Marsh, 'Low Tide', 'Gulls')".
_PLAYER = re.compile(r"\([A-Z][\w'.-]+(?:\s[A-Z][\w'.-]+){1,2},\s[^()]{0,150}$")
# "The 'Wet' setting", "a more 'Western'-vibe": no work's name, unless a word of works follows.
_DETERMINED = re.compile(r"\b(?:an?|her|his|its|more|my|other|our|that|the|their|this|your)\s(?:\w+\s)?$")
_NOUN = re.compile(
    rf"(?:\s|-)(?!(?:{WORK}|trilogy|references?|scenes?|moments?|scripts?|projects?|formula|(?:se|pre)quels?|universe|remakes?|reboots?|style|type|vibes?|kind|pilots?|episodes?|and|or|but|"
    r"as|at|by|for|from|in|is|of|on|to|was|were|with|has|had|does|did|would|will|could|can|that|which|who|where|"
    r"when|while|because|since|than|if|so|ever|again|\w+(?:ed|ly))\b)[a-z]"
)
_CALLED = re.compile(
    r"\b(?:portray(?:al|s|ed)|perform(?:ance|s|ed)|role|character|dubbed|nicknamed|"
    r"(?<![Ff]ilm )(?<![Mm]ovie )(?<![Ss]eries )(?<![Ss]how )named|songs?|tracks?|tune|"
    r"chapters?|book|novel|slogan|motto|words?|phrase|bar|pub|club|band|magazine|newspaper|games?|sang|sings|"
    r"(?:credited|known)(?: only| simply| (?:in|to) [\w ]{2,20})?|"
    r"one-liners?|platitudes|sayings|clich[eé]s|zingers|"
    r"in-(?:universe|world) \w+|fictional \w+|"
    r"dialogues?|lines?|lyrics?|anthem|ballad|single|number|duet|hosts? of|presenter of|watches|"
    r"bond(?:s|ed|ing)? over|(?:has|have|had) (?:\w+ )?built|"
    r"(?:alliance|army|group|gang|team|place|planet|ship) (?:is |was )?called|"
    r"calls? (?:her|him|them))(?: is| was)?(?: like| such as| of| as| called| named| en?titled| titled)?,?\s$"
)
# "The harbour guard is called 'The Pier'", but "a gem called 'Low Tide'".
_ONLY_CALLED = re.compile(
    r"(?:\b(?:is|are|was|were|be|been)|\b(?:an?|her|his|its|some|that|the|their|this)(?: [\w-]+){1,3})"
    r" (?:called|known as)\s$"
)
_A_WORK_CALLED = re.compile(
    rf"\b(?:{WORK}|adaptation|episode|feature|gem|one|part|picture|project|remake|reboot|(?:pre|se)quel|"
    r"(?:some)?thing|title|work) called\s$"
)
# "Ida 'Red Pier' Marsh".
_FIRST_NAME = re.compile(
    r"(?<![\w'])(?!(?:And|As|But|If|In|Like|See|Take|The|Think|Though|Unlike|Watch|When|Where|While|With)\s)[A-Z][a-z]+\s$"
)
_LAST_NAME = re.compile(r"\s[A-Z][a-z]+")
_LONGEST_IN_SMALL = 6  # words
_PLAYS = re.compile(r"\s(?:from|in)\s['\"]?[A-Z]")
_PLAYED = re.compile(
    r"['\"]\s(?:magazine|newspaper|podcast|plays|playing|blares|essay|poem|song|"
    r"(?:\w+ )?number|on the (?:radio|soundtrack|stereo))\b"
)
# "The tracks 'Low Tide' and 'Gulls'".
_AMONG_SONGS = re.compile(r"\b(?:songs|tracks)\s(?:['\"][^'\"]{1,40}['\"],?\s(?:and\s)?){1,5}$")
_MUSIC = re.compile(r"\b(?:chart\w*|earworms?|composed|lyrics|songs?|soundtrack|sung|tracks?|vocals)\b")
# "The film Ferry" is one, whatever else the words may be; "in the film Ferry" somebody played.
_APPOSED = re.compile(rf"\b(?:{WORK}\s|(?:film|movie|part|sequel|series|show)\s?\()$")
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|\d{1,2})\s(?:[\w-]+\s)?(?:films|movies|shows|series|sequels)\s$"
)
_EPISODES = re.compile(
    r"\b(?:episodes? of (?:the|this|its) (?:\w+ )?(?:season|series) (?:are|is|was|were)|"
    r"episodes?,?\s(?:such as|like|called|titled|named|including|are|were|is|was)|two-part(?:er)?s?)\b"
    r"(?:[^.!?'\"]|['\"][A-Z][^.!?'\"]{1,40}['\"]){0,60}$"
)
# "The best episode is the third one, 'The Gull'."
_SPEAKS_OF_EPISODES = re.compile(
    r"\b(?:episode|finale|two-parter)\b(?! of)(?:[^;'\"]{0,50}\b(?:called|is|one|titled|was))?,?\s"
    r"(?:\w+,\s)?$"
)
_NUMBERED = re.compile(r"['\"]?\s\((?:S\d+|[Ss]eason \d|[Ee]p(?:isode|\.)? ?\d)")
_AN_EPISODE = re.compile(
    r",?\s(?:[\w'-]+\s){1,5}?(?:season|series|show)(?:'s)? (?:finale|opener|premiere)\b|"
    r"(?:,|\s[-–—])?\s(?:(?:the|an?)\s)?(?:[\w-]+\s){0,2}?(?:episode|two-parter)\b"
)
_NEAR = 80  # characters


def names_a_work(sentence: str, place: int, name: str, known: Known) -> bool:
    """Whether the quotation that begins at `place` may be another work's name."""
    if not _reads_as_a_name(sentence, place, name, known):
        return False
    return not (_credited(sentence, place, name) or _describes(sentence, place, name, known))


def is_an_episode(sentence: str, place: int, name: str, known: Known) -> bool:
    """Whether it is a part of the reviewed series: "weak episodes such as 'The Gull' and 'The Buoy'"."""
    if _NUMBERED.match(sentence, place + len(name) + 1):
        return True
    before = _EPISODES.search(sentence, max(0, place - 2 * _NEAR), place)
    if _SPEAKS_OF_EPISODES.search(sentence, max(0, place - _NEAR), place) and not known(name):
        return True
    return bool(before or _AN_EPISODE.match(sentence, place + len(name) + 2))


def is_apposed(sentence: str, place: int) -> bool:
    """Whether the name stands right behind what it is: "the film Ferry"."""
    begin = max(0, place - _NEAR)
    return bool(_APPOSED.search(sentence, begin, place)) and not _COUNTED.search(sentence, begin, place)


def _reads_as_a_name(sentence: str, place: int, name: str, known: Known) -> bool:
    """Not so "To attack and enslave", which is a motto, but for "the classic 'Rowing in the rain'"."""
    if name.islower() and sentence[slice(*_around(place))].islower():
        return known(name) or 2 < words(name) <= _LONGEST_IN_SMALL
    looks_so = title_case(name) or name.startswith(("The ", "A ", "An ")) or known(name)
    return looks_so or (is_apposed(sentence, place) and words(name) <= _LONGEST_IN_SMALL)


def _describes(sentence: str, place: int, name: str, known: Known) -> bool:
    """Whether the quoted word only describes what follows: "the 'Wet' setting"; or names somebody."""
    if " " in name and name.isupper() and not known(name):
        return True
    is_within = _FIRST_NAME.search(sentence, max(0, place - _NEAR), place)
    if is_within and _LAST_NAME.match(sentence, place + len(name) + 2):
        return True
    before, behind = sentence[max(0, place - _NEAR) : place], place + len(name) + 1
    if _is_something_else(before) or _PLAYED.match(sentence, behind):
        return True
    if not known(name) and not is_apposed(sentence, place) and _MUSIC.search(sentence, *_around(place)):
        return True
    is_determined = _DETERMINED.search(before) is not None and not known(name)
    return is_determined and _NOUN.match(sentence, behind + 1) is not None


def _is_something_else(before: str) -> bool:
    """Whether the words before a quotation say that a song, a part or a place is called so."""
    called = _ONLY_CALLED.search(before)
    is_called = called is not None and not _A_WORK_CALLED.search(called[0])
    return is_called or bool(_CALLED.search(before) or _AMONG_SONGS.search(before))


def _around(place: int) -> tuple[int, int]:
    return max(0, place - 2 * _NEAR), place + 2 * _NEAR


def _credited(sentence: str, place: int, name: str) -> bool:
    """Whether the name stands behind a person's, in brackets of its own, or is a person's in a work."""
    begin = max(0, place - 2 * _NEAR)
    if _BY_WHOM.search(sentence, begin, place) or _PLAYER.search(sentence, begin, place):
        return True
    before = sentence[max(0, place - 40) : place]
    end = place + len(name) + 2
    return bool(_CREDITED.search(before) and _IS_WHOSE.match(sentence, end)) or bool(
        _PLAYS.match(sentence, end)
    )
