"""How people ask: the phrases around a name, and what they tell of its year, season and kind."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.rules.matching.numbers import number

PLATFORMS = (
    "netflix", "hbo max", "hbo", "max", "amazon prime video", "amazon prime", "prime video", "amazon",
    "prime", "disney plus", "disney", "hulu", "apple tv plus", "apple tv", "paramount plus", "paramount",
    "peacock", "mubi", "crunchyroll", "showtime", "starz", "shudder", "criterion channel", "bbc iplayer",
    "bbc", "itv", "channel 4", "sky", "youtube", "tubi", "viki", "canal plus", "arte", "rtl plus",
    "movistar plus",
)  # fmt: skip
_KINDS = dict.fromkeys(("film", "films", "movie", "movies", "flick"), "film") | dict.fromkeys(
    ("series", "show", "tv", "miniseries", "sitcom", "anime", "drama", "kdrama"), "series"
)
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

# Parts of the phrases below, which are regular expressions over plain words.
_PLATFORM = "|".join(PLATFORMS)
_KIND = f"(?:(?:tv|limited|mini|animated|anime) )?(?:{'|'.join(_KINDS)})"
_NEW = "(?:new|old|latest|recent|original|first)"
_ANYONE = "(?:you|u|i|we|they|anyone|anybody|someone|somebody|everyone|one|people)"
_WATCH = "(?:watch|see|try|stream|rewatch|start|finish|watching|seeing|rewatching|know|hear|read|find)"
_SEEN = (
    "(?:seen|watched|reviewed|rated|finished|tried|started|saw|watch|see|review|rate|like|liked|love|loved"
    "|enjoy|enjoyed|heard|know|knows)"
)
_WANT = "(?:want|wanna|need|would like|d like|like|plan|going|gonna|about|thinking)"
_OPINIONS = "(?:reviews?|reviewed|ratings?|rated|rate|scores?|opinions?|thoughts?|verdict|summary)"
_FAMILY = "(?:kids|family|girlfriend|boyfriend|wife|husband|friends|parents)"
_YEAR = r"(?P<year>18[89]\d|19\d\d|20[0-4]\d)"

_OPENINGS = (
    "(?:hey|hi|hello|yo|ok|okay|so|dear)(?: there)?(?: bot| guys| all| everyone| folks)?",
    "(?:please|pls|plz|bot)",
    f"(?:can|could|would|will|should|shall|may) {_ANYONE}(?: guys| please| pls| maybe)?",
    f"(?:do|did|does|have|has|had) {_ANYONE}(?: guys| all| here| ever| already| really)?(?: {_SEEN})?"
    "(?: of| about)?",
    f"(?:anyone|anybody|someone|who)(?: here| else)?(?: has| have)?(?: ever| already)?(?: {_SEEN})?",
    f"(?:i|we|id|im|i m|i am|lets|let s)(?: really| just)? {_WANT}(?: to| of| about)?(?: {_WATCH})?"
    "(?: about)?",
    f"(?:i|we)(?: have| ve)?(?: just| finally| really)? {_SEEN}",
    "(?:im |i m |i am )?in the mood for",
    f"(?:thinking|planning|going)(?: about| of| on| to)(?: {_WATCH})?",
    f"(?:let ?s )?{_WATCH}(?: about| of)?",
    "(?:show|tell|give|get|send|find)(?: me| us)?(?: more)?(?: about| of)?",
    f"(?:the |a |your |my )?{_OPINIONS}(?: of| on| for| about)",
    "(?:review|rate|reviewed|rated|seen|watched|thoughts|opinion|opinions)",
    "(?:what|how)(?: ?s| is| was| are| about)?(?: good is| bad is| up with)?",
    "(?:what|how) (?:do|did|does) (?:you|u|people|everyone|they)(?: guys| all)? (?:think|say|like)"
    "(?: of| about)?",
    "(?:is|was|are|were)(?: there)?(?: anything| something)?(?: on| about| like)?",
    "(?:worth|looking for|look for|look up|searching for|search for|search|remember)(?: watching| seeing)?",
    f"(?:the )?{_YEAR}(?: version of| film| movie| series| show| remake of)?",
    f"(?:(?:that|this|the|an?|some|any) )?(?:{_NEW} )?(?:(?:{_PLATFORM}) )?(?P<kind>{_KIND})"
    "(?: called| named| titled| about| with| on| of| from)?",
    f"(?:that|this|the) (?:{_NEW} )?(?:{_PLATFORM})",
    "(?:that|this)(?: new| old| latest| recent)?(?: one)?(?: called| named| titled)?",
    "(?:called|named|titled)",
)
_OPENINGS_ELSEWHERE = (
    # Spanish, German, French, Italian, Portuguese, Polish, Russian.
    "(?:vale la pena(?: ver)?|merece la pena(?: ver)?|(?:has|habeis|alguien ha) visto|que tal(?: esta)?)",
    "(?:que opinan de|alguien vio)",
    "(?:es buena?|opiniones de|quiero ver)",
    "(?:was haltet ihr von)",
    "(?:ist|wie ist|wie gut ist|lohnt sich|taugt|kennt (?:jemand|ihr)|hat jemand|habt ihr|soll ich)",
    "(?:qu ?est ce que vous pensez de|c ?est bien)",
    "(?:est ce que|que vaut|que valent|tu as vu|(?:vous )?avez vous vu|vous avez vu|avis sur)",
    "(?:il est bien|faut il voir)",
    "(?:che ne pensate di)",
    "(?:vale la pena(?: vedere)?|com ?e|e bello|avete visto|hai visto|qualcuno ha visto|merita)",
    "(?:e bom|vale a pena(?: ver| assistir)?|alguem(?: ja)? viu|o que (?:voces )?acha(?:m|ram) de|presta)",
    "(?:czy warto(?: obejrzec)?|warto obejrzec|czy|widzial ktos|ktos widzial|co sadzicie o)",
    "(?:стоит ли(?: смотреть| посмотреть)?|как вам|кто смотрел|смотрели|хочу посмотреть)",
    "(?:что думаете о|что скажете (?:про|о))",
    "(?:la |el |die |der |den |das |le |il |o |a )?"
    "(?:pelicula|peli|serie|film|filme|filmu|filmie|serial|serialu|фильм|сериал)",
)
_CLOSINGS = (
    "(?:is |was |be |are )?(?:it |that |this )?(?:any|really|actually|very|so|even|that)? ?"
    "(?:good|bad|great|nice|decent|ok|okay|fun|scary)"
    "(?: enough| though| tho| or not| or bad| movie| film| show)?",
    "(?:is |was |be )?(?:it |that )?(?:really |even |still )?worth "
    "(?:it|watching|seeing|watching it|a watch|the watch|a look|my time|the time|the hype)",
    f"(?:the |a |your |full )?(?:{_OPINIONS}|recap|trailer)",
    "(?:please|pls|plz|thanks|thank you|thx|bot|anyone|guys|lol|or not|online|tho|though|like|about)",
    "(?:tonight|today|now|right now|yet|lately|again|this weekend|tomorrow|already)",
    "(?:is )?(?:streaming|available|out|showing|playing)(?: now| yet)?",
    "(?:on|in) (?:english|german|french|spanish|4k|hd|cinemas?|theaters?|theatres?|dvd|blu ?ray|imax|tv)",
    f"(?:with|for) (?:me|us|you|(?:my |the )?{_FAMILY}|(?:english )?subtitles|beginners)",
    "(?:good|bad) choice",
)
_CLOSINGS_ELSEWHERE = (
    "(?:vale la pena|merece la pena|esta bien|es buena?|que tal)",
    "(?:gut|schlecht|sehenswert|gesehen|lohnt sich|anschauen|schauen|wert)",
    "(?:bien|vaut le coup|ca vaut le coup|vaut la peine|est bien)",
    "(?:bello|brutto|merita|vale la pena|come e)",
    "(?:vale a pena|e bom|bom|presta)",
    "(?:warto|dobry|dobre|jest dobry)",
    "(?:стоит смотреть|хороший|хорош|норм|как)",
)
_SAYING = (
    f"(?:(?:is |now )?(?:streaming |available |out )?(?:on|in|at|from|via) )?(?:{_PLATFORM})(?: original)?",
    f"(?:the |that |a )?(?:{_NEW} )?(?P<kind>{_KIND})(?: version| adaptation)?",
    f"(?:(?:from|of|in|year|the) )*{_YEAR}(?: one| version| original| film| movie| remake| series| show)?",
    r"(?P<short>\d\d)",
    r"(?:the )?(?:season|series|staffel|saison|temporada|stagione|sezon|s) 0*(?P<season>\w+)"
    r"(?: (?:e|ep|episode) ?\d+)?",
    r"s0*(?P<season>\d{1,2})(?: ?ep?\d+)?",
    rf"(?:the )?(?P<nth>{'|'.join(_NTH)}|\d\d?(?:st|nd|rd|th)) season",
)
_OPENING = [re.compile(f"{phrase} ") for phrase in (*_OPENINGS, *_OPENINGS_ELSEWHERE)]
_CLOSING = [
    *(re.compile(f" {phrase}$") for phrase in (*_CLOSINGS, *_CLOSINGS_ELSEWHERE, *_SAYING)),
    re.compile(f"(?<=[a-z]){_YEAR}$"),
]
_MOST = 5

# Words that ask, and say nothing about a name where they stand beside one.
ASKING = frozenset({
    "i", "we", "you", "u", "me", "us", "want", "wanna", "watch", "see", "seen", "watched", "watching", "saw",
    "was", "any", "good", "bad", "worth", "please", "pls", "review", "reviews", "show", "tell", "about",
    "what", "whats", "how", "hows", "do", "did", "does", "think", "thoughts", "should", "can", "could",
    "would", "anyone", "ever", "like", "hey", "movie", "film", "films", "series", "tv", "bot", "find",
    "called", "that", "this", "one", "tonight", "rate", "rating", "score", "with", "starring", "by", "from",
    "directed", "director", "actor", "actress", "guy", "version", "season",
})  # fmt: skip
# The platforms' words too: light where nothing explains them, though they may tell works apart.
CHATTER = ASKING | {
    "netflix", "hbo", "max", "amazon", "prime", "video", "disney", "plus", "hulu", "apple", "paramount",
    "peacock", "mubi", "crunchyroll", "showtime", "starz", "shudder", "criterion", "channel", "bbc",
    "iplayer", "itv", "sky", "youtube", "tubi", "viki", "canal", "arte", "rtl", "movistar",
}  # fmt: skip


class Said(NamedTuple):
    """What the words around a name tell of it; 0 and "" where they tell nothing."""

    year: int = 0
    season: int = 0
    kind: str = ""

    def and_also(self, other: "Said") -> "Said":
        """Both together; what this one tells goes before."""
        return Said(
            self.year or other.year,
            self.season or other.season,
            self.kind or other.kind,
        )


def without_openings(words: str) -> Iterator[tuple[str, Said]]:
    """The words, then without the phrase that they begin with, and so on."""
    said = Said()
    yield words, said
    for _ in range(_MOST):
        matches = [match for phrase in _OPENING if (match := phrase.match(words))]
        told = [(match, found) for match in matches if (found := _said(match)) is not None]
        if not told:
            return
        longest, found = max(told, key=lambda each: each[0].end())
        words, said = words[longest.end() :], said.and_also(found)
        yield words, said


def without_closings(words: str) -> Iterator[tuple[str, Said]]:
    """The words, then without the phrase that they end with, and so on."""
    said = Said()
    yield words, said
    for _ in range(_MOST):
        matches = [match for phrase in _CLOSING if (match := phrase.search(words)) and match.start()]
        told = [(match, found) for match in matches if (found := _said(match)) is not None]
        if not told:
            return
        first, found = min(told, key=lambda each: each[0].start())
        words, said = words[: first.start()], said.and_also(found)
        yield words, said


def _said(phrase: re.Match[str]) -> Said | None:
    """What a phrase tells; None where it only looks like one."""
    found = {name: text for name, text in phrase.groupdict().items() if text}
    season = 0
    if "season" in found:
        season = number(found["season"]) or 0
    elif "nth" in found:
        season = _NTH.index(found["nth"]) + 1 if found["nth"] in _NTH else int(found["nth"][:-2])
    if "season" in found and not season:
        return None
    kind = "series" if season else _KINDS.get(found.get("kind", "").rpartition(" ")[2], "")
    year = int(found.get("year", 0))
    if "short" in found:
        year = (1900 if found["short"] >= "30" else 2000) + int(found["short"])
    return Said(year, season, kind)


def core(words: str) -> str:
    """The words without all that is said around the name."""
    *_, (rest, _) = without_openings(words)
    *_, (name, _) = without_closings(rest)
    return name
