"""Names of works in texts without capital letters, as in old newsgroups: "not unlike the long ferry"."""

import re
from collections.abc import Iterator, Sequence

from bot.rules.extracting.famous_names import begins_a_famous_name, is_famous

_WORD = r"[\w'&/.-]*\w"
_PHRASE = re.compile(rf"(?<![\w'\"/.-]){_WORD}(?::?\s{_WORD}){{0,6}}")
_ONE_WORD = re.compile(r"(?:an?|the)\s\S+|\S+")
# Behind these one word is enough.
_SURELY = re.compile(
    r"\b(?:(?:adaptation|comed(?:y|ie)|drama|feature|film|flick|hit|movie|serie|show|thriller|western)s? "
    r"(?:like|such as)|a la|reminiscent of|(?:rehash|remake|retread|rip-?off|sequel|prequel|spin-?off)s? "
    r"(?:of|to))\s$"
)
_JOINED = re.compile(r",?\s(?:and|or)\s|,\s")  # to another
_NEAR = 40  # characters
_NEARLY_ALL = 0.9  # of the sentences


def in_quotation_marks(sentences: Sequence[str]) -> Sequence[str]:
    """The sentences; famous names are put into quotation marks where the text has next to no capitals.

    A sentence that has such marks has them round its names.
    """
    if sum(map(str.islower, sentences)) < _NEARLY_ALL * len(sentences):
        return sentences
    return [
        "".join(_marked(sentence)) if sentence.islower() and '"' not in sentence else sentence
        for sentence in sentences
    ]


def _marked(sentence: str) -> Iterator[str]:
    written, place = 0, 0
    while (phrase := _PHRASE.search(sentence, place)) is not None:
        place = phrase.start()
        one_is_enough = written > 0 and _JOINED.fullmatch(sentence, written, place) is not None
        name = _famous_beginning(sentence, phrase, one_is_enough=one_is_enough)
        if name:
            yield f'{sentence[written:place]}"{name}"'
            written = place = place + len(name)
        else:
            place = phrase.start() + len(phrase[0].partition(" ")[0])
    yield sentence[written:]


def _famous_beginning(sentence: str, phrase: re.Match[str], *, one_is_enough: bool) -> str:
    """The longest famous name with which the phrase begins; empty without one."""
    name = phrase[0] if begins_a_famous_name(phrase[0]) else ""
    while name:
        if is_famous(name, as_written=True):
            before = sentence[max(0, phrase.start() - _NEAR) : phrase.start()]
            is_sure = one_is_enough or not _ONE_WORD.fullmatch(name) or _SURELY.search(before)
            return name if is_sure else ""
        name = name.rpartition(" ")[0].rstrip(" :")
    return ""
