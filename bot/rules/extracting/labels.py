"""Reads the short facts: kind, platform, genres and content notes."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from bot.rules.extracting.cleaning import Article
from storage import Kind

_PLATFORMS = {
    "netflix": "Netflix", "prime video": "Prime Video", "amazon prime": "Prime Video", "disney+": "Disney+",
    "disney plus": "Disney+", "hulu": "Hulu", "hbo max": "Max", "hbo": "HBO", "apple tv": "Apple TV+",
    "paramount+": "Paramount+", "paramount plus": "Paramount+", "peacock": "Peacock", "shudder": "Shudder",
    "mubi": "MUBI", "criterion channel": "Criterion Channel", "iplayer": "BBC iPlayer", "itv": "ITV",
    "itvx": "ITV", "viki": "Viki", "hotstar": "Hotstar", "zee5": "ZEE5", "sonyliv": "SonyLIV",
}  # fmt: skip
_PLATFORM = re.compile(
    rf"(?<!\w)(?P<name>{'|'.join(map(re.escape, sorted(_PLATFORMS, key=len, reverse=True)))})(?!\w)",
    re.IGNORECASE,
)
_TO_BE_SEEN = re.compile(
    r"\b(?:stream\w*|available|watch\w*|out|now|premier\w+|land(?:s|ed)|arriv\w+|airs?|see it)\b[^.!?]{0,40}?"
    r"\b(?:on|to|via)\s$",
    re.IGNORECASE,
)
_GENRES = {
    "Action": r"action",
    "Adventure": r"adventure",
    "Animation": r"anim(?:ated|ation|e)",
    "Comedy": r"comed(?:y|ies)|rom-?com",
    "Crime": r"crime|gangster|heist",
    "Documentary": r"documentar(?:y|ies)|docuseries",
    "Drama": r"(?:melo|k-)?drama",
    "Family": r"family",
    "Fantasy": r"fantasy",
    "Horror": r"horror|slasher",
    "Musical": r"musical",
    "Mystery": r"mystery|whodunn?it",
    "Romance": r"romance|romantic|rom-?com",
    "Science fiction": r"sci-?fi|science[- ]fiction",
    "Thriller": r"thriller",
    "War": r"war",
    "Western": r"western",
}
_GENRE_OF = {genre: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for genre, words in _GENRES.items()}
_ANY_GENRE = re.compile(rf"\b(?:{'|'.join(_GENRES.values())})\b")
_RUN = rf"(?:(?:{'|'.join(_GENRES.values())})(?:[\s/-]|,\s)(?:and\s)?)"
_NOUN = (
    r"(?:thriller|drama|comed(?:y|ies)|horror|romance|rom-?com|mystery|western|musical|documentary|"
    r"docuseries|slasher|whodunn?it)"
)
_WORK = r"(?:film|movie|series|show|flick|feature|franchise|saga|epic|adventure)"
_CLASSED = re.compile(rf"\b(?P<genres>{_RUN}{{0,4}}{_NOUN}|{_RUN}{{1,4}}(?={_WORK}\b))")
_NOTES = {
    "sexual violence": (
        r"sex(?:ual)?[- ](?:traffick\w+|violence|assault|abuse|predator\w*)|rap(?:e|ed|es|ist)\b|molest\w*"
    ),
    "suicide": r"suicid\w*|self-harm\w*",
    "violence": (
        r"violen(?:t|ce)|kill(?:s|ed|ings?|ers?)?\b|murder\w*|shoots?\b|shoot-?outs?|blood\w*|brutal\w*|"
        r"gunfights?"
    ),
    "gore": r"gor(?:e|y)\b|dismember\w*|disembowel\w*|splatter\w*",
    "drug use": r"(?:drug|heroin|cocaine|meth)(?: use| abuse|[- ]addict\w*|[- ]taking)|junkies?",
    "child abuse": r"child abuse|abused child\w*|paedophil\w*|pedophil\w*",
    "domestic abuse": (r"domestic (?:abuse|violence)|abusive (?:husband|wife|marriage|partner|relationship)"),
    "animal cruelty": r"animal cruelty|dog-?fight\w*",
    "nudity": r"nudity|full-frontal",
    "strong language": r"strong language|profanit\w+",
    "racism": r"racis(?:m|t)|lynch\w*",
    "eating disorder": r"eating disorders?|anorexi\w+|bulimi\w+",
}
_NOTE_CUE = re.compile(rf"\b(?:{'|'.join(f'({cues})' for cues in _NOTES.values())})")
_FILM = re.compile(r"\b(?:films?|movies?|feature film|directorial debut|cinema|box office|runtime|flick)\b")
_SERIES = re.compile(
    r"\b(?:series(?! of)|episodes?|seasons?|(?:the|this|tv|television) show|miniseries|mini-series|"
    r"k-?dramas?|showrunner|sitcom|docuseries|(?:tv|television|\w+-part) (?:drama|comedy)|bbc ?[1-4]|"
    r"pilot|television|s\d\d(?:e\d\d)?|binge\w*|anime(?!\s(?:films?|movies?|feature)))\b"
)
# "The Salt Road series continues", "a film series": several films, where nothing else speaks of television.
_FRANCHISE = re.compile(
    r"\b(?:[Tt]he\s(?!(?:Netflix|HBO|BBC|ITV|Amazon|Prime|Disney|Hulu|Apple|TV|Max|FX|AMC|Channel|\w+(?:ish|an|ese))\b)"
    r"[A-Z][\w'.-]*\s(?!Original\b)[A-Z][\w'.-]*|[Ff]ilm|[Mm]ovie)\sseries\b"
)
_EARLY = 0.3
_MOST_GENRES = 4


def find_kind(article: Article, season: int | None) -> Kind:
    """Film, series or season; a word in the headline counts as much as five elsewhere."""
    if season is not None:
        return "season"
    film, series = _signs_of_kind(article)
    return "series" if series > film else "film"


def sure_of_kind(article: Article, season: int | None) -> float:
    """How far the kind can be trusted, from 0 to 1: by how much one outweighs the other."""
    film, series = _signs_of_kind(article)
    share = max(film, series) / (film + series + 1)
    return 0.9 if season is not None else round(min(0.95, 0.3 + 0.7 * share), 2)


def _signs_of_kind(article: Article) -> tuple[int, int]:
    text, headline = article.lowered, " ".join(article.head[:1]).lower()
    film = len(_FILM.findall(text)) + 4 * len(_FILM.findall(headline))
    said = _SERIES.findall(text) + 4 * _SERIES.findall(headline)
    is_franchise = set(said) == {"series"} and _FRANCHISE.search(article.text)
    return film, 0 if is_franchise else len(said)


def find_platform(article: Article) -> str:
    """Where the work can be seen: named in the headline, by a label, or as where to watch it."""
    labels = ("platform", "network", "streaming on", "where to watch")
    told = (article.labels.get(label, "") for label in labels)
    for place in (article.lines[0] if article.lines else "", *told):
        if found := _PLATFORM.search(place):
            return _PLATFORMS[found["name"].lower()]
    text, counts = article.text, Counter[str]()
    for found in _PLATFORM.finditer(text):
        to_be_seen = _TO_BE_SEEN.search(text[max(0, found.start() - 60) : found.start()])
        if to_be_seen or text.startswith("'s new", found.end()):
            counts[_PLATFORMS[found["name"].lower()]] += 1
    return max(counts, key=lambda platform: counts[platform], default="")


def find_genres(article: Article, compared: Sequence[str] = ()) -> tuple[str, ...]:
    """Genres that the article calls the work by: early on, or more than once; at most four.

    `compared` are other works; a genre that stands right before one of them is theirs.
    """
    if label := article.labels.get("genre", article.labels.get("genres", "")):
        return _genres_in(label.lower())
    text, counts = article.lowered, Counter[str]()
    for found in _CLASSED.finditer(text):
        following = text[found.end() : found.end() + 40]
        if not any(name.lower() in following for name in compared):
            weight = 2 if found.start() <= _EARLY * len(text) else 1
            counts.update(dict.fromkeys(_genres_in(found["genres"]), weight))
    return tuple(genre for genre, count in counts.most_common(_MOST_GENRES) if count > 1)


@lru_cache  # few phrases make up most of what is said
def _genres_in(phrase: str) -> tuple[str, ...]:
    return tuple(genre for genre, words in _GENRE_OF.items() if words.search(phrase))


def names_genres(phrase: str) -> bool:
    """Whether a phrase is a row of genres, such as "Crime Mystery Thriller", with one other word at most."""
    found, count = len(_ANY_GENRE.findall(phrase.lower())), len(phrase.split())
    return count == found > 0 or (found > 1 and count == found + 1)


def find_notes(sentences: Sequence[str]) -> tuple[str, ...]:
    """What some viewers want to know beforehand, as general labels that tell nothing of the story."""
    text = " ".join(sentences).lower()
    found = {cue.lastindex for cue in _NOTE_CUE.finditer(text)}
    return tuple(note for number, note in enumerate(_NOTES, start=1) if number in found)
