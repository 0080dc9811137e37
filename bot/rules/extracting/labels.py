"""Reads the short facts: kind, platform, genres, content notes and language."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.rules.extracting.cleaning import Article
from storage import Kind

_PLATFORMS = {
    "Netflix": r"netflix",
    "Prime Video": r"(?:amazon )?prime video|amazon prime",
    "Disney+": r"disney ?(?:\+|plus)",
    "Hulu": r"hulu",
    "Max": r"hbo max",
    "HBO": r"hbo(?! max)",
    "Apple TV+": r"apple tv ?(?:\+|plus)?",
    "Paramount+": r"paramount ?(?:\+|plus)",
    "Peacock": r"peacock",
    "Shudder": r"shudder",
    "MUBI": r"mubi",
    "Criterion Channel": r"criterion channel",
    "BBC iPlayer": r"iplayer",
    "ITV": r"itv(?:x)?",
    "Viki": r"(?:rakuten )?viki",
    "Disney+ Hotstar": r"hotstar",
    "ZEE5": r"zee ?5",
    "SonyLIV": r"sony ?liv",
}
_WHERE = r"(?:(?:streams?|streaming|available|watch\w*|out|now|premier\w+|land(?:s|ed)|arriv\w+|airs?|see it)\b[^.!?]{0,40}?\b(?:on|to|via)\s)"
_GENRES = {
    "Action": r"action", "Adventure": r"adventure", "Animation": r"anim(?:ated|ation|e)", "Comedy": r"comed(?:y|ies)|rom-?com",
    "Crime": r"crime|gangster|heist", "Documentary": r"documentar(?:y|ies)|docuseries", "Drama": r"(?:melo|k-)?drama",
    "Family": r"family", "Fantasy": r"fantasy", "Horror": r"horror|slasher", "Musical": r"musical", "Mystery": r"mystery|whodunn?it",
    "Romance": r"romance|romantic|rom-?com", "Science fiction": r"sci-?fi|science[- ]fiction", "Thriller": r"thriller",
    "War": r"war", "Western": r"western",
}  # fmt: skip
_GENRE_WORD = "|".join(_GENRES.values())
_NOUN = r"thriller|drama|comed(?:y|ies)|horror|romance|rom-?com|mystery|western|musical|documentary|docuseries|slasher|whodunn?it"
_CLASSED = re.compile(
    rf"\b(?P<genres>(?:(?:{_GENRE_WORD})(?:[\s/-]|,\s)+(?:and\s)?){{0,4}}(?:{_NOUN})|"
    rf"(?:(?:{_GENRE_WORD})(?:[\s/-]|,\s)+){{1,4}}(?=(?:film|movie|series|show|flick|feature|franchise|saga|epic|adventure)\b))",
    re.IGNORECASE,
)
_NOTES = {
    "sexual violence": r"sex(?:ual)?[- ](?:traffick\w+|violence|assault|abuse|predator\w*)|rap(?:e|ed|es|ist)\b|molest\w*",
    "suicide": r"suicid\w*|self-harm\w*",
    "violence": r"violen(?:t|ce)|kill(?:s|ed|ings?|ers?)?\b|murder\w*|shoots?\b|shoot-?outs?|blood\w*|brutal\w*|gunfights?",
    "gore": r"gor(?:e|y)\b|dismember\w*|disembowel\w*|splatter\w*",
    "drug use": r"(?:drug|heroin|cocaine|meth)(?: use| abuse|[- ]addict\w*|[- ]taking)|junkies?",
    "child abuse": r"child abuse|abused child\w*|paedophil\w*|pedophil\w*",
    "domestic abuse": r"domestic (?:abuse|violence)|abusive (?:husband|wife|marriage|partner|relationship)",
    "animal cruelty": r"animal cruelty|dog-?fight\w*",
    "nudity": r"nudity|full-frontal",
    "strong language": r"strong language|profanit\w+",
    "racism": r"racis(?:m|t)|lynch\w*",
    "eating disorder": r"eating disorders?|anorexi\w+|bulimi\w+",
}
_FILM = re.compile(
    r"\b(?:films?|movies?|feature|directorial debut|cinema|box office|runtime|flick)\b", re.IGNORECASE
)
_SERIES = re.compile(
    r"\b(?:series|episodes?|seasons?|shows?|miniseries|mini-series|k-?dramas?|showrunner|sitcom|docuseries)\b",
    re.IGNORECASE,
)
_STOP_WORDS = {
    "en": "the and of is that with this for it was but as",
    "es": "el los las una que con por para es pero como muy",
    "fr": "le les une des est que dans pour pas avec sur mais",
    "de": "der die das und ist nicht ein eine mit auf den aber",
    "it": "il gli una che di per con non sono della ma anche",
    "pt": "os uma que não com para é do da mas em um",
}
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)


def find_kind(article: Article, season: int | None) -> Kind:
    """Film, series or season; a word in the headline counts as much as five elsewhere."""
    if season is not None:
        return "season"
    headline = article.head[0] if article.head else ""
    film = len(_FILM.findall(article.text)) + 4 * len(_FILM.findall(headline))
    series = len(_SERIES.findall(article.text)) + 4 * len(_SERIES.findall(headline))
    return "series" if series > film else "film"


def find_platform(article: Article) -> str:
    """Where the work can be seen: named in the headline, by a label, or as where to watch it."""
    told = [
        article.labels.get(label, "") for label in ("platform", "network", "streaming on", "where to watch")
    ]
    for place in (article.head[0] if article.head else "", *told):
        for platform, names in _PLATFORMS.items():
            if re.search(rf"(?<!\w)(?:{names})(?!\w)", place, re.IGNORECASE):
                return platform
    counts = {
        platform: len(
            re.findall(rf"{_WHERE}(?:{names})(?!\w)|\b(?:{names})'s\snew\b", article.text, re.IGNORECASE)
        )
        for platform, names in _PLATFORMS.items()
    }
    best = max(counts, key=lambda platform: counts[platform])
    return best if counts[best] else ""


def find_genres(article: Article, compared: Sequence[str] = ()) -> tuple[str, ...]:
    """Genres that the article calls the work by: early on, or more than once; at most four."""
    label = article.labels.get("genre", article.labels.get("genres", ""))
    if label:
        return tuple(
            genre for genre, words in _GENRES.items() if re.search(rf"\b(?:{words})\b", label, re.IGNORECASE)
        )
    early = 0.3 * len(article.text)
    counts: Counter[str] = Counter()
    for found in _CLASSED.finditer(article.text):
        following = article.text[found.end() : found.end() + 40]
        if any(name in following for name in compared):
            continue
        for genre, words in _GENRES.items():
            if re.search(rf"\b(?:{words})\b", found["genres"], re.IGNORECASE):
                counts[genre] += 2 if found.start() <= early else 1
    return tuple(genre for genre, count in counts.most_common(4) if count >= 2)


def find_notes(sentences: Sequence[str]) -> tuple[str, ...]:
    """What some viewers want to know beforehand, as general labels that tell nothing of the story."""
    text = " ".join(sentences)
    return tuple(note for note, cues in _NOTES.items() if re.search(rf"\b(?:{cues})", text, re.IGNORECASE))


def find_language(text: str) -> str:
    """The language code of the text, by its script or its commonest words; "en" where unsure."""
    letters = sum(character.isalpha() for character in text) or 1
    for code, script in _SCRIPTS:
        if len(script.findall(text)) > 0.3 * letters:
            return code
    counts = Counter(re.findall(r"\w+", text.lower()))
    scores = {code: sum(counts[word] for word in words.split()) for code, words in _STOP_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > scores["en"] else "en"
