"""The words that stand around a work's name in headlines, in the languages that reviews are written in."""

import re

from bot.rules.extracting import headline_words as foreign

YEAR = r"(?:18[7-9]\d|19\d\d|20\d\d)"
ORDER = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(ORDER[1:])})"
SEASON = re.compile(
    rf"[\s,:|(\[–—-]*\b(?:(?:season|series|saison|staffel|temporada|stagione|seizoen)\s(?P<number>{_NUMBER})"
    rf"|(?P<ordinal>{'|'.join(ORDINALS[1:])})\sseason|s(?P<short>\d{{1,2}}))\b[)\]]?",
    re.IGNORECASE,
)
DATED = re.compile(
    rf"^(?P<name>.+?)[\s,]*[(\[](?:[\w ,]{{0,20}}?\b)?(?P<year>{YEAR})(?:\s?[-–]\s?(?:{YEAR})?)?[)\]]"
)
QUOTED = re.compile(r"(?<!\w)[\"'“”‘’«„](?P<name>[^\"“”«»]{1,70}?)[\"'“”‘’»](?!\w)")
REVIEW_WORD = (
    r"(?:(?:mini|short|capsule|video|advance|early|full|quick|final|mid-?season|honest)[- ])?reviews?(?:ed)?"
    rf"|(?:film|movie) reaction|{foreign.FOREIGN_REVIEW}"
)
REVIEW = re.compile(rf"(?<![\w'’-])(?:{REVIEW_WORD})(?![\w'’-])", re.IGNORECASE)
FOREIGN_REVIEW = re.compile(rf"(?:{foreign.FOREIGN_REVIEW})", re.IGNORECASE)
SEPARATOR = re.compile(r"\s+[-–—|»«·•~/]+\s+|\s*\|\s*|\s*::\s*|\s*[»«]\s*")
BREAK = re.compile(r"\s+[-–—|]+\s+|\s?:\s+|\s*[|]\s*|\?\s+|!\s+|;\s+")
SCORE = re.compile(
    r"[\[(]?\s*\b\d{1,3}(?:[.,]\d{1,2})?\s?/\s?(?:4|5|6|10|20|100)\b(?:\s?stars?)?\s*[\])]?|[★☆⭐✭✮✩½*]{2,}½?|[★☆⭐✭✮]½?|"
    r"[\[(](?:[A-DF][+−-]|[A-DF](?=[\])]\s*$))[\])]|\b\d(?:\.\d)?\sstars?\b"
)
_PLATFORM = (
    r"netflix(?:['’]s)?|(?:amazon\s)?prime(?:\svideo)?(?:['’]s)?|amazon(?:['’]s)?|disney\s?(?:\+|plus)(?:['’]s)?|hulu(?:['’]s)?|"
    r"hbo(?:\smax)?(?:['’]s)?|apple\stv\+?(?:['’]s)?|paramount\+|peacock(?:['’]s)?|shudder(?:['’]s)?|mubi|hotstar|"
    r"blu-?ray(?:\sdisc)?|dvd|4k|uhd|vod|imax|3d"
)
FILLER = (
    rf"{_PLATFORM}|movies?|films?|tv|television|show|web|mini-?series|drama series|anime|documentary"
    rf"|k-?drama|c-?drama|"
    r"j-?drama|bollywood|hollywood|telugu|tamil|hindi|malayalam|korean|spoiler[- ]free|no spoilers?"
    r"|non[- ]spoiler|"
    r"spoilers?|quick|early|advance|my|our|the movie|first look|classic|retro|throwback|really late"
    r"|late|new|on|at"
)
TRAILING = re.compile(rf"[\s,:|(\[–—-]*(?<![\w'’])(?:{FILLER}|series)[)\]]?$", re.IGNORECASE)
LEADING = re.compile(
    rf"^(?:{FILLER}|series|stream it or skip it|film of the week|movie of the week)(?![\w'’])[\s:|–—-]+",
    re.IGNORECASE,
)
ONLY_FILLER = re.compile(rf"(?:(?:{FILLER}|series|very|really|belated)[\s:|–—-]*)+", re.IGNORECASE)
AFTER = re.compile(
    rf"^\s*(?:\#\s?\d+)?\s*(?:\s?:|[-–—|/]|(?:{foreign.PREPOSITION})\b|#\d+)\s*"
    rf"(?:(?:{foreign.KIND_NOUN}|film|película|serie)\s)?",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"(?:\s[-–—|:]+|:)\s+(?:an?|my|our|the)\s*$", re.IGNORECASE)  # "Title: a review"
POSSESSED = re.compile(r"^(?:[A-Z][\w.-]+\s){1,3}?[A-Z][\w.-]+['’]s?\s+(?=[\"'“”‘’A-Z])")
CREDITED = re.compile(
    r"[\s,(\[–—-]+(?:(?:(?:written|produced) and )?directed by|dir\.|starring|regie:|dire[cç][aã]o:"
    r"|dirigida por|réalisé par|regia di)\s.*$",
    re.IGNORECASE,
)
TELLS = re.compile(
    r"\s(?:is|isn['’]t|was|are|has|may|will|proves|feels|offers|delivers|stars|makes|gets|brings|goes)\s",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"(?:[\w.-]+['’]s\s+)?(?:(?:the|a|film|movie|tv|series|show|blog|news|home|latest|all|my|dvd|blu-?ray|entertainment|arts|culture|cinema|and|&|"
    r"reviews?|critiques?|kritiken|posts?|archives?|page|website|site|podcast|of|section)\W*)+",
    re.IGNORECASE,
)
COLUMN = re.compile(r"^[^#]{0,60}#\s?\d+\s*[:|–—-]\s*")  # the number of a column: "Late Show #12: Name"
FESTIVAL = re.compile(
    rf"[\s,(\[–—|:-]+(?:(?:[A-Z]\w+\s){{1,3}}Film Festival|{foreign.FESTIVALS})"
    r"(?:\s(?:Film\s)?(?:Festival|Fest))?\s?(?:['’]?\d\d|20\d\d)?[)\]]?$"
)
IN_BRACKETS = re.compile(r"^(?P<name>.{2,}?)\s+\((?P<other>[^()]{2,60})\)$")  # another name, or a remark
NAME_THEN_WORDS = re.compile(r"(?P<name>[^:]{2,60}):\s[a-z]")  # "Name: what the writer thinks of it"
TEMPLATE = re.compile(r"<%|{{|{%|\$\{")  # what a site's program forgot to fill in
WORD = re.compile(r"[^\W_](?:[\w'’.&!-]*[\w!])?\??")
SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is",
    "of", "on", "or", "the", "to", "vs", "with",
})  # fmt: skip
