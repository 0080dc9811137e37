"""/import: an editor names a web address, and sees the draft that was made of it."""

from bot.commands.command import Argument, Command, Desk
from bot.commands.editors import GONE, desk_view, for_editors, is_editor
from bot.replies import Ask, Choice, Code, Reply, say
from bot.requests import Request
from storage import editing


async def bring(desk: Desk, request: Request, words: str) -> Reply:
    """What became of the address: the review as editors see it, or why there is none."""
    if not is_editor(desk, request):
        return for_editors(request)
    if not words:
        return say("Which page? Write its address behind it: ", Ask("import", "https://…"), private=True)
    brought = request.brought
    if brought is None:
        return say("I read nothing from the web here; ", Code("python -m bot import"), " does.", private=True)
    if not brought.review:
        return say(brought.said, private=True)
    known = await desk.store.read(editing.manuscript, brought.review)
    return desk_view(known, brought.said) if known else say(GONE, private=True)


async def _suggest(desk: Desk, request: Request, typed: str) -> list[Choice]:
    return []


COMMAND = Command(
    "import",
    "For editors: make a draft of the review at a web address",
    bring,
    Argument("address", "The page's address, https://…", _suggest),
    brings=True,
)
