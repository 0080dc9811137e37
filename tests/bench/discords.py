"""/review on Discord, interaction in to response out, against a handler that sends a fixed card."""

import random

import discord
from discord import app_commands

from bot.catalogue import open_catalogue
from bot.commands import Desk
from bot.platforms.discord.buttons import PressButton, make_button
from bot.platforms.discord.client import ReviewClient
from bot.platforms.discord.render import draw
from bot.replies import Reply
from storage import Account, WorkId, facts
from tests.bench.chats import some_work
from tests.bench.figures import Figure, Ground, Stopwatch, milliseconds
from tests.bench.library import titles
from tests.bench.stores import opened
from tests.bench.wireless import Json, Wireless


async def review_share(ground: Ground) -> list[Figure]:
    """What the program adds to what discord.py itself needs for a card of the same size."""
    dice, named = random.Random(8), titles(ground.scale.works)
    store = await opened(ground.library)
    try:
        desk = Desk(store, await open_catalogue(store))
        card = await _some_card(desk, dice, ground.scale.works)
        async with ReviewClient(desk) as client, discord.Client(intents=discord.Intents.none()) as bare:
            client.add_dynamic_items(PressButton)
            _add_fixed_card(bare, card)
            ours, baseline = Stopwatch(), Stopwatch()
            for number in range(ground.scale.pairs // 4):
                title = dice.choice(named)
                for turn in (number % 2, 1 - number % 2):
                    asked = Wireless(client if turn else bare)
                    with ours if turn else baseline:
                        answer = await asked.slash("review", "title", title, number + 1)
                    _check(answer)
    finally:
        await store.close()
    share = ours.median - baseline.median
    return [
        Figure(
            "/review on Discord, in to out",
            milliseconds(ours.median),
            milliseconds(baseline.median),
            f"ours {milliseconds(share)}",
            "our share under 2 ms",
            share < 0.002,
        )
    ]


async def _some_card(desk: Desk, dice: random.Random, works: int) -> Reply:
    found = await desk.store.read(facts.card, WorkId(some_work(dice, works)), Account("discord", 1))
    if found is None:
        raise AssertionError("the data set lacks a work")
    return await desk.card(found)


def _add_fixed_card(client: discord.Client, card: Reply) -> None:
    tree = app_commands.CommandTree(client)
    view = draw(card, make_button)

    @tree.command(name="review", description="Always the same card")
    async def review(interaction: discord.Interaction[discord.Client], title: str = "") -> None:
        await interaction.response.send_message(view=view)


def _check(answer: Json) -> None:
    if answer["type"] != 4 or not answer["data"]["components"]:
        raise AssertionError(f"no card came: {answer}")
