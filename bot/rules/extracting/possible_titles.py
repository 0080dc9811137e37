"""What a title can be at all, and how often an article names it."""

import re
from collections.abc import Iterator

from bot.rules.extracting.cleaning import Article, words
from bot.rules.extracting.first_names import FIRST_NAMES
from bot.rules.extracting.headline_words import SCORE_LABEL
from bot.rules.extracting.headlines import SEASON, is_filler
from bot.rules.extracting.names import places_of

_REVIEW = re.compile(r"\breview(?:ed|s)?\b", re.IGNORECASE)
_NEVER = re.compile(
    r"(?:reviews?|movies?|films?|series|anime|manga|cartoons?|documentar(?:y|ies)|re-?watch(?:ed)?|"
    r"trailer|verdict|rating|score|grade|plot|story|cast|director|starring|"
    r"spoilers?|notice|note|warning|disclaimer|update|introduction|overview|zero|seen|watched|"
    r"title|year|runtime|language|(?:now|currently) (?:playing|showing|streaming)|coming soon|"
    r"in (?:cinemas|theat(?:er|re)s)(?: now)?|"
    r"tl;?dr|summary|synopsis|(?:plot|story|movie|film)\s(?:summary|synopsis|outline|overview|details)|"
    r"(?:the\s)?(?:vitals|premise|basics|facts|plot|review|highlights|downsides?|upsides?)|"
    r"general impressions?|(?:my|final|closing|overall)\s(?:thoughts|verdict)|"
    r"info(?:rmation)?|details|background|premise|conclusion|"
    r"(?:this|that|these|those|my|your)\s(?:films?|movies?|shows?|series|year|week|month)|"
    r"(?:part|chapter|episode|volume)\s\w+|\w+n't|(?:i|you|we|they|he|she|it|that|there|what|who)'\w+)"
)
_FIGURES = re.compile(r"\d+\s(?:(?:on|of|out|the|to|an?|in|and|at|from|by|for|or|\d+)\s)*\d+")
_SMALL_ARTICLE = re.compile(r"an?\s[A-Z]")
_SELDOM = re.compile(
    r"(?:i{1,3}|iv|vi{1,3}|ix|it|he|she|we|you|they|her|if|\d{1,4}|3-?d|imax|cgi|hd|la|nyc|uk|usa|dc|tv|dvd|"
    r"american|british|chinese|english|french|german|indian|irish|italian|japanese|korean|russian|spanish)"
)
_HARDLY = re.compile(
    r"(?:as|but|and|so|yet|with|for|at|on|by|of|to|from|while|though|like|even|here|this|that|the|an?|his|my|our|there|when|in)"
)
_MENU = re.compile(
    r"(?:home|news|movies|films|music|culture|country|score|features|archives?|entertainment|"
    r"bengali|bollywood|english|hindi|hollywood|kannada|korean|malayalam|marathi|tamil|telugu)"
)
_TELLS = r"\s(?:is|was|follows|tells|opens|begins|stars|takes|works|feels|never|does)\b"
_DATE_OR_STUDIO = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:[a-z]*)\.?\s\d{1,2}(?:st|nd|rd|th)?"
    r"(?:,?\s(?:19|20)\d\d)?|posted\b.*|published\b.*|(?:\w+\s){1,3}(?:pictures|studios|productions|"
    r"entertainment|releasing)"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = re.compile(
    rf"\b(?:{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,\s(?:19|20)\d\d|\d{{1,2}}:\d\d\b|"
    rf"[:,]\s{_MONTH}\s\d{{1,2}}$|\s[-–]\s{_MONTH}\s(?:19|20)\d\d$)"
)
_JOINS = re.compile(r"(?:And|But|Or|So|Then):")
_MARKUP = re.compile(r"[{}=<>\\]")
_TWO_SENTENCES = re.compile(r"[!?]\s(?P<next>[A-Z][^!?]*)$")
_OPEN_QUOTE = re.compile(r"\s'[A-Z][^']*$|^[^\"]*\s\"[A-Z][^\"]*$")
_GOES_ON = re.compile(r"\s[A-Z]\w")
_BEGAN = re.compile(r"[a-z,]\s[A-Z][\w-]+\s$")
LONGEST_TITLE, _LONGEST_SHOUT, _NEAR, _BYLINES = 80, 3, 30, 4  # characters, words, characters, lines
_MOST_COMMAS = 2  # "Sex, Lies, and Videotape"


def is_possible(title: str, article: Article) -> bool:
    """Whether the article's work may be called so; figures and words such as "It" or "Home" seldom are."""
    lowered = title.lower()
    return (
        0 < len(title) <= LONGEST_TITLE
        and "\n" not in title
        and " | " not in title
        and not _MARKUP.search(title)
        and not _DAY.search(lowered)
        and not _JOINS.match(title)
        and not _runs_on(title, article)
        and not _SMALL_ARTICLE.match(title)
        and words(title) <= 10
        and title.count(", ") <= _MOST_COMMAS
        and any(character.isalnum() for character in title)
        and not _FIGURES.fullmatch(lowered)
        and not _is_the_author(lowered, article)
        and not _is_a_heading(title, article)
        and not _NEVER.fullmatch(lowered)
        and not SEASON.fullmatch(lowered)
        and not (_DATE_OR_STUDIO.fullmatch(lowered) and title != article.lines[0])
        and not (_SELDOM.fullmatch(lowered) and not _is_headed(title, article))
        and not (_HARDLY.fullmatch(lowered) and not _often_quoted(title, article))
        and not (_MENU.fullmatch(lowered) and not _is_told_of(title, article))
        and not is_filler(title)
        and not _OPEN_QUOTE.search(title)
        and not _REVIEW.search(title)
        and not re.fullmatch(
            rf"{SCORE_LABEL}\s?(?::.*|[\d.,/\s]*)|"
            r"\W+|[\W\d]+(?:min(?:ute)?s?)|\d+\W[\W\d]*|\w+:[\s\d./-]+|"
            r".*\b(?:(?:directed|screenplay|story|written) by|starring|director|"
            r"(?:rating|score|grade|verdict):).*",
            lowered,
        )
    )


def _runs_on(title: str, article: Article) -> bool:
    """Whether its last words begin a sentence behind a mark, as in "the best of 2003! It is wet."."""
    two = _TWO_SENTENCES.search(title)
    if two is None or article.text.count(two["next"]) == article.text.count(title) > 1:
        return False
    return re.search(rf"{re.escape(title)}\s[a-z]", article.text) is not None


def _is_the_author(name: str, article: Article) -> bool:
    """Whether one of the first lines begins "By Ida Holm"."""
    byline = f"by {name}"
    return any(
        line.lower().startswith(byline) and not line[len(byline) :][:1].isalnum()
        for line in article.lines[:_BYLINES]
    )


def _is_a_heading(title: str, article: Article) -> bool:
    """Whether it stands before a colon, and not in the headline: on a line of its own, or in the cast."""
    if title in article.lines[0]:
        return False
    plays = title.partition(" ")[0] in FIRST_NAMES and f"\n{title}: " in article.text
    return plays or f"{title}:" in article.lines


def is_exclaimed(title: str) -> bool:
    """Whether it is said aloud: "I didn't kill my wife!", where "Airplane!" is a name."""
    return title[-1:] in {"!", "?"} and words(title) > _LONGEST_SHOUT


def _is_headed(title: str, article: Article) -> bool:
    """Whether a headline has only it, perhaps with a year or the word "review", or it stands in quotes."""
    if title.lower() not in article.lines[0].lower():
        return _often_quoted(title, article)
    headline = re.compile(
        rf"(?:(?P<said>(?:\w+\s)?reviews?\s?[:|–—-]\s?)|(?:film|movie)\s?[:|–—-]\s?)?['\"]?{re.escape(title)}['\"]?"
        r"(?P<told>\s?[(\[][^()\[\]]{0,30}(?:19|20)\d\d[)\]]|\s?[:|–—-]?\s(?:an?\s)?(?:\w+\s){0,2}?review\b)?.*",
        re.IGNORECASE,
    )
    found = headline.fullmatch(article.lines[0][:200])
    is_said = bool(found and (found["said"] or found["told"]))
    is_alone = article.lines[0] == title and (not title.isdigit() or mentions_of(title, article) > 0)
    return is_said or is_alone or _often_quoted(title, article)


def _is_told_of(title: str, article: Article) -> bool:
    """Whether the text says "Home follows ..." or has the name in quotation marks, more than once."""
    return bool(re.search(rf"(?<!\w){re.escape(title)}{_TELLS}", article.body)) or _often_quoted(
        title, article
    )


def _often_quoted(title: str, article: Article) -> bool:
    return sum(article.body.count(f"{mark}{title}{mark}") for mark in "'\"") > 1


def mentions_of(title: str, article: Article) -> int:
    """How often the body names it; a name in quotation marks is meant as one and counts twice."""
    body = article.body
    return sum(2 if around in {"''", '""'} else 1 for around in _surroundings(title, body))


def is_within_longer(word: str, article: Article) -> bool:
    """Whether the body has the word mostly within longer names, as "Lock" in "The Lock Keeper"."""
    body = article.body
    longer = sum(
        bool(_GOES_ON.match(body, place + len(word)) or _BEGAN.search(body, max(0, place - _NEAR), place))
        for place in places_of(word, body)
    )
    return 2 * longer > body.count(word)


def _surroundings(title: str, body: str) -> Iterator[str]:
    for place in places_of(title, body):
        yield body[place - 1 : place] + body[place + len(title) : place + len(title) + 1]
