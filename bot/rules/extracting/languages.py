"""Tells the language of a text, also of a short one: by its script, or by its commonest words and letters."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

# The commonest words, and what else short reviews are full of. Dutch, Danish and the like stand here so
# that they are taken for none of the others.
_COMMON_WORDS = {
    "en": (
        "the and of is that with this for it was but as a an i in to my me you he she they we his her "
        "not are were be been have has had on at by from or so if what who when all just very more most "
        "no never there than one its it's i'm don't movie love loved like great good best bad perfect "
        "masterpiece beautiful boring"
    ),
    "es": (
        "el la los las una un que con por para es pero como muy de del y se su sus lo en al cuando más "
        "no mi me fue era son está hay todo sin esta este película historia también nunca ella él"
    ),
    "fr": (
        "le la les une un des est que dans pour pas avec sur mais de du et il elle ils elles qui se son "
        "sa ses ce cette au aux en ne je plus très tout à été était sont leur jamais où c qu d l"
    ),
    "de": (
        "der die das und ist nicht ein eine mit auf den aber von zu im dem des er sie es ich sich einen "
        "einem einer für wie war als auch so noch nur nie am ihr sein seine hat wird aus bei nach wenn "
        "sehr schön"
    ),
    "it": (
        "il lo la gli le una un che di per con non sono della ma anche del è e si i nel nella alla al da "
        "dei delle suo sua più come mi ho ha questo questa molto tutto mai quando l"
    ),
    "pt": (
        "o os a as uma um que não com para é do da mas em dos das no na e se por mais como muito ele ela "
        "seu sua foi era são tudo quando nunca eu ao filme até isso"
    ),
    "nl": "de het een en van is dat niet ik met voor op zijn hij ze maar ook als bij naar om wordt haar",
    "da": "og det er en at ikke på med af til for der som men den et har jeg han hun var",
    "sv": "och det är en att inte på med av till för som men den ett har jag han hon var",
    "pl": "i w na z się nie to jest że do jak ale o jego jej który po są tak",
}
# Letters that a language has and English has not: half as telling as a common word.
_OWN_LETTERS = {"es": "áéíóúñ¿¡", "fr": "àâçéèêëîïôùûœ", "de": "äöüß", "it": "àèéìòù", "pt": "áâãàçéêíóõôú",
                "da": "æøå", "sv": "åäö", "pl": "ąćęłńóśźż"}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_OTHER_LETTERS = re.compile(r"[^\x00-\x7f]")
_FEWEST = 0.15  # of all words: the share of common ones below which no language is told
_TELLING = 4000
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)


def find_language(text: str) -> str:
    """The language code of the text, by its script or its commonest words; "en" where unsure."""
    return sure_language(text) or "en"


def sure_language(text: str) -> str:
    """The language code of the text; empty where too few of its words tell it, or two languages tie."""
    text = text[:_TELLING].lower()
    if not text.isascii():
        letters = sum(map(str.isalpha, text)) or 1
        for code, script in _SCRIPTS:
            if len(script.findall(text)) > 0.3 * letters:
                return code
    counts, own = Counter(_WORDS.findall(text)), Counter(_OTHER_LETTERS.findall(text))
    scores = {
        code: sum(counts[word] for word in words)
        + 0.5 * sum(own[letter] for letter in _OWN_LETTERS.get(code, ""))
        for code, words in _common_words().items()
    }
    (best, most), (_, next_most) = sorted(scores.items(), key=lambda scored: -scored[1])[:2]
    return best if most > max(next_most, _FEWEST * counts.total()) else ""


@cache
def _common_words() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _COMMON_WORDS.items()}
