"""/history [TITLE]: who or which feed brought, published, edited or retracted what, and when."""

import time

from bot.cards import clean, title_of
from bot.commands.command import Argument, Command, Desk
from bot.commands.editors import for_editors, is_editor
from bot.commands.titles import meant, not_found, suggest_titles
from bot.replies import Bold, Heading, Paragraph, Points, Reply, Span, line, say
from bot.requests import Request
from bot.rules.editing import DETAILS
from bot.rules.wording import capitalised, listed, plural
from storage import Deed, Editor, arrivals, editing, feeds
from storage.arrivals import FEED, Arrival
from storage.feeds import Event

SHOWN = 20


async def history(desk: Desk, request: Request, words: str) -> Reply:
    """What was done last, to one title's reviews or to all, the newest first."""
    if not is_editor(desk, request):
        return for_editors(request)
    work = None
    if words.strip():
        meaning = await meant(desk, words)
        if meaning.certainty == "nothing":
            return not_found(words)
        if meaning.one is None:
            return say(f"Several titles are like “{clean(words, 80)}”. Add the year.", private=True)
        work = meaning.one
    deeds = await desk.store.read(editing.history, work, SHOWN)
    came = await desk.store.read(arrivals.latest, work, SHOWN)
    told = [(deed.done_at, _deed(deed)) for deed in deeds] + [(each.done_at, _arrival(each)) for each in came]
    if work is None:
        told += [(each.done_at, _event(each)) for each in await desk.store.read(feeds.events, SHOWN)]
    if not told:
        return Reply((Paragraph("Nothing was imported, published, edited or retracted there yet."),),
                     private=True)  # fmt: skip
    newest = sorted(told, key=lambda each: each[0], reverse=True)[:SHOWN]
    # Each for itself, so that the oldest are left out where there is no room for all.
    lines = [Points((line(f"{_when(at)} · ", what),), optional=True) for at, what in newest]
    return Reply((Heading("What was done"), *lines), private=True)


def _deed(deed: Deed) -> Span:
    labels = [DETAILS[name].label.lower() for name in deed.fields if name in DETAILS]
    what = f": {listed(labels)}" if labels else ""
    return line(
        f"{_who(deed.editor)} {deed.what} ", Bold(title_of(deed.work)), f", revision {deed.revision}{what}"
    )


def _arrival(came: Arrival) -> Span:
    counts = [
        plural(came.drafts, "draft") if came.drafts else "",
        f"{came.published:,} published" if came.published else "",
    ]
    names = [clean(title, 40) for title in came.titles]
    others = came.drafts + came.published - len(names)
    names += [f"{others:,} more"] if others > 0 else []
    refused = f", {came.refused:,} refused" if came.refused else ""
    told = f"{listed([count for count in counts if count])} ({listed(names)}){refused}"
    if came.by.account.platform == FEED:
        return line("The feed ", Bold(clean(came.by.name or came.source, 60)), f" brought {told}")
    return line(f"{_who(came.by)} imported ", Bold(clean(came.source, 80)), f": {told}")


def _event(event: Event) -> Span:
    return line("The feed ", Bold(clean(event.name, 60)), f" {clean(event.told, 300)}")


def _who(editor: Editor) -> str:
    platform = editor.account.platform
    return f"{clean(editor.name, 40) or 'somebody'} ({capitalised(platform)})"


def _when(moment: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(moment))


COMMAND = Command(
    "history",
    "For editors: who brought, published, edited or retracted what",
    history,
    Argument("title", "A film or series; all of them without", suggest_titles),
)
