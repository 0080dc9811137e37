"""/history [TITLE]: who published, edited or retracted which review, and when."""

import time

from bot.cards import clean, title_of
from bot.commands.command import Argument, Command, Desk
from bot.commands.editors import for_editors, is_editor
from bot.commands.titles import meant, not_found, suggest_titles
from bot.replies import Bold, Heading, Paragraph, Points, Reply, Span, line, say
from bot.requests import Request
from bot.rules.editing import DETAILS
from bot.rules.wording import capitalised, listed
from storage import Deed, editing

SHOWN = 20


async def history(desk: Desk, request: Request, words: str) -> Reply:
    """What was done last, to one title's reviews or to all, the newest first."""
    if not is_editor(desk, request):
        return for_editors(request)
    work = None
    if words.strip():
        found, ids = await meant(desk, words)
        if found == "nothing":
            return not_found(words)
        if found != "one":
            return say(f"Several titles are like “{clean(words, 80)}”. Add the year.", private=True)
        work = ids[0]
    deeds = await desk.store.read(editing.history, work, SHOWN)
    if not deeds:
        return Reply((Paragraph("No editor has published, edited or retracted anything there yet."),),
                     private=True)  # fmt: skip
    return Reply((Heading("What editors did"), Points(tuple(map(_told, deeds)))), private=True)


def _told(deed: Deed) -> Span:
    when = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(deed.done_at))
    who = f"{clean(deed.editor.name, 40) or 'somebody'} ({capitalised(deed.editor.account.platform)})"
    labels = [DETAILS[name].label.lower() for name in deed.fields if name in DETAILS]
    what = f": {listed(labels)}" if labels else ""
    return line(
        f"{when} · {who} {deed.what} ", Bold(title_of(deed.work)), f", revision {deed.revision}{what}"
    )


COMMAND = Command(
    "history",
    "For editors: who published, edited or retracted what",
    history,
    Argument("title", "A film or series; all of them without", suggest_titles),
)
