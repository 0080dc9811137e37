"""Words and marks round works' names: what says "review" in other languages, quotation marks, festivals."""

import re

from bot.rules.extracting.cleaning import Article

FOREIGN_REVIEW = (
    r"(?:film|serien|kino|tv-?)?(?:kritiken|kritik|rezension)|filmbesprechung|(?:film)?recensie|recensione"
    r"|critiques?(?:\sexpress)?|cr[ií]tica|rese[nñ]h?a|(?:film)?recension|(?:film)?anmeldelse|recenzja|recenze"
    r"|рецензия|отзыв|обзор"
)
PREPOSITION = r"of|for|zu[mr]?|de(?:l|lla)?|d[oai]|du|van|av|till?|om|на|к"
KIND_NOUN = (
    r"(?:the|den|der|die|dem|la|le|el|il|o|a|de)\s(?:film|movie|película|pelicula|serie|série|filme|show)"
)
FESTIVALS = (
    r"Cannes|Sundance|Venice|Berlinale|Berlin|Toronto|TIFF|SXSW|Tribeca|Telluride|Locarno|Rotterdam|IFFR|NYFF|LFF|BFI|"
    r"AFI|Sitges|Fantasia|Fantastic\sFest|Hot\sDocs|FrightFest"
)
SCORE_LABEL = (
    r"(?:(?:gesamt|end|film)?(?:wertung|note)|(?:gesamt|film)?bewertung|punkte|fazit|nota|note|puntuaci[oó]n|"
    r"calificaci[oó]n|valoraci[oó]n|voto|valutazione|punteggio|giudizio|avalia[cç][aã]o|classifica[cç][aã]o)"
)
# "de Paul Nerval" behind a name: mostly who made it, but a part of it in "La casa de Bernarda Alba".
OF_A_PERSON = re.compile(r"\s(?:de|von|di|da|do|van|af|av)\s[A-ZÀ-Ý][\w.'-]+(?:\s[A-ZÀ-Ý][\w.'-]+){1,2}$")
_BEFORE = re.compile(
    rf"(?:{FOREIGN_REVIEW})(?:\s?[:|]|\s[-–—]|\s(?:{PREPOSITION})(?!\w)|(?=\s[\"«»„]))\s*"
    rf"(?:(?:{KIND_NOUN}|film|película|serie)\s)?(?=\S)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s?(?:[:|]|[-–—]\s|(?<=\")\s)\s?(?:(?:die|la)\s)?(?:{FOREIGN_REVIEW})"
    r"(?=\s?(?:[:|–—-]|$)).*$",
    re.IGNORECASE,
)
_STRANGE_MARK = re.compile(r"[«»„]| : ")
_QUOTED = re.compile(r"«\s*([^«»\"]{1,80}?)\s*»|»\s*([^«»\"]{1,80}?)\s*«|„\s*([^„“”\"]{1,80}?)\s*[“”\"]")


def with_plain_marks(article: Article) -> Article:
    """The article with plain quotation marks for « » and „ “, and no space before a colon."""
    if not _STRANGE_MARK.search(article.text):
        return article
    lines = (_QUOTED.sub(_plainly_quoted, line) for line in article.lines)
    return Article(tuple(line.replace(" : ", ": ") for line in lines))


def _plainly_quoted(found: re.Match[str]) -> str:
    return f'"{found[1] or found[2] or found[3]}"'


def without_foreign_review(line: str) -> str:
    """The headline without "Crítica de" or "Filmkritik:" before and "– Kritik" behind; else as it is."""
    if found := _BEFORE.match(line):
        return line[found.end() :]
    return _BEHIND.sub("", line) or line
