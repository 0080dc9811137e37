"""Hears a score in what the reviewer says: "I give it 4/5", "A solid 7/10.", "perfect, 10/10, a joy"."""

import re

from bot.rules.extracting.hidden_name import is_hidden_name
from bot.rules.extracting.loaded_words import loads
from bot.rules.extracting.score_places import Place, count_scores, is_list
from bot.rules.extracting.score_signs import Sign
from bot.rules.extracting.whose_scores import is_elsewhere, is_unreal

_WORK = (
    r"(?:film|movie|picture|show|series|season|sequel|remake|documentary|drama|comedy|thriller|affair|"
    r"effort|experience|adaptation|entry|anime)"
)
_EARNS = r"(?:gets|earns|deserves|merits|scores|receives|rates|manages|scrapes|musters)"
_ENDS_UP = (
    r"(?:walks away with|takes home|(?:lands|comes in|comes out|clocks in|ends up|winds up) "
    r"(?:somewhere )?(?:at|with|around))"
)
_THIS = rf"(?=(?:it|this|that|the (?:[\w'-]+ )?{_WORK})\b)"
_BLESS = r"(?:bless|honou?r|reward|grace|crown|leave)"
_GIVES = re.compile(
    r"\b(?:(?:i|we|let's|let me|gotta|gonna)"
    r"(?:'ll|'d|'m|'re|'ve| will| would| am| are| have to| must| can| could only| have| gotta| got to)?"
    r"(?: \w+ly| going to| going to have to| gonna| just)? (?:(?:go|going) ahead and )?"
    r"(?:give|giving|rate|rating|award|awarding|score|grade|mark|(?:go|going|went)(?: ahead)? (?:with|for)|"
    r"(?:only )?(?:muster|manage)(?= [^.!?]{0,20}$)|"
    r"(?:settle|settled) (?:on|for)|(?:land|landed) (?:on|at)|(?:put|rank|place) (?:it|this) at|"
    r"(?:\w+ ){1,4}giving (?=it|this)|"
    rf"(?:gave|given|rated|scored|graded|awarded) {_THIS})"
    rf"|(?:i|we)(?:'ll|'d| will| would)? (?:\w+ly )?{_BLESS}(?= [^.!?:;]{{1,40}} with (?:an? )?$)"
    rf"|(?:it|this|this one|{_WORK})(?: that| which)?(?: \w+ly| still| just| only| just about)? "
    rf"(?:{_EARNS}|(?P<ends>{_ENDS_UP}))"
    r"|(?:rating|score|grade|verdict) (?:i|we)(?:'d| would)? (?:give|settled on) (?:it |this )?"
    r"(?:is|would be)"
    r"|(?:fair|honest|final) (?:rating|score|grade|verdict) (?:is|would be)"
    r"|(?:this (?:critic|reviewer|writer|viewer)|yours truly) (?:gives?|awards?|rates?)"
    r"|(?:makes?|made|enough to make) me (?:want to )?(?:give|rate) (?=it|this)"
    r"|(?:i|we) (?:\w+ )?(?:liked|loved|enjoyed|hated|disliked) (?:it|this|the (?:film|movie|show|series)) "
    r"and (?:would |will )?(?:give|rate) (?=it|this)"
    r"|hence(?: the| my| an?)?|(?:that|which) earns it|(?:it's|it is) getting"
    r"|(?:makes?|made) (?:it|this)(?= an? (?:\w+ )?$)"
    r"|the (?:best|most|highest) (?:i|we) can (?:give|do|go|manage)(?: (?:it|this|for it))? is"
    rf"|^(?:and |so )?(?:(?:will|would|i'll) (?:rate|give) |will go with|giving |gave |rating )"
    rf"(?:(?<=with)|{_THIS})|^(?:gets|earns|scores)(?= (?:an? )?$)|^gotta give"
    r"|(?P<foreign>(?:je (?:lui )?|j')(?:donne|mets|accorde|attribue)|(?:je lui ai|j'ai) (?:mis|donné)"
    r"|ich (?:gebe|vergebe)|von mir (?:gibt es|bekommt)|(?:le|les) (?:doy|pongo)|gli (?:do|darei)|dou))\b"
    r"(?P<object>[^.!?:;]{0,70})$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    rf"\s*(?:(?:it|this|that|an?|only|just)\b|the (?:[\w'-]+ ){{0,3}}{_WORK}\b|the whole|[A-Z0-9'\"_*]|"
    r"(?:dem|au|à ce|al?|ao) (?:filme?|película|série|serie)\b|une?\b|$)"
)
_UNCASED_OBJECT = re.compile(r"(?: [\w'&-]+){1,6} an? ")
_NAME = r"[A-Z0-9][\w'&:-]*(?: [\w'&:-]+){0,6}?"
_NAMED = re.compile(
    rf"^\W*(?:(?:[Ss]o|[Aa]nd|[Oo]verall|(?:[Ss]o )?[Ff]or me),? )?(?P<name>{_NAME}) "
    rf"(?:(?P<earns>{_EARNS}|(?P<ends>{_ENDS_UP}))|is|was|got|had)"
    r"(?:\s[\w'-]+){0,3}\s$"
    rf"|\b(?:[Ii]|[Ww]e)(?:'ll|'d| will| would)? (?:gave|give|rated?|scored?|(?:\w+ly )?{_BLESS}) "
    rf"(?P<object>{_NAME})(?:\swith)?(?:\s(?:an?|only|just))?\s$"
)
_OPENS_ABROAD = re.compile(
    r"\W*(?:(?:au final|globalement|en résumé|bref|alors|insgesamt|unterm strich|also|en general|en resumen|"
    r"in conclusione|insomma),? )?",
    re.IGNORECASE,
)
_WHICH_GOT = re.compile(
    r"(?P<name>[A-Z][\w'&:-]*(?: [A-Z0-9][\w'&:-]*){0,5}),? (?:which|that) "
    r"(?:(?:I|i|we) (?:gave|rated)|got|gets|earned|received|scored)\b[^.]{0,30}$"
)
_OPENER = re.compile(
    r"(?:(?:ok|okay|right|well|(?:i'll |let's |let me |to )?(?:just )?get (?:it|this|that) over with|"
    r"so|and|now|overall|all in all|in short|in the end|it's|it is|it's about|that's|this is|"
    r"this one is|(?:that|this) makes (?:it|this)|makes for|(?:i|we)(?:'d| would) (?:say|call it|go with)|"
    r"i say|i call it|i (?:think|thought|feel) (?:it|this)(?:'s| is| was)|it's still|worth|it's worth|"
    r"call it|"
    r"(?:would )?recommend(?:ed)?|for me|to me|final|final score|my|probably|maybe|perhaps|about|around|"
    r"roughly|somewhere around|something like|"
    r"(?:i|we) (?:believe|think|feel)(?: that)? (?:it|this)(?: film| movie| one| show)? "
    r"(?:should|ought to) (?:get|be given|receive)|easily|another|at (?:best|most)|hence(?: the)?|thus|"
    r"from my side(?: it is| it's)?|"
    r"for (?:that|this|these|those)(?: reasons?)?|in (?:a )?numbers?|"
    r"if i (?:had|have|were|was) to [\w ]{3,30}|"
    r"if you want a number|i(?:'d| would) go for|i (?:think|feel)(?: like)?|let's say|on my (?:own )?scale|"
    r"(?:sad|unfortunate|honest|final|ultimate)ly|sorry|in conclusion|to conclude|but|still|anyway|all told|"
    r"all things considered|(?:having|that|all that|with that|with all that) (?:being )?said(?: that)?|"
    r"on the whole|on balance|at the end of the day|when all is said and done|two thumbs up(?: and)?|"
    r"(?:despite|in spite of|given|considering|taking|for all)\b[^.!?:;,]{1,50}(?:,|(?= it's| this is)))"
    r"[\s,:]+){0,4}"
    r"(?:(?:an?|my|final|just|only|perfect|absolute|solid|strong|weak|low|high|easy|decent|fair|"
    r"generous|firm)\s"
    r"(?:(?!(?:of|with|in|for|by|from|to|at)\b)(?-i:[a-z\d])[\w'-]*,?\s){0,3})?",
    re.IGNORECASE,
)
_IT_IS = re.compile(rf"^(?:overall,? |so )?(?:the|this) (?:{_WORK}|one) (?:is|was) ", re.IGNORECASE)
_GRADED = re.compile(r"\ban?\s(?:[\w'-]+\s)?$", re.IGNORECASE)
_TAIL = re.compile(
    rf"\)?(?:\s(?:{_WORK}|review|rating))?"
    r"(?:,?\s(?:at (?:best|most|a push)|tops|max|no notes|from start to finish|easily|hands down|"
    r"(?:all|any) day|no (?:doubt|question)|without (?:a doubt|doubt|question)))?"
    r"(?:\s(?:is|feels|seems|sounds) (?:(?:about |quite )?(?:fair|right|appropriate|generous)"
    r"|being (?:generous|kind)))?"
    r"(?:,?\s(?:(?:from|for|by) (?:me|us|this (?:one|critic|reviewer)|it)\b|in my (?:book|opinion)|overall|"
    r"then|now|for effort))?"
    r"(?:\s?\([^()]{1,60}\))?\s?[*_]*(?:[.!]|$|\s[-–—]\s(?=(?:[\w']+\s){3}))"
)
FROM_ME = re.compile(
    r",?\s?(?:from|for|by) (?:me|us)\b|,?\s(?:under|on|in|by) my (?:\w+ )?(?:system|scale|book)\b",
    re.IGNORECASE,
)
_ON_THE_SCALE = re.compile(
    r"\son (?:the|our|my) (?:(?:grand|overall|usual|normal|standard|great|old|whole|official) )?scale\b",
    re.IGNORECASE,
)
_CALLS_IT = re.compile(
    r"(?:^|:\s|\b(?:it's|it is|this is|that's|makes (?:it|this)|makes for)\s)"
    r"an?\s(?:[\w'-]+,?\s){0,2}$",
    re.IGNORECASE,
)
_CALLED_IT = re.compile(r"(?:overall,? |so,? )?(?:it|this) was an?(?:\s[\w'-]+,?){0,2}", re.IGNORECASE)
_IS_A_WORK = re.compile(rf"\s(?:[\w'-]+\s)?{_WORK}\b", re.IGNORECASE)
_CRITIC_GIVES = re.compile(
    r"^(?!The\b)[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2} (?:awards|gives) (?:\w+ly |just |only |a )?$"
)
_OF_IT = re.compile(rf"\b(?:it|it's|this|that's|what|{_WORK})\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\s?[,:;]\s|\s(?:would|will|recommend|[–—-])(?:\s|$)", re.IGNORECASE)
_UNIT = re.compile(r"\s[A-Za-z]{3,20}(?:\s[a-z]{3,20})?[.!]?")
_COUNTED_UNIT = re.compile(r"\s[a-z]{3,20}(?:\sof\s[a-z]{3,20})?[.!]?")
# "2.5 / 5 Popcorn for grown-ups that forgets why we came": what follows is said, no name.
_SAYS = re.compile(r"\s[A-Z][\w'-]*,?(?:\s[a-z][\w'-]*,?){4}")
_ASIDE_SCALES = frozenset({"4", "5", "10"})
_SETS_OFF = " ,:(–—-.!?"
_STOPS = frozenset(".!?")
_PRONOUNS = frozenset({"it", "this", "that", "i", "overall", "which", "there"})
_BULLETS = ("* ", "- ", "• ", "· ")
_BARELY = re.compile(r"\W*(?:(?:only|just|a mere|an?|my|barely|full)\s){0,2}", re.IGNORECASE)
_FOR_WHAT = re.compile(r"\s(?:from me\s)?(?:for|to)\s['\"]?(\w+)(?!'|\w|\scast\b)")
_HEADLINES = 2
_BEHIND = 30
_LONGEST_LABEL = 4


def spoken_sign(place: Place) -> Sign | None:
    """How the reviewer says that the score is the work's; None where the words do not."""
    if is_unreal(place.said, place.behind) or _names_another(place) or _got_before(place):
        return None
    if place.found["run"] and _is_listed(place):
        return None
    if _given(place):
        return Sign.GIVEN_IN_A_SENTENCE
    if FROM_ME.match(place.behind.lstrip("*_")) and not is_elsewhere(place.said.rpartition(", ")[2]):
        return Sign.FROM_ME
    if is_elsewhere(place.said):
        return None
    if _said_briefly(place) or _called(place) or _heads_the_text(place):
        return Sign.SAID_BRIEFLY
    if place.line.place < 3 and place.found["stars"] and _CRITIC_GIVES.match(place.before.lstrip()):
        return Sign.TOLD_BY_A_CRITIC
    return Sign.SAID_IN_PASSING if _aside(place) else None


def _named(place: Place) -> re.Match[str] | None:
    """A work's or somebody's name that the score is said of."""
    named = _NAMED.search(place.said)
    name = (named["name"] or named["object"]) if named else ""
    is_name = not name.rpartition(" ")[2].islower() and name.lower() not in _PRONOUNS
    return named if name and is_name else None


def _names_another(place: Place) -> bool:
    named = _named(place)
    if named is None or _CRITIC_GIVES.match(place.before.lstrip()):
        return False
    name = (named["name"] or named["object"]).lower()
    return not is_hidden_name(name) and re.search(rf"\b{re.escape(name)}(?!\w)", place.line.opening) is None


def _got_before(place: Place) -> bool:
    """Whether another work got it: "after High Tide, which got a 10/10 from me"."""
    found = _WHICH_GOT.search(place.before)
    return bool(found and found["name"].lower() not in place.line.headline)


def _given(place: Place) -> bool:
    """Such as "I give it 4/5", or "Low Tide gets 4/5" where the text opens with that name."""
    named = _named(place)
    if named and (named["earns"] or named["object"]):
        return not is_elsewhere(place.said) and bool(not named["ends"] or _TAIL.match(place.behind))
    gives = _GIVES.search(place.said)
    if gives is None or ((gives["ends"] or gives["foreign"]) and not _TAIL.match(place.behind)):
        return False
    if gives["foreign"] and not _OPENS_ABROAD.fullmatch(place.said[: gives.start()]):
        return False  # "Al guion le pongo un 3/10" is of the script
    given_to = gives["object"]
    to_a_name = _OBJECT.match(given_to) or (place.said.islower() and _UNCASED_OBJECT.fullmatch(given_to))
    return bool(to_a_name) and not is_elsewhere(given_to)


def _said_briefly(place: Place) -> bool:
    """Such as "A solid 7/10.", "Low Tide is a 7/10." or "Zero stars!" as a whole sentence."""
    in_brackets = (
        not place.said.strip(" (") and place.line.text[: place.found.start()].rstrip(" *_")[:-1].strip()
    )
    if place.found["percent"] or place.score.scale == "100" or (in_brackets and place.behind[:1] == ")"):
        return False
    opening = _IT_IS.sub("", place.said.lstrip(" *_#-,\"'("))
    if (named := _named(place)) and named["name"]:
        opening = opening.partition(f"{named['name']} ")[2].removeprefix("is ").removeprefix("was ")
    if place.found["letter"] and not _GRADED.search(opening):
        return False
    return bool(
        _OPENER.fullmatch(opening) and (_TAIL.match(place.behind) or _ON_THE_SCALE.match(place.behind))
    )


def _is_listed(place: Place) -> bool:
    """Whether the line is one item of several, whose stars only adorn it."""
    beside = (place.line.above, place.line.text, place.line.below)
    return sum(line.startswith(_BULLETS) for line in beside) > 1


def _called(place: Place) -> bool:
    """Such as "It's a four-star film" or "a B-tier movie"."""
    said_so = _CALLS_IT.search(place.said) or _CALLED_IT.fullmatch(place.before.strip())
    is_one = said_so and _IS_A_WORK.match(place.behind)
    plain = place.found["stars"] or place.found["tier"] or place.score.scale in _ASIDE_SCALES
    return bool(is_one and plain)


def _heads_the_text(place: Place) -> bool:
    """Such as "Three stars for Low Tide" as the headline or the line below."""
    opens = place.line.place < _HEADLINES and _BARELY.fullmatch(place.line.text[: place.found.start()])
    what = _FOR_WHAT.match(place.behind) if opens and place.found["percent"] is None else None
    return what is not None and (what[1].lower() in {"it", "this"} or is_hidden_name(what[1]))


def _aside(place: Place) -> bool:
    """Such as "all perfect, 10/10, a masterpiece": set off by commas, dashes or brackets, behind no name."""
    if place.score.scale not in _ASIDE_SCALES or is_list(place.line.text):
        return False
    opening = place.line.text[: place.found.start()].rstrip(" *_")
    counted = place.found["amount"] or (not opening and place.score.text[0].isdigit())
    goes_on = counted and _GOES_ON.match(place.behind)
    if not opening:
        unit = (_UNIT if "/" in place.score.text else _COUNTED_UNIT).fullmatch(place.behind)
        if place.score.text[-1].isdigit() and _SAYS.match(place.behind):
            beside = count_scores(place.line.above) + count_scores(place.line.below)
            return not (beside or is_elsewhere(place.behind.split()[0]))
        return bool(goes_on or unit) and not is_elsewhere(place.behind[:_BEHIND])
    if opening[-1] not in _SETS_OFF or place.line.text.islower():
        return False  # without capitals a name before it could not be told
    ends = place.behind.lstrip(" *_)")[:1] in {".", "!", ""}
    return bool(ends or goes_on) and not _behind_a_name_or_label(opening, place.said)


def _behind_a_name_or_label(opening: str, said: str) -> bool:
    if opening.rstrip("(* _")[-1:] in _STOPS:
        return False
    word = opening.rstrip(_SETS_OFF + "0123456789").rpartition(" ")[2]
    if word[:1].isupper() and word.lower() not in loads():
        return True
    words = re.findall(r"[\w'-]+", said.lower())
    is_label = len(words) < _LONGEST_LABEL and loads().keys().isdisjoint(words)
    return opening[-1] not in ".!?" and is_label and not _OF_IT.search(said)
