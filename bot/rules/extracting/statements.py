"""Hears what a reviewer recommends in so many words: "Don't miss it.", "Save your money."."""

import re
from collections.abc import Sequence

from storage import Verdict

_WORKS = r"(?:tv )?(?:films?|movies?|shows?|series|anime)"
_IT = r"(?:it|this)"
_VERY = r"(?:\w+ly )?"
# Only what scored reviews say where the score agrees: a bare "worth a look" is said of anything.
_RECOMMENDS = re.compile(
    r"\bmust[- ](?:see|watch)\b"
    r"|\b(?:highly|heartily|warmly|thoroughly|definitely|strongly|wholeheartedly) recommend(?:ed)?\b"
    r"|(?:^|[.,] )recommended\b"
    r"|\b(?:well|definitely|certainly|more than) worth (?:a|your|the|\w+ing)\b|\bworth every\b"
    r"|\b(?:great|good|solid) watch\b|\bgive it a (?:go|try|chance|shot|watch)\b"
    r"|\bdo(?:n't| not) miss\b|\bnot to be missed\b|\bthumbs up\b|\bdo yourself a favou?r\b"
    r"|\b(?:implore|urge|encourage|beg) (?:you|all|every\w*|anyone)(?: [\w-]+){0,3} to (?:watch|see|give)\b"
    r"|\byou (?:should|must|need to|have to|gotta|won't regret) (?:watch|see|stream|check)\w*\b"
    r"|(?:^|[,:] )(?:so |just |please )?go (?:and )?(?:watch|see|stream)\b(?!.*\binstead)"
    rf"|\b(?:looking forward|can't wait|cannot wait) to (?:re)?(?:watch|see)(?:ing)? {_IT} again\b"
    r"|\bcan(?:'t|not) wait for (?:more|the (?:next|second|third)|season)\b"
    r"|\b(?:is|it's|was|becomes?|became) (?:\w+ )?(?:one of )?my (?:[\w-]+ )?"
    rf"(?:number one|favou?rite) {_WORKS}\b"
    rf"|\bi {_VERY}(?:loved|adored) (?:it|this|every)\b|\bi (?:really|thoroughly|absolutely) enjoyed\b"
    rf"|\bi {_VERY}(?:enjoyed|liked) (?:it|this|watching) (?:a lot|immensely)\b"
    rf"|\b(?:it's|it is|it was|is|was|remains) (?:still |really |truly |such )?an? {_VERY}(?:wonderful|great|"
    r"fantastic|brilliant|excellent|superb|terrific|amazing|beautiful|delightful|marvellous|outstanding) "
    rf"(?:[\w-]+ )?{_WORKS}\b(?!,? (?:but|if|though))"
    r"|\b(?:looking forward to|waiting (?:[\w-]+ ){0,2}for) (?:the next|the last|the rest|season|more)\b"
    r"|\bhop(?:e|ing) (?:that )?they make (?:another|more)\b|\bi (?:really|greatly) admired\b"
    r"|\bin my (?:\w+ )?top (?:five|ten|twenty|\d+)\b"
    r"|\b(?:exceed|surpass)ed (?:all |any )?(?:of )?(?:my|our) expectations\b"
)
_WARNS = re.compile(
    rf"\b(?:(?:skip|avoid) {_IT}|give {_IT} a (?:miss|pass)|(?:can|could) (?:safely )?(?:skip|miss) {_IT}"
    rf"|stay away|steer clear|do(?:n't| not) (?:bother|waste|watch {_IT}|even think)|save yourself"
    r"|never (?:again )?waste|(?:isn't|is not|wasn't) even (?:good|funny|entertaining|worth)"
    r"|(?:can(?:'t|not)|couldn't|hard to|difficult to)(?: \w+)? recommend|not recommend(?:ed)?|not worth"
    r"|waste of (?:time|your|an? (?:hour|evening))|thumbs down|save your (?:money|time)"
    r"|spend your (?:money|time|\$\d+) (?:on|else)|not my cup of tea|one of the worst"
    r"|what an? (?:\w+,? ){0,2}(?:waste|disappointment|mess|bore)"
    r"|(?:missed|wasted),? (?:\w+ )?opportunity|wasted (?:my|two|an?) (?:time|hours?|evening|money)"
    rf"|wait (?:for|until) (?:{_IT}|the (?:video|dvd)|video|cable|dvd|streaming)"
    rf"|let (?:{_IT}|(?:[\w'-]+ ){{0,4}}[\w'-]+) pass (?:you )?by"
    r"|(?:watch|see) (?:something|anything) else|(?:read|check out) the (?:book|novel) instead"
    r"|(?:watch|see) the (?:original|first one)(?: again)? instead"
    rf"|(?:it|this|that) (?:{_VERY}|just )(?:sucks|sucked|stinks|stank)"
    rf"|(?:it's|it is|it was|this is|this was|(?:this|the) {_WORKS} (?:is|was)) (?:{_VERY}|just |so )"
    r"(?:bad|terrible|awful|horrible|dreadful|weak|garbage|trash|rubbish|unwatchable|boring|dull|"
    r"a (?:mess|bore|chore|slog))(?=[.!,;]|$)"
    rf"|i {_VERY}(?:hated|disliked|loathed) (?:it|this|every)"
    rf"|i (?:did not|didn't) (?:really |much )?(?:like|enjoy|care for) {_IT}"
    r"|(?:i|we) (?:almost |nearly )?(?:gave up on it|couldn't finish it|turned it off))\b"
)
_UNSAID = re.compile(r"\b(?:hard|difficult|hardly|neither|never|not) (?:\w+ )?(?:to )?(?:a |worth|recommend)")
_CONDITION = re.compile(r"\bif you\b")


def stated_verdict(sentences: Sequence[str]) -> Verdict | None:
    """What the reviewer's closing third recommends in so many words; None where it says nothing or both."""
    closing = [sentence.lower() for sentence in sentences[len(sentences) * 2 // 3 :]]
    plain = [sentence for sentence in closing if not _CONDITION.search(sentence)]
    warns = any(_WARNS.search(sentence) for sentence in plain)
    recommends = any(
        _RECOMMENDS.search(sentence) and not (_UNSAID.search(sentence) or _WARNS.search(sentence))
        for sentence in plain
    )
    if warns == recommends:
        return None
    return "watch" if recommends else "skip"
