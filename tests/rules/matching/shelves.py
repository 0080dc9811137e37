"""Small title indexes for these tests, written as "Title (year)"."""

import re
from dataclasses import dataclass

from bot.rules.matching import Entry, TitleIndex, forms

_WRITTEN = re.compile(r"(?P<title>.+?)(?: s(?P<season>\d+))? \((?P<year>\d{4})\)")


@dataclass(frozen=True, slots=True)
class Named:
    """A work that is known by its label; a label with " s2" is that season, `kind` counts for the rest."""

    label: str
    kind: str = "film"
    fame: float = 0.0
    also: tuple[str, ...] = ()

    def entries(self, work: int) -> list[Entry]:
        written = _WRITTEN.fullmatch(self.label)
        assert written, f"not a label: {self.label}"
        season = int(written["season"] or 0)
        kind = "season" if season else self.kind
        return [
            Entry(work, form, int(written["year"]), kind, season, self.fame)
            for form in forms(written["title"], self.also)
        ]


class Library:
    """A title index of named works, which answers with their labels."""

    def __init__(self, *works: Named | str) -> None:
        self.works = [work if isinstance(work, Named) else Named(work) for work in works]
        self.index = TitleIndex.of(
            entry for number, work in enumerate(self.works) for entry in work.entries(number)
        )

    def search(self, query: str) -> tuple[str, list[str]]:
        """How sure the answer is, and the labels, best first."""
        found = self.index.search(query)
        return found.certainty, [self.works[match.work].label for match in found.matches]

    def first(self, query: str) -> str:
        """The label of the best guess, "" where there is none."""
        return next(iter(self.search(query)[1]), "")

    def complete(self, typed: str, limit: int = 25) -> list[str]:
        return [self.works[work].label for work in self.index.complete(typed, limit)]

    def namesakes(self, label: str) -> list[str]:
        numbers = {work.label: number for number, work in enumerate(self.works)}
        return [self.works[work].label for work in self.index.namesakes(numbers[label])]
