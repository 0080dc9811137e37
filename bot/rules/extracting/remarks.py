"""Hears remarks on the whole work, made in passing: "a return to form", "ultimately disappointed"."""

import re
from collections.abc import Sequence

_WORK = (
    r"(?:tv )?(?:films?|movies?|shows?|series|seasons?|anime|documentar(?:y|ies)|sequels?|thrillers?|"
    r"comed(?:y|ies))"
)
_IT = rf"(?:it|this|that|this one|(?:this|the) (?:[\w'-]+ ){{0,2}}{_WORK})"
_IS = r"(?:'s| is| was| remains)"
_NAME_FIRST = (
    r"^(?!(?:her|his|their|its|my|our|your|the|an?|he|she|they|i|we|there|what|who|this|that)\b)"
    r"['\"\w][^,.;]{0,50}?"
)
_VERY = r"(?:really|very|genuinely|truly|damn|damned|pretty|so|remarkably|surprisingly)"
_NOT_NO = r"(?:(?!not\b|never\b|no\b|nothing\b|anything\b|hardly\b|barely\b|far\b|isn't\b|wasn't\b)[\w'-]+ )"
_THROUGHOUT = r"(?![^.!?]{0,40}\b(?:but|if|though|although|however|except)\b)"

_WARM = re.compile(
    rf"\b{_IT}{_IS} {_NOT_NO}{{0,2}}{_VERY} (?:good|fun|enjoyable|entertaining|great)\b{_THROUGHOUT}"
    rf"|\b{_IT}{_IS} {_NOT_NO}{{0,4}}(?:masterpiece|triumph|delight|joy|gem|treat|blast|hoot|classic|"
    rf"tour de force|work of art|home run)\b{_THROUGHOUT}"
    rf"|\bmy (?:new |absolute )?favou?rite {_WORK} (?:of|in|from) "
    r"(?:the (?:year|decade)|this year|\d{4}|all time)"
    rf"|\bthe (?:very )?(?:best|finest|greatest) (?:[\w'-]+ )?{_WORK} "
    r"(?:of (?:the year|\d{4}|this year|the decade|all time)|i(?:'ve| have) (?:ever )?(?:seen|watched)|"
    r"in (?:years|ages|a long time)|ever made|this year)"
    r"|(?<!say )(?<!wish )(?<!think )\bi (?:really |thoroughly |absolutely |genuinely |totally |just |truly |"
    r"simply |quite )?"
    rf"(?:loved|adored) (?:it|this|the (?:film|movie|show|series)|every|watching|how)\b{_THROUGHOUT}"
    r"|\bi (?:really |thoroughly |absolutely |genuinely |totally |immensely )(?:enjoyed|liked) "
    rf"(?:it|this|the (?:film|movie|show|series)|watching)\b{_THROUGHOUT}"
    r"|\b(?:pleasantly surprised|blown away|proven wrong|couldn't (?:stop watching|look away)|i was hooked|"
    r"i'm hooked|got me hooked|return to form|(?:pure|absolute|sheer) (?:genius|brilliance|joy|magic|"
    r"perfection))\b"
    r"|\b(?:exceed|surpass|beat)(?:s|ed)? (?:all |any )?(?:of )?(?:my|our|the) expectations\b"
    r"|\b(?:is|was|it's|definitely|well|still|certainly|absolutely) "
    r"(?:(?!not|hardly|barely|never|scarcely)\w+ )?worth "
    r"(?:watching|seeing|your time|the (?:wait|watch|price|time|ride)|a (?:watch|look|view))\b"
)
_COLD = re.compile(
    r"\b(?:was|am|were|i'm|left|feel|felt|came away|leaves? you|left me) "
    r"(?:(?!not\b|never\b|hardly\b|far\b)[\w-]+ )?"
    r"(?:disappointed|underwhelmed|let down|bored|unimpressed|dissatisfied)\b"
    rf"|(?:\b{_IT}|{_NAME_FIRST}){_IS} {_NOT_NO}{{0,3}}(?:disappointment|letdown|let-down|disappointing|"
    rf"waste of|slog|mess|failure|dud|misfire|bore|chore|train ?wreck|disaster|dumpster fire|abomination|"
    rf"cash[- ]grab)\b{_THROUGHOUT}"
    r"|\bas bad as i (?:had )?(?:feared|expected|thought)\b"
    rf"|\b{_IT} (?:\w+ly )?(?:falls|fell) flat\b"
    rf"|\b{_IT} (?:just |simply |really )?(?:doesn't|didn't|does not|did not) (?:really |quite )?"
    r"(?:work|hold up|deliver|hold together|live up)\b"
    r"|\b(?:i|we)(?:'ll| will) (?:probably |likely |definitely )?not be "
    r"(?:watching|tuning|continuing|returning)\b|"
    r"\b(?:i|we) won't be (?:watching|tuning|continuing|returning)\b"
    r"|\bso (?:that )?you (?:don't|do not|won't) have to\b"
    r"|\bi (?:really |absolutely |just |honestly )?(?:hated|disliked|loathed|despised|detested) "
    r"(?:it|this|the (?:film|movie|show|series)|every)\b"
    rf"|\bthe (?:very )?worst (?:[\w'-]+ )?{_WORK}\b"
    rf"|\b{_IT}{_IS} {_NOT_NO}{{0,2}}(?:bad|terrible|awful|horrible|dreadful|garbage|rubbish|"
    r"unwatchable|boring|dull|atrocious|lazy|pointless)\b(?! (?:person|guy|people|thing|way))"
    r"|\b(?:isn't|wasn't|is not|was not) (?:a )?(?:very |particularly |really |that |even |any )?"
    r"(?:good|great|worth)\b"
    r"|\bnot worthy of\b|\bfails? (?:on|at) (?:nearly |almost )?(?:every|all)\b|\bsave yourself\b"
    r"|\bhard pass\b"
    r"|\bavoid(?:ed)? at all costs\b|\b(?:can't|cannot|wouldn't) recommend\b(?![^.!?]*\benough\b)"
)
_OPENING, _MOST = 4, 2


def remarks(sentences: Sequence[str]) -> int:
    """How many more remarks of a review's opening and closing third praise than blame it: -2 to 2."""
    closing = max(_OPENING, len(sentences) * 2 // 3)
    said = [sentence.lower() for sentence in (*sentences[:_OPENING], *sentences[closing:])]
    balance = sum(bool(_WARM.search(words)) - bool(_COLD.search(words)) for words in said)
    return max(-_MOST, min(_MOST, balance))
