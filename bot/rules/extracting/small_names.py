"""Names of works in texts without capital letters, as in old newsgroups: "not unlike the long ferry"."""

import re
from collections.abc import Iterator, Sequence

from bot.rules.extracting.famous_names import begins_a_famous_name, is_famous

_WORD = r"(?:(?:dr|lt|mrs?|ms|sgt|st|vs|(?:[a-z]\.)+[a-z])\.|[\w'&/.-]*\w)"
_PHRASE = re.compile(rf"(?<![\w\"/.-])(?<!\w')(?!'){_WORD}(?::?\s{_WORD}){{0,6}}")
_ONE_WORD = re.compile(r"(?:an?|the)\s\S+|\S+")
# Behind these one word is enough.
_SURELY = re.compile(
    r"\b(?:(?:adaptation|blockbuster|cartoon|classic|comed(?:y|ie)|drama|epic|feature|film|flick|hit|movie|"
    r"musical|picture|remake|sequel|serie|show|sitcom|thriller|western)s? (?:like|such as)|"
    r"in the (?:footsteps|spirit|style|tradition|vein) of|a la|reminiscent of|"
    r"(?:rehash|remake|retread|rip-?off|sequel|prequel|spin-?off)s? (?:of|to))\s$"
)
# Said of other things more often than of the work.
EVERYDAY_PHRASES = frozenset(
    {"about time", "after hours", "after life", "all that", "art of war", "bachelor party", "bad boys",
     "bad guys", "bad taste", "being human", "being there", "big mouth", "black hole", "blow up",
     "brain dead", "break up", "close up", "dark shadows", "dead man", "death wish", "disaster movie",
     "do the right thing", "ever after", "face off", "falling down", "far and away", "feel good",
     "fish tank", "flight attendant", "from hell", "full house", "get back", "get out", "ghost story",
     "ghost world", "good doctor", "good girl", "good place", "growing pains", "guess who", "head on",
     "heavy metal", "his house", "hit man", "holy grail", "hot shots", "human nature", "idle hands",
     "in a world", "in and out", "in cold blood", "in time", "it comes", "it follows", "kung fu",
     "leap of faith", "life itself", "like crazy", "like mike", "little children", "little things",
     "love story", "loved ones", "mad about you", "major league", "my life", "new girl", "new world",
     "night before", "night of", "normal people", "nothing to lose", "now and then", "old boy",
     "on the beach", "once upon a time", "one piece", "open your eyes", "ordinary people",
     "original sin", "other guys", "other two", "our planet", "out of sight", "over the top",
     "party girl", "perfect world", "planet earth", "point blank", "prom night", "real thing",
     "red planet", "road trip", "rock star", "saving grace", "say anything", "secret agent",
     "stay alive", "stay tuned", "step up", "swimming pool", "they live", "this country", "this life",
     "three times", "time after time", "to die for", "to the bone", "true stories", "under the sand",
     "vice versa", "what if", "wrong man", "wrong turn", "your name"}
)  # fmt: skip
_JOINED = re.compile(r",?\s(?:and|or)\s|,\s")  # to another
_NEAR = 40  # characters
_NEARLY_ALL = 0.9  # of the sentences


def in_quotation_marks(sentences: Sequence[str]) -> Sequence[str]:
    """The sentences; famous names are put into quotation marks where the text has next to no capitals."""
    if sum(map(str.islower, sentences)) < _NEARLY_ALL * len(sentences):
        return sentences
    return [
        '"'.join(_marked_outside(sentence.split('"'))) if sentence.islower() else sentence
        for sentence in sentences
    ]


def _marked_outside(parts: Sequence[str]) -> Iterator[str]:
    """The parts of a sentence between its marks; every other one is within them and stays as it is."""
    are_whole = len(parts) % 2 == 1
    yield from (
        "".join(_marked(part)) if are_whole and place % 2 == 0 else part for place, part in enumerate(parts)
    )


def famous_names_in(text: str) -> Iterator[tuple[int, str]]:
    """The famous names in small letters, with their places; single words only where a work is spoken of."""
    end, place = 0, 0
    while (phrase := _PHRASE.search(text, place)) is not None:
        place = phrase.start()
        one_is_enough = end > 0 and _JOINED.fullmatch(text, end, place) is not None
        name = _famous_beginning(text, phrase, one_is_enough=one_is_enough)
        if name:
            yield place, name
            end = place = place + len(name)
        else:
            place = phrase.start() + len(phrase[0].partition(" ")[0])


def _marked(sentence: str) -> Iterator[str]:
    written = 0
    for place, name in famous_names_in(sentence):
        end = place + len(name)
        is_marked = sentence[place - 1 : place] == sentence[end : end + 1] == "'"  # "'low tide'"
        yield f'{sentence[written : place - is_marked]}"{name}"'
        written = end + is_marked
    yield sentence[written:]


def _famous_beginning(sentence: str, phrase: re.Match[str], *, one_is_enough: bool) -> str:
    """The longest famous name with which the phrase begins; empty without one."""
    name = phrase[0] if begins_a_famous_name(phrase[0]) else ""
    while name:
        if is_famous(name, as_written=True):
            before = sentence[max(0, phrase.start() - _NEAR) : phrase.start()]
            is_plain = _ONE_WORD.fullmatch(name) or name.removeprefix("the ") in EVERYDAY_PHRASES
            is_sure = one_is_enough or not is_plain or _SURELY.search(before)
            return name if is_sure else ""
        name = name.rpartition(" ")[0].rstrip(" :")
    return ""
