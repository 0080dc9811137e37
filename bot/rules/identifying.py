"""Which known work an incoming review is about, and what the work is called from then on."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from bot.rules.drafts import Draft, Evidence
from bot.rules.matching import forms, same_names
from bot.rules.slugs import slug
from storage import Credit, Facet, Kind, Work, WorkId
from storage.reviews import Entry

NEW = WorkId(0)
ALIKE = 85.0
_IDENTITY = {"title", "kind", "year", "season", "original", "other_names"}


class AmbiguousWork(ValueError):
    """Several known works fit equally well: `works`, the newest first, as new reviews are mostly of new ones.

    `evidence` is what that leaves in doubt, for an editor.
    """

    def __init__(self, title: str, works: Sequence[Work]) -> None:
        self.works = sorted(works, key=lambda work: (-(work.year or 0), work.id))
        known = [f"{work.title} ({work.year or 'no year'}, {work.kind})" for work in self.works]
        super().__init__(
            f"{title} could be any of: {', '.join(known)}. Add the year, the kind or some of the cast."
        )
        field = "year" if len({work.year for work in works}) > 1 else "title"
        self.evidence = {field: Evidence(title, "text", 1 / len(works))}


def identify(draft: Draft, known: Sequence[Work]) -> Work:
    """The work that the draft is about, with what the draft adds; id 0 where it is a new one.

    A stated year, kind or season must agree. Among several that agree, the one with more of the same
    year, people, platform and original name is meant; AmbiguousWork where that does not decide.
    """
    fitting = [work for work in known if _fits(draft, work)]
    if len(fitting) > 1:
        points = [_evidence(draft, work) for work in fitting]
        best = max(points)
        fitting = [work for work, score in zip(fitting, points, strict=True) if score == best]
        if len(fitting) > 1:
            raise AmbiguousWork(draft.title, fitting)
    if fitting:
        return _merged(fitting[0], draft)
    return _merged(Work(NEW, _kind(draft), draft.title), draft)


def follow_up(draft: Draft, work: Work, corrected: Set[str] = frozenset()) -> Work:
    """The work of a review that is known already, after the review was edited where it came from.

    A corrected title, kind, year or season is taken over; another of the work's names is no correction.
    What editors have corrected of it here stays. Which film it is they said with all four together.
    """
    also_called = slug(draft.title) in _names(work.original, work.other_names) - {slug(work.title)}
    mended = replace(
        work,
        title=work.title if also_called else draft.title,
        kind=draft.kind or work.kind,
        year=draft.year or work.year,
        season=draft.season or work.season,
    )
    stays = set(corrected) | (_IDENTITY if corrected & _IDENTITY else set())
    return replace(_merged(mended, draft), **{name: getattr(work, name) for name in stays})


def entry_of(work: Work) -> Entry:
    """A work as the store takes it."""
    found = forms(work.title, (work.original, *work.other_names))
    return Entry(work, found, facets_of(work), namesakes=same_names(found))


def facets_of(work: Work) -> tuple[Facet, ...]:
    """What a work can be followed and listed by."""
    found = [
        *(Facet("genre", slug(genre), genre) for genre in work.genres),
        *(Facet("platform", slug(name), name) for name in [work.platform] if name),
        *(Facet("person", slug(credit.name), credit.name) for credit in work.people),
    ]
    return tuple({(facet.scope, facet.key): facet for facet in found if facet.key}.values())


def _fits(draft: Draft, work: Work) -> bool:
    if not _names(draft.title, draft.original, draft.other_names) & _names(
        work.title, work.original, work.other_names
    ):
        return False
    if draft.kind and draft.kind != work.kind:
        return False
    if draft.season != work.season:
        return False
    return draft.year is None or work.year is None or draft.year == work.year


def _evidence(draft: Draft, work: Work) -> tuple[int, int, int, int]:
    people = {slug(credit.name) for credit in draft.people} & {slug(credit.name) for credit in work.people}
    return (
        int(draft.year is not None and draft.year == work.year),
        len(people),
        int(bool(draft.platform) and slug(draft.platform) == slug(work.platform)),
        int(bool(draft.original) and draft.original == work.original),
    )


def _merged(work: Work, draft: Draft) -> Work:
    original = work.original or draft.original
    own = _names(work.title, original)
    heard = [name for name in (draft.title, *draft.other_names) if slug(name) not in own]
    return replace(
        work,
        year=work.year or draft.year,
        season=work.season or draft.season,
        original=original,
        other_names=_together(work.other_names, heard),
        platform=work.platform or draft.platform,
        genres=_together(work.genres, draft.genres),
        people=_credits(work.people, draft.people),
        image=work.image or draft.image,
    )


def _credits(old: Sequence[Credit], new: Sequence[Credit]) -> tuple[Credit, ...]:
    merged = list(old)
    for credit in new:
        same = next((number for number, known in enumerate(merged) if _same_person(known, credit)), None)
        if same is None:
            merged.append(credit)
        elif not merged[same].character:
            merged[same] = credit
    return tuple(merged)


def _same_person(one: Credit, other: Credit) -> bool:
    if one.role != other.role:
        return False
    names = slug(one.name), slug(other.name)
    if names[0] == names[1]:
        return True
    # Two spellings of a name are one person where they play the same part.
    parts = set(slug(one.character).split("-")) & set(slug(other.character).split("-")) - {""}
    return bool(parts) and ratio(*(name.replace("-", "") for name in names)) >= ALIKE


def _together(old: Sequence[str], new: Iterable[str]) -> tuple[str, ...]:
    known: dict[str, str] = {}
    for name in (*old, *new):
        known.setdefault(slug(name), name)
    return tuple(known.values())


def _names(*names: str | Sequence[str]) -> set[str]:
    flat = [name for each in names for name in ([each] if isinstance(each, str) else each)]
    return {slug(name) for name in flat if name}


def _kind(draft: Draft) -> Kind:
    return draft.kind or ("season" if draft.season else "film")
