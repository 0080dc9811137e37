"""Tells the numbers that are not the reviewer's score: other people's, other works', of a part, unreal."""

import re

_SOURCES = (
    r"(?:imdb|rotten|tomato\w*|metacritic|metascore|cinemascore|letterboxd|rt|tmdb|"
    r"averag(?:es|ed|ing)|average(?=\s?[:=]| (?:\w+ )?(?:ratings?|scores?|grade|votes?|of|user|critic))|"
    r"on average|mpaa|certificat\w+|guardian|times|empire|variety|telegraph|ebert|magazine|newspaper|google|"
    r"guides?|aggregat\w+|consensus|elsewhere|amazon|goodreads|trakt|mal|myanimelist|douban|websites?|"
    r"databases?|allocin\w+|says|according)"
)
_PEOPLE = (
    r"(?:members?|customers?|users?|viewers?|readers?|audiences?|community|public|fans?(?! of\b)|your|people|"
    r"critics(?!'? (?:rating|verdict))|age|aged|he|she|they|(?:my|a|our) (?:\w+ )?(?:wife|husband|partner|"
    r"girlfriend|boyfriend|kids?|son|daughter|mother|father|mum|mom|dad|brother|sister|friends?|roommate|"
    r"colleagues?))"
)
_SOMEBODY_ELSE = re.compile(
    rf"\b(?:{_SOURCES}|{_PEOPLE})\b|\b(?:his|her|their|dad's|mum's|mom's|poster\b.*|trailer\b.*) "
    r"(?:rating|score|grade|verdict|says)\b|"
    r"^\W*(?:please )?(?:rate(?!\s?:)|leave|add|submit|select|write|give your|give us)\b|\bhelpful\b",
    re.IGNORECASE,
)
# "I gave it 4/5 on Letterboxd" is still the reviewer's own.
_GIVEN_BY_ME = re.compile(
    r"\b(?:i|we)(?:'ve)? (?:gave|given|rated|give|rate) (?:it|this) (?:an? )?$", re.IGNORECASE
)
_I_GIVE = re.compile(
    r"\b(?:i|we)(?:(?:'d|'ll| would| will)? (?:\w+ly )?(?:give|gave|rate|rated|score|award)|"
    r"(?:'m|'re| am| are) giving) (?:it|this|the (?:film|movie|show|series))\b[^,;]*$",
    re.IGNORECASE,
)
# A label of its own behind the score, such as "4/5 IMDb: 7", takes nothing from it.
_ATTRIBUTED = re.compile(
    rf"[^\w.!?]{{0,4}}(?:(?:\w+\s){{0,3}}(?:on|from|by|in|at|via|per|to|among)\s(?!me\b|us\b)"
    rf"(?:[\w',]+\s){{0,3}}(?:{_SOURCES}|{_PEOPLE})"
    rf"|{_SOURCES}|{_PEOPLE}(?= (?:ratings?|scores?|average)))\b(?!\W{{0,3}}[\d★⭐])",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r".{0,12}?\b\d[\d,.]*k?\s(?:\w+\s)?(?:votes?|ratings?|reviews?|users?)\b|\s?\(\d[\d,.]*k?\)",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"\s?(?:=|means?\b|stands? for\b|"
    r"\sto (?:any|every|some)?(?:things?|films?|movies|shows|works|ones|season|series|part)\b)",
    re.IGNORECASE,
)
_IS = re.compile(r"\s(?:is|are)\s(?!(?:being )?(?:generous|kind|fair|about right))", re.IGNORECASE)
_ONLY_A_PART = re.compile(
    r"(?<!-)\b(?:accuracy|histor(?:y|ical)|acting|story|plot|script|screenplay|writing|direction|directing|music|soundtrack|sound|"
    r"audio|video|"
    r"picture|visuals?|effects|cinematography|editing|performances?|cast|characters?|pacing|"
    r"dialogues?|humou?r|trailers?|teaser|tension|suspense|"
    r"action|romance|gore|scares?|fun|entertainment|rewatch\w*|replay|extras?|technical|value|animation|"
    r"originality|costumes?|production|atmosphere|ending|(?:first|second|other) half|episodes?|ep|chapter|"
    r"part|day|week|date|released?|posted|published|updated|difficulty|friendliness|factor|level|"
    r"violence|nudity|language|theat(?:er|re)|venue|"
    r"(?:the|our|local)\s(?:\w+\s)?cinema|^cinema|seats?|dis[ck]|dvd|blu-?ray|transfer)\b",
    re.IGNORECASE,
)
_ANOTHER_WORK = re.compile(
    r"\b(?:previous|last|original|predecessor|prequel|earlier|other|his|her|their|first|finale|book|novel|"
    r"related|next|also|previously|more reviews|our reviews? of)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:(?:would|could|should|might|may|must|you|he|she|they)(?:'ve| have) (?:given|been|got|rated|"
    r"made|earned|deserved|received)|"
    r"(?:i|we)'d have|had (?:it|they|he|she|the)|"
    r"if (?!(?:(?:i|we) (?:(?:had|have|were|was) to|must)|you)\b)|can't|cannot|couldn't|wanted|tempted|"
    r"almost|nearly|hoped|debated|considered giving|contemplated|hesitat\w+|"
    r"instead|rather|not(?! (?:bad|perfect|great|terrible|half)\b)|never|hardly|wouldn't|"
    r"won't|don't|doesn't|isn't|until(?! then\b)|used to|might|before|originally|initially|rarely|seldom|"
    r"usually|always|less than|more than)\b",
    re.IGNORECASE,
)
_IF_ONLY = re.compile(r"\s?(?:stars? )?if (?:i|we|only|it|there)\b", re.IGNORECASE)
_QUESTION = re.compile(r"[^.!?]{0,80}\?")
_NEAR = 60


def is_others(before: str, behind: str) -> bool:
    """Whether somebody else gives the score that stands between the clause `before` and all that follows."""
    by_me = _I_GIVE.search(before)  # "254 people worked on it, so I rate it 2/10"
    return bool(
        _SOMEBODY_ELSE.search(before, by_me.start() if by_me else 0)
        or (_ATTRIBUTED.match(behind) and not _GIVEN_BY_ME.search(before))
        or _COUNTED.match(behind)
        or _EXPLAINED.match(behind)
        or (before.strip()[-1:] in {"", ":"} and _IS.match(behind))
    )


def names_others(heading: str) -> bool:
    """Whether a heading or label over a score is somebody else's."""
    return bool(_SOMEBODY_ELSE.search(heading))


def is_elsewhere(words: str) -> bool:
    """Whether the words right before a score are of a part of the work, or of another work."""
    return names_part(words) or bool(_ANOTHER_WORK.search(words[-_NEAR:]))


def names_part(words: str) -> bool:
    """Whether the words are of a part of the work, such as its music."""
    return bool(_ONLY_A_PART.search(words[-_NEAR:]))


def is_unreal(said: str, behind: str) -> bool:
    """Whether the score is one that might have been or is asked about, but is not given."""
    return bool(_QUESTION.match(behind) or _IF_ONLY.match(behind) or _UNREAL.search(said))


def is_quoted(before: str, behind: str) -> bool:
    """Whether the score stands between quotation marks, as on a poster."""
    return (before.count('"') % 2 == 1 and '"' in behind) or before.rfind("“") > before.rfind("”")
