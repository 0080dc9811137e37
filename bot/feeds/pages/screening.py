"""Tells pages that are no review of one film or series, and weighs the signs that a page is one."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from bot.feeds.pages.headline_words import SEASON
from bot.feeds.pages.linked_data import Thing

A_LIST = "That page lists several texts. Please give me the address of one review."
SEVERAL = "That page reviews several films or series. Please give me one review at a time."
SOMETHING_ELSE = "That reviews something else than a film or a series."
NO_REVIEW = "That page does not read like a review of a film or a series."
_COUNTED = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|a dozen)"
)
_WORKS = r"(?:films|movies|shows|series|seasons|documentaries|comedies|dramas|thrillers)"
_KINDS = (
    (re.compile(
        r"\binterviews?\b(?!\s+the\b)|\bin conversation\b|\bconversation with\b|\bq\s?&\s?a\b", re.IGNORECASE,
    ), "That page looks like an interview, not like a review."),
    (re.compile(
        r"^(?:(?:the|our|my|die|les|los|las|le)\s)?(?:top\s)?\d{1,3}\s(?:[\w-]+\s){0,3}?(?:best|worst|greatest|"
        r"favou?rite|films|movies|shows|series|reasons|ways|tips|facts|actors|moments|scenes|\w+sten)\b"
        rf"|^(?:(?:the|our|my)\s)?(?:top\s)?{_COUNTED}\s(?:[\w-]+\s){{0,3}}?{_WORKS}\b"
        r"|\btop (?:\d{1,3}|ten)\b|\bbest (?:films|movies|shows|series|of \d{4})\b"
        r"|\b(?:watch-?list|what order|ranked|checklist|(?:episode|complete|ultimate|beginner'?s) guide|"
        r"where to (?:watch|stream)|tips)\b", re.IGNORECASE,
    ), "That page looks like a list or a guide, not like a review of one film or series."),
    (re.compile(
        r"\b(?:trailer|teaser|box office|in talks|to (?:direct|star in)|first look|release date|renewed for|"
        r"cancell?ed (?:by|after)|announces|daily deals|open thread|nominations|upset at)\b", re.IGNORECASE,
    ), "That page looks like news, not like a review."),
)  # fmt: skip
_REVIEW = re.compile(
    r"(?<![^\W_])(?:(?:film|movie|tv)?[- ]?reviews?|movie reaction|directed by|critiques?|(?:film)?kritik|"
    r"rezension|rese[nñ]h?a|"
    r"recensione|recension|cr[ií]tica|рецензия|отзыв)(?![^\W_])",
    re.IGNORECASE,
)
# "Such a paper reviews such a film": news of a review, and none itself
_OF_OTHERS_REVIEW = re.compile(
    r"^(?!(?:film|movie|tv)\b)\S+(?:\s\S+){0,3}?\sreviews\s[‘“\"'\w]", re.IGNORECASE
)
_DATED = re.compile(r"[(\[](?:18[7-9]\d|19\d\d|20\d\d)[)\]]")
_GENERIC = re.compile(
    r"(?:about(?: me| us)?|home|blog|posts?|tags?|categories|archives?|contact|search(?: results)?|page \d+|"
    r"(?:error )?404\b.*|.*\bnot found|.{1,80}\barchives|(?:category|tag|author|posts (?:by|from|in))\b.*)",
    re.IGNORECASE,
)
_LISTING_PATH = re.compile(
    r"/(?:categor(?:y|ies)|tags?|authors?|labels?|search)(?:/[^/]*){0,2}/?$"
    r"|/page/?\d+/?$|/(?:page\d+|archives?|\d{4}(?:/\d\d)?)/?$",
    re.IGNORECASE,
)
_LISTING_CLASSES = frozenset(
    {"archive", "paged", "error404", "search-results", "home-template", "tag-template", "author-template"}
)
_LISTING_TYPES = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage", "AboutPage", "ContactPage"})
_OTHER_SECTION = re.compile(
    r"\b(?:book|album|record|concert|gig|(?:video )?game|restaurant|product|theat(?:re|er)|stage|comic)s?"
    r"\s+reviews?\b|^(?:books?|games?|music|food|recipes?)\s*[•|:»/–—-]",
    re.IGNORECASE,
)
_OTHER = (
    r"(?:(?:video|board|computer|mobile|pc)\s?)?game|(?:audio)?book|novel|album|record|concert|gig|restaurant|"
    r"product|theat(?:re|er)|stage|play|opera|ballet|dance|exhibition|comic|manga|music"
)
_SECTION = (
    r"(?:books?|fiction|(?:video\s)?games?|gaming|music|albums?|theat(?:re|er)|stage|opera|dance|food|recipes?|"
    r"comics?)"
)
_CONSOLE = r"(?:ps[2-6]|playstation|xbox|nintendo|switch\s2)"
# Such as "Book review: a name", "a name, a game review", "Books: a name", "a name | Theatre", "a name (PS5)".
_CALLED_OTHER = re.compile(
    rf"^\W?(?:(?:an?|my|our|quick|short|mini)\s)*(?:{_OTHER})s?\s+reviews?\b(?=\W+\w)"
    rf"|(?:[:|•»–—]\s*|\s-\s+|[\[(])(?:(?:an?|my|our)\s)?(?:{_OTHER})\s+review\b"
    rf"|^{_SECTION}(?:\s*[•|»]|:|\s+[/–—-])\s(?!reviews?\b)|[|•»]\s*{_SECTION}\s*(?:[|•»–—-]|$)"
    rf"|(?:\b(?:on|for)\s(?:the\s)?|[\[(])(?:nintendo\s)?{_CONSOLE}\b|[\[(](?:{_OTHER})[\])]"
    r"|(?<!\w)(?:buch|hörbuch|theater|opern|konzert|platten|album|spiele?)-?(?:kritik|rezension|besprechung|test)\b",
    re.IGNORECASE,
)
# In "Some Long Name game review" a small letter tells it from a name; "Squid game" may be all of one.
_SAID_SMALL = re.compile(rf"(?<=\s)[\"'“‘]?[A-Z0-9][^\s:–—|]*\s(?:{_OTHER})\sreview\b")
_CALLED_SCREEN = re.compile(
    r"\b(?:films?|movies?|tv|television|series(?!\s[xs]\b)|seasons?|documentary|cinema|anime|kino)\b",
    re.IGNORECASE,
)
_OF_FILMS = re.compile(
    r"\b(?:films?|filme[ns]?|movies?|cinema\w*|cinéma|kino|película|direct(?:ors?|ed|ing)|screenplay|script|actors?|"
    r"actress(?:es)?|cast|performances?|protagonists?|characters?|scenes?|sequels?|remake|plot|audiences?|viewers?|"
    r"watch(?:ed|ing)?|seasons?|episodes?|tv|series|documentary|screen|hollywood|bollywood|netflix|oscars?|villain|"
    r"cgi|soundtrack)\b",
    re.IGNORECASE,
)
_ONLY_OF_FILMS = re.compile(
    r"\b(?:films?|movies?|cinema\w*|direct(?:ors?|ed|ing)|screenplay|actors?|actress(?:es)?|cast|sequels?|seasons?|"
    r"episodes?|tv|documentary|hollywood|bollywood|netflix|oscars?|cgi|soundtrack)\b",
    re.IGNORECASE,
)
_OF_OTHERS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"games?|gamers?|gameplay|players?|xbox|playstation|ps[2-6]|nintendo|consoles?|multiplayer|combat|boss(?:es)?"
        r"|rpgs?|dlc|platformers?|framerate|controllers?|playthrough|npcs?",
        r"books?|novels?|readers?|author|chapters?|memoir|publisher|isbn",
        r"albums?|tracks?|vinyl|guitars?|lp",
        r"apple|macbook|iphone|ipad|laptop|battery|lens|keyboard|android|software|processor|ios",
        r"nfl|nba|nhl|mlb|quarterbacks?|touchdowns?|innings?|playoffs?|rebounds?|pitchers?|goalies?|offseason|roster"
        r"|defensive|offense|yards|league|coach",
        r"restaurant|menu|dish(?:es)?|recipe|chef|tablespoons?",
    )
)
# Plays have directors, actors and scenes as films have; what they have not is a word for the film itself.
_OF_STAGES = re.compile(
    r"theatre|theat(?:re|er)goers?|stage[ds]?|onstage|offstage|stagings?|stagecraft|playwrights?|broadway|stalls|"
    r"matin[ée]es?|proscenium|auditorium|rsc|curtain|interval|libretto|sopranos?|ballet|choreograph(?:y|er|ed)",
    re.IGNORECASE,
)
_OF_SCREENS = re.compile(
    r"films?|filmed|filmmakers?|movies?|cinema\w*|screen(?:play|writer)?s?|cameras?|documentary|tv|seasons?|episodes?|"
    r"hollywood|netflix|oscars?",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|and|of|to|is|that)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ENTRIES = re.compile(r"^.{1,80}[(\[](?:18[7-9]\d|19\d\d|20\d\d)[)\]]\W*$")
_EPISODE = re.compile(r"\bepisodes?\b|\bs\d{1,2}e\d{1,2}\b", re.IGNORECASE)
_MANY_EPISODES = 10
_FEW_WORDS, _MOST_TEXT, _MOST_HEADINGS = 120, 6_000, 60
_STAGED, _FEW_OTHERS = 5, 3
_UNSURE, _KNOWN_NAME, _SURE = 0.65, 0.8, 0.95


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a page being a review and against it; `film_words` is the share of words of films."""

    says_review: bool
    is_known: bool
    of_others: bool
    film_words: float
    is_english: bool
    tells_episodes: bool

    def surest(self, scored: bool) -> float:
        """How sure a title that is not stated as data can be; `scored` is whether the review has a score."""
        if self.of_others or (self.is_english and self.film_words < 0.0045):
            return _UNSURE
        if self.says_review:
            return _SURE
        if self.tells_episodes:
            return _UNSURE
        if scored:
            return _SURE
        return _KNOWN_NAME if self.is_known and self.film_words > 0.02 else _UNSURE


def is_a_listing(tree: LexborHTMLParser, url: str, things: Sequence[Thing], headlines: Sequence[str]) -> bool:
    """Whether the page is a home page, a category, a search or the like: by address, classes, title."""
    classes = set(((tree.body.attributes.get("class") or "") if tree.body else "").lower().split())
    if classes & _LISTING_CLASSES or {"home", "blog"} <= classes:
        return True
    path = urlsplit(url).path
    if _LISTING_PATH.search(path) or any(thing.types & _LISTING_TYPES for thing in things):
        return True
    is_home = bool(url) and path.strip("/").lower() in {"", "index.html", "index.php"}
    headline = headlines[0].strip() if headlines else ""
    return (is_home and not _REVIEW.search(headline)) or bool(_GENERIC.fullmatch(headline))


def has_several(tree: LexborHTMLParser) -> bool:
    """Whether the page is made of short reviews: three headings or more that name a film with its year."""
    found = {
        text.lower()
        for node in tree.css("h2, h3")[:_MOST_HEADINGS]
        if _ENTRIES.match(text := " ".join(node.text(separator=" ").split())) and node.css_first("a") is None
    }
    return len(found) >= 3


def why_not(headlines: Sequence[str], text: str, known: Callable[[str], bool]) -> str:
    """What the page seems to be where it is no review of a film, for people to read; else empty."""
    if calls_itself_other(headlines, known):
        return SOMETHING_ELSE
    headline = headlines[0] if headlines else ""
    if not (_REVIEW.search(headline) or _DATED.search(headline) or known(headline)):
        for pattern, sentence in _KINDS:
            if any(pattern.search(each) for each in headlines[:2]):
                return sentence
    beginning = text[:_MOST_TEXT]
    told = _counted(beginning)
    if not any(SEASON.search(each) for each in headlines[:2]):
        told.pop("season", None)  # sports have seasons, too
    of_films, only_of_films = _share(_OF_FILMS, told), _share(_ONLY_OF_FILMS, told)
    nouns = _nouns(headlines, beginning)
    of_others = _share_of_others(nouns)
    section = any(_OTHER_SECTION.search(each) for each in headlines[:3])
    if of_others >= 5 and (of_others >= 2.5 * only_of_films or (section and of_others > only_of_films)):
        return SOMETHING_ELSE
    if _share(_OF_STAGES, nouns) >= _STAGED and not _share(_OF_SCREENS, told):
        return SOMETHING_ELSE
    count = len(beginning.split())
    if count > _FEW_WORDS and _is_english(beginning, count) and of_films < max(1, 0.002 * count):
        return NO_REVIEW
    return ""


def calls_itself_other(headlines: Sequence[str], known: Callable[[str], bool]) -> bool:
    """Whether one of the first two headlines names a book, a play, a game or the like, and none a film."""
    if any(_CALLED_SCREEN.search(each) for each in headlines[:2]):
        return False
    return any(
        (_CALLED_OTHER.search(each) or _SAID_SMALL.search(each)) and not _is_a_known_name(each, known)
        for each in headlines[:2]
    )


def _is_a_known_name(headline: str, known: Callable[[str], bool]) -> bool:
    """Whether what stands before "review" is a known work; a single word is a section as often."""
    name = _REVIEW.split(headline)[0].strip(" -–—:|")
    return " " in name and known(name)


def looks_like_another(headlines: Sequence[str], text: str, known: Callable[[str], bool]) -> bool:
    """Whether a text that somebody chose as a review looks like none, or leans towards something else."""
    return bool(why_not(headlines, text, known)) or _leans_away(headlines, text[:_MOST_TEXT])


def signs_of(headlines: Sequence[str], url: str, text: str, known: Callable[[str], bool]) -> Signs:
    """The signs of a review in headlines, address and words."""
    beginning = text[:_MOST_TEXT]
    count = max(1, len(beginning.split()))
    said = [*headlines[:3], urlsplit(url).path]
    return Signs(
        says_review=any(_REVIEW.search(each) or _DATED.search(each) for each in said)
        and not any(_OF_OTHERS_REVIEW.search(each) for each in headlines[:3]),
        is_known=any(known(each) for each in headlines[:3]),
        of_others=_leans_away(headlines, beginning),
        film_words=_share(_OF_FILMS, _counted(beginning)) / count,
        is_english=_is_english(beginning, count),
        tells_episodes=len(_EPISODE.findall(beginning)) >= _MANY_EPISODES,
    )


def _leans_away(headlines: Sequence[str], text: str) -> bool:
    """Whether twice as many words are of games, books, plays and the like as of films alone."""
    told, nouns = _counted(text), _nouns(headlines, text)
    others, stages = _share_of_others(nouns), _share(_OF_STAGES, nouns)
    return others >= max(_FEW_OTHERS, 2 * _share(_ONLY_OF_FILMS, told)) or (
        stages >= max(_FEW_OTHERS, 2 * _share(_OF_SCREENS, told))
    )


def _nouns(headlines: Sequence[str], text: str) -> Counter[str]:
    """The words told, those of a headline in small letters only: "The Book Thief" tells of no book."""
    told, written = _counted(text), Counter(_WORD.findall(text))
    for word in _counted(" ".join(headlines[:2])):
        told[word] = written[word]
    return told


def _share_of_others(told: Counter[str]) -> int:
    return max(_share(words, told) for words in _OF_OTHERS)


def _counted(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _share(vocabulary: re.Pattern[str], told: Counter[str]) -> int:
    """How many of the words told are of the vocabulary; each different word is looked at once."""
    return sum(count for word, count in told.items() if vocabulary.fullmatch(word))


def _is_english(text: str, count: int) -> bool:
    return len(_ENGLISH.findall(text)) > 0.06 * count
