"""/help and /start: what the bot does, with something to press at once."""

from bot.actions import Latest, Suggest, Surprise
from bot.commands.command import Command, Desk
from bot.replies import Ask, Button, Heading, Note, Paragraph, Points, Reply, line
from bot.requests import Request
from storage import subscriptions


async def show_help(desk: Desk, request: Request, words: str) -> Reply:
    """What to type, and buttons that give something at once."""
    return Reply(
        (
            Heading(f"Film and series reviews from {desk.site}" if desk.site else "Film and series reviews"),
            Points(
                (
                    line(Ask("review", "Ballerina"), " is the card: scores, verdict, no spoilers"),
                    line(Ask("recommend"), " says what to watch next, and why"),
                    line(Ask("top"), " is the community's chart, ", Ask("latest"), " is what is new"),
                    line(Ask("subscribe", "thriller"), " tells you of new reviews"),
                    line(Ask("random"), " when nobody can decide"),
                )
            ),
            Note("Vote with a card's half stars. Nobody sees your vote; the score moves at once."),
        ),
        (
            (
                Button("📰 Latest", Latest()),
                Button("🍿 For me", Suggest()),
                Button("🎲 Surprise me", Surprise()),
            ),
        ),
        private=True,
    )


async def start(desk: Desk, request: Request, words: str) -> Reply:
    """The help, and a chat that may be written to from now on."""
    await desk.store.write(subscriptions.meet, request.place, desk.store.ids())
    hello = await show_help(desk, request, words)
    return Reply(
        (hello.blocks[0], Paragraph("Good to see you."), *hello.blocks[1:]), hello.rows, private=True
    )


COMMAND = Command("help", "What I can do", show_help)
START = Command("start", "Say hello", start)
