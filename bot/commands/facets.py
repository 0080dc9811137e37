"""Genres, platforms and people in what somebody types."""

from bot.commands.command import Desk
from bot.replies import Choice
from bot.requests import Request
from bot.rules.slugs import slug
from storage import Facet, Scope, works

SHOWN = 12


async def genre_of(desk: Desk, words: str) -> Facet | None:
    """The genre of exactly this name."""
    return await _facet(desk, "genre", words)


async def facet_of(desk: Desk, words: str, scopes: tuple[Scope, ...]) -> Facet | None:
    """The first of these scopes that has something of exactly this name."""
    for scope in scopes:
        found = await _facet(desk, scope, words)
        if found is not None:
            return found
    return None


async def suggest_genres(desk: Desk, request: Request, typed: str) -> list[Choice]:
    """Genres that begin as typed; the most common ones for nothing typed."""
    if not typed.strip():
        found = await desk.store.read(works.facets, "genre", 5)
    else:
        found = [facet for facet in await suggest_facets(desk, typed) if facet.scope == "genre"]
    return [Choice(f"Genre: {facet.name}", facet.name) for facet in found]


async def suggest_facets(desk: Desk, typed: str) -> list[Facet]:
    """Genres, platforms and people whose name begins as typed."""
    begin = slug(typed)
    return await desk.store.read(works.facets_like, begin, SHOWN) if begin else []


async def _facet(desk: Desk, scope: Scope, words: str) -> Facet | None:
    key = slug(words)
    return await desk.store.read(works.facet, scope, key) if key else None
