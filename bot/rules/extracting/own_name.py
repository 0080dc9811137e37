"""What the reviewed work is called, and which names belong to other parts of its series."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.rules.extracting.bare_names import POSSESSOR

_NUMBERED = re.compile(
    r":?\s(?:(?:Part|Vol(?:ume|\.)?|Chapter)\s)?(?:\d{1,2}|[IVX]{1,4}|Two|Three|Four|Five)\b.*"
)
# No year, no score, no counted thing: "Spokes 4/5", "Spokes 4 stars".
_OTHER_NUMBER = (
    r"(?:Part\s(?:\d|[IVX]+|Two|Three)|[2-9]|10|I{2,3}|I?VI{0,3}|I?X)"
    r"(?![\w/%+]|\.\d|-\w|\s?(?:/|out\b|of\b|stars?\b|points?\b|hours?\b|minutes?\b|years?\b|to\s\d))"
)
_TO_COME = re.compile(r"\b(?:await\w*|hop(?:es?|ing)|if there|look(?:ing)? forward|perhaps|upcoming)\b")
_LONG = 5  # letters of a word that stands for a series


@dataclass(frozen=True)
class OwnName:
    """What the reviewed work is called, and what else is no other work."""

    title: str
    barred: frozenset[str]
    words: frozenset[str]

    @cached_property
    def first_part(self) -> str:
        """The name without its number and what follows it; the whole name where it has none."""
        return _NUMBERED.sub("", self.title)

    @cached_property
    def series(self) -> str:
        """What all parts are called: "Spokes" for "Spokes 2" and "Spokes: The Harbour"; else nothing."""
        return self.first_part if self.first_part != self.title else self.title.rpartition(": ")[0]

    @cached_property
    def first_of_series(self) -> re.Pattern[str]:
        """The first part where it is called so: "the original Spokes"."""
        behind = r"(?!\w|'s|\s(?:[\dIVX]|trailer|review|season|series))"
        return re.compile(
            rf"\b(?:original|first|previous)\s(?:(?:19|20)\d\d\s)?['\"]?{re.escape(self.series)}{behind}"
        )

    @cached_property
    def owner(self) -> str:
        """Whose it is: "Miller's " belongs to the name of a spin-off too."""
        possessor = POSSESSOR.match(self.title)
        return possessor[0] if possessor else ""

    @cached_property
    def _initials(self) -> str:
        """What fans write for it: "TLT" for "The Low Tide"."""
        return "".join(word[0] for word in re.findall(r"\w+", self.title.title()))

    @cached_property
    def _told_where(self) -> re.Pattern[str]:
        """Itself, with where it was seen or who played in it: "Spokes on DVD"."""
        return re.compile(rf"{re.escape(self.title)}\s(?:at|by|from|in|on|to|with)\s")

    def is_called(self, name: str) -> bool:
        """Whether the name is its own, or a part of it, or one of those that are barred."""
        is_part = name != self.first_part and f" {name} " in f" {self.title} "
        if not name.isdigit() and name != self.first_part and self.title.startswith(name):
            return True
        is_tail = " " in name and same(self.title).endswith(same(name))
        is_short = name.isupper() and name == self._initials
        is_own = (
            is_tail
            or is_short
            or same(name) in self.barred
            or name.lower() in self.words
            or name.endswith(f": {self.title}")
            or name.startswith(f"{self.first_part} Season ")
            or self.title.startswith(f"{name}: ")
        )
        return is_own or is_part or bool(self._told_where.match(name))

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        """What names of other parts begin with: the series' name, or the first word of its own."""
        begin = self.title.partition(" ")[0]
        first_word = begin if begin != self.title and len(begin) >= _LONG else ""
        return tuple(sorted({self.series, first_word} - {""}, key=len, reverse=True))

    @cached_property
    def _other_numbers(self) -> re.Pattern[str]:
        stem = "|".join(map(re.escape, self._stems))
        return re.compile(rf"(?<!\w)(?<!& )(?:{stem})\s(?:[A-Z]\w+\s)?{_OTHER_NUMBER}")

    def _is_second(self, part: str) -> bool:
        """Whether that is what people call it, too: "Spokes 2" for "Spokes: The Harbour"."""
        return ": " in self.title and not _NUMBERED.search(self.title) and part.endswith(" 2")

    def other_parts(self, sentence: str) -> Iterator[str]:
        """Other numbered parts of its series, which a review hardly names but as a measure."""
        if any(stem in sentence for stem in self._stems) and not _TO_COME.search(sentence):
            for part in self._other_numbers.finditer(sentence):
                if self._is_second(part[0]):
                    continue
                if part[0] not in self.title and not part[0].startswith(f"{self.title} "):
                    yield part[0]


def same(name: str) -> str:
    """What names are compared by: small letters without the article, spaces and signs."""
    return re.sub(r"^the\s|\W+", "", name.lower())
