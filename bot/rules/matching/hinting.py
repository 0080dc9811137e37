"""What stands beside a name: people, a platform or a genre tell works of one name apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.rules.matching.chatter import ASKING
from bot.rules.matching.judging import CLEAR, Hit, allowed, weight
from bot.rules.matching.normalising import LITTLE_WORDS, bare, key, plain

_MOST_WORDS = 12
_HALF = 0.5
_MISSED = 0.05
_LIKELY = CLEAR - 0.02
_YEAR = range(1880, 2050)


def left_over(query: str, form: str) -> tuple[str, ...]:
    """The typed words that a name does not explain, chat aside."""
    name, joined = bare(form).split(), key(form)
    return tuple(
        word
        for word in plain(query).split()[:_MOST_WORDS]
        if word not in ASKING | LITTLE_WORDS
        and word not in joined
        and not any(_same(word, other) for other in name)
        and not (word.isdecimal() and int(word) in _YEAR)
    )


def hinted(hits: Sequence[Hit], query: str, told: Mapping[int, Iterable[str]]) -> list[Hit]:
    """The hits again, where `told` are the people, platform and genres of some works.

    A work that these explain the rest of the query of, by half or more, rises by that share towards
    CLEAR, or to just below it where its name is misspelt or another year is named; where one does so,
    others with something left over fall a little.
    """
    shares = {hit.entry.work: _explained(query, hit.entry.form, told.get(hit.entry.work, ())) for hit in hits}
    if not any(share is not None and share >= _HALF for share in shares.values()):
        return list(hits)
    return [_moved(hit, shares[hit.entry.work], query) for hit in hits]


def is_hinted_at(typed: str, name: str, told: Iterable[str]) -> bool:
    """Whether what is typed beside a plain name is told of its work, the last word as far as it goes."""
    return (_explained(typed, name, told, begun=True) or 0.0) >= _HALF


def _explained(query: str, form: str, told: Iterable[str], *, begun: bool = False) -> float | None:
    """Which share of what a name leaves over is told; None where nothing is left over."""
    rest = left_over(query, form)
    if not rest:
        return None
    words = {word for text in told for word in plain(text).split()}
    known = [word for word in rest if any(_same(word, other) for other in words)]
    if begun and rest[-1] not in known and any(word.startswith(rest[-1]) for word in words):
        known.append(rest[-1])
    return sum(map(weight, known)) / sum(map(weight, rest))


def _moved(hit: Hit, share: float | None, query: str) -> Hit:
    if share is None:
        return hit
    if share < _HALF:
        return replace(hit, score=hit.score - _MISSED)
    ceiling = CLEAR if _is_named(hit, query) else _LIKELY
    return replace(hit, score=max(hit.score, hit.score + (ceiling - hit.score) * share))


def _is_named(hit: Hit, query: str) -> bool:
    """Whether the name stands in the query letter by letter, with no other year beside it."""
    typed, name = plain(query).split(), bare(hit.entry.form)
    years = {int(word) for word in typed if word.isdecimal() and int(word) in _YEAR} - set(
        map(_number, name.split())
    )
    return f" {name} " in f" {' '.join(typed)} " and years <= {hit.entry.year}


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else 0


def _same(typed: str, word: str) -> bool:
    most = allowed(typed)
    return typed == word or (most > 0 and OSA.distance(typed, word, score_cutoff=most) <= most)
