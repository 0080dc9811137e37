"""Works named for another reason than to compare: they tell who somebody is, are read, or are to come."""

import re

_MADE = re.compile(
    r"\b(?:has|have|had|who|he|she|they)(?:'s|'ve)?\s(?:\w+\s){0,2}?"
    r"(?:co-?directed|co-?wrote|co-?written|directed|helmed|made|penned|produced|scored|shot|written|wrote)\b"
    r"[^.;:]{0,60}\b(?:like|such as|including|likes of)$"
)
_IN_WORKS = re.compile(
    r"\b(?:actor|actress|director|he|her|his|she|star)\b[^.;:]{0,80}\bin (?:\w+ )?"
    r"(?:films|movies|series|shows) (?:like|such as)$"
)
_PEOPLE = re.compile(
    r"\b(?:athletes|champions|characters|criminals|figures|icons|killers|kings|leaders|politicians|"
    r"presidents|"
    r"professors|queens|superheroes|villains),? (?:like|such as)$"
)
_SINCE_THEN = re.compile(
    r"\b(?:roles?|performances?|turn|(?:he|she) (?:has(?:n't| not)|had(?:n't| not)) been)\b[^.;,()]{0,50}"
    r"\b(?:since|after)\s(?:the\s)?(?:first\s|last\s|original\s)?['\"]?$|"
    r"\b(?:(?:dis)?like[sd]?|love[sd]?|enjoyed|preferred|remember|seen|saw|watched) "
    r"(?:him|her)\b[^.;()]{0,30}"
    r"\b(?:since|after|in|from)\s(?:the\s)?['\"]?$"
)
_PLAYED_BEFORE = re.compile(
    r"\b(?:acting|acts|character|plays|playing|role)\b[^.;]{0,60}\b(?:he|she) (?:did|does|had|played|was)\s"
    r"(?:\w+\s)?in\s(?:the\s)?['\"]?$"
)
_SHONE_IN = re.compile(
    r"\b(?:brilliant|excellent|good|great|impressive|memorable|terrific|wonderful) (?:as|"
    r"in)\b[^.;,]{0,40}\bin\s"
    r"['\"]?$"
)
_STAGED_OR_TOLD = re.compile(
    r"\b(?:ballets?|operas?|fairy[ -]?tales?|fables?|poems?|nursery rhymes?|stage plays?|short stor(?:y|ies))"
    r"(?: version)?(?: of|,)?\s(?:the\s)?['\"]?$"
)
# Whose works are books, and are called by their writers.
_WRITERS = (
    r"(?:Asimov|Atwood|Bradbury|Camus|Conrad|Defoe|Faulkner|Fitzgerald|Flaubert|Golding|Gogol|Hardy|"
    r"Hawthorne|Hemingway|"
    r"Hesse|Huxley|James Joyce|Kafka|Kerouac|Kipling|Melville|Milton|Murakami|Nabokov|Orwell|Ovid|Proust|"
    r"Pushkin|Salinger|Sophocles|Steinbeck|Stendhal|Stevenson|Swift|Thackeray|Turgenev|Twain|Verne|Virgil|"
    r"Virginia Woolf|Vonnegut|Wharton|Zola)"
)
_BOOK_OR_SONG = re.compile(
    rf"\b{_WRITERS}'s?\s(?:[a-z]+\s){{0,2}}['\"]?$|"
    r"\b(?:cover|rendition)s? (?:version )?of\s['\"]?$|^As an? (?:book|novel)\b.{0,80}$"
)
_TO_COME = re.compile(
    r"\b(?:can(?:'t|not) wait|count\w* (?:down|the days)|"
    r"need to (?:see|watch)|excited|hopes? for|hyped|important for|look\w* forward|waiting for|"
    r"upcoming)\b(?:(?!\b(?:as|after|like|since|than|unlike)\b)[^.;]){0,40}\s['\"]?$"
)
_SOMEBODYS_FAME = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ ){0,2}"
    r"(?:breakout|debut|fame|performances?|roles?|stint|success|time|turn|work) "
    r"(?:in|on|with)\b[^.;,]{0,60}\s['\"]?$|\b(?:he|she|who) (?:appear|is|isn't|star|was|wasn't)"
    r"(?:s|ed|red)?(?: \w+)? in\s['\"]?$|"
    r"\((?:all|everything|anything) but\s['\"]?$|"
    r"\bfilmography\b[^.;]{0,80}\s['\"]?$|\bshort (?:animation|film|movie),?\s['\"]?$"
)
# "From her weary clerk in 'Low Tide' to her nurse in 'Gulls'."
_PARTS = re.compile(r"\b(?:from|to) (?:her|his) (?:[\w'-]+ ){1,8}in\b[^.;]{0,80}\s['\"]?$")
_OF_WHAT_FAME = re.compile(
    r"['\"]?(?:'s)?\s(?:actor|actress|alum\w*|boy|composer|creator|director|fame|girl|guy|helmer|lady|"
    r"lead|stars?|veteran)\b"
)
_NAMED_FOR_SOMEBODY = re.compile(
    r"\b(?:last seen in|also (?:composed|did|directed|made|scored|wrote)|been (?:a )?part of)\b[^.;,]{0,60}$|"
    r"\((?:[^()]{0,60}\s)?[A-Z][\w'-]+ [A-Z][\w'-]+ (?:from|of)\s['\"]?$|"
    r"\([^()]{0,60}\b(?:brother|daughter|girl|guy|husband|sister|son|star|villain|voice|wife) "
    r"(?:from|in|of)\s['\"]?$|"
    r"\bI (?:\w+ )?(?:haven't|have not|hadn't)(?: \w+)? (?:seen|watched)\s['\"]?$|"
    r"\b(?:\d+|several|many|some|two|three|four|five|six|seven) seasons of\s['\"]?$"
)
# "Like my review of Low Tide", "she was in an episode of Gulls", and scores: "8 out of 10 from ...".
_IN_PASSING = re.compile(
    r"\b(?:reviews? of|(?<!\bas )in (?:an?|one|several) (?:[\w-]+ )?episodes? of|\d{1,2}(?: \w+)? out of)"
    r"(?: the)?\s['\"]?$"
)
_KINDS = (
    _IN_PASSING,
    _SINCE_THEN,
    _PLAYED_BEFORE,
    _STAGED_OR_TOLD,
    _BOOK_OR_SONG,
    _NAMED_FOR_SOMEBODY,
    _TO_COME,
    _SOMEBODYS_FAME,
    _PARTS,
    _SHONE_IN,
)
_NEAR = 90  # characters


def lists_what_they_made(sentence: str, end: int) -> bool:
    """Whether the cue that ends there lists what somebody made, or people: "she has made films like"."""
    begin = max(0, end - _NEAR)
    return any(listed.search(sentence, begin, end) for listed in (_MADE, _IN_WORKS, _PEOPLE))


def is_elsewhere(sentence: str, place: int, name: str) -> bool:
    """Whether the name that begins there is where an actor was seen before, or a tale, a book or a song."""
    begin = max(0, place - _NEAR)
    marks = sentence[place : place + 1] in ("'", '"')
    if _OF_WHAT_FAME.match(sentence, place + len(name) + marks):
        return True
    return any(words.search(sentence, begin, place) for words in _KINDS)
