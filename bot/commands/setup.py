"""/setup: what the bot may and may not do here, and how to mend what is missing."""

from bot.commands.command import Command, Desk
from bot.findings import Finding, Surroundings
from bot.replies import Ask, Block, Bold, Button, Heading, Note, Points, Reply, Rows, Span, line, say
from bot.requests import Request
from bot.rules.wording import plural
from storage import deliveries, subscriptions

MANAGERS_ONLY = "Only those who manage this chat can look at its setup."
NOTHING_AROUND = "There is nothing to look at here. The operator's check-up is python -m bot doctor."
LABEL = "Add me with the rights I need"
_MARKS = {"ok": "✅", "warning": "⚠️", "trouble": "❌"}


async def show_setup(desk: Desk, request: Request, words: str) -> Reply:
    """What the platform found around this chat; alerts that rested go on where I may write again."""
    if not request.manages:
        return say(MANAGERS_ONLY, private=True)
    around = request.around
    if around is None:
        return say(NOTHING_AROUND, private=True)
    blocks: list[Block] = [Heading("What I may do here"), Points(tuple(map(_line, around.findings)), mark="")]
    if mends := dict.fromkeys(finding.mend for finding in around.findings if finding.mend):
        blocks.append(Points(tuple(mends), mark="→"))
    blocks.append(Note(await _alerts(desk, request, around)))
    rows: Rows = ((Button(LABEL, url=around.invitation),),) if around.invitation else ()
    return Reply(tuple(blocks), rows, private=True)


def _line(finding: Finding) -> Span:
    return line(f"{_MARKS[finding.level]} ", Bold(finding.subject), f": {finding.found}")


async def _alerts(desk: Desk, request: Request, around: Surroundings) -> Span:
    found = await desk.store.read(subscriptions.of, request.place)
    if not found:
        return line("No alerts are set up here. ", Ask("subscribe"), " starts one.")
    said = f"{plural(len(found), 'alert')} here; "
    if around.writes and not await desk.store.read(subscriptions.open_to, request.place):
        await desk.store.write(deliveries.let_in, request.place, request.now)
        said += "they rested while I could not write, and go on now; "
    return line(said, Ask("subscriptions"), " changes them.")


COMMAND = Command(
    "setup",
    "For managers: what I may do here, and what is missing",
    show_setup,
    manages=True,
    looks_around=True,
)
