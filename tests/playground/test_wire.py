"""The playground's server: who may talk to it, and what its visitors can do on both sides."""

import asyncio
import base64
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.bringing import DRAFT
from tests.feeds.test_online import ARTICLE
from tests.playground.visitors import Trouble, Visitor, buttons_of, opened, text_of, visit
from tests.survival.worlds import files_in

SIDES = ("discord", "telegram")


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    async with opened(tmp_path) as address:
        yield address


@pytest.fixture
async def visitor(address: str) -> AsyncIterator[Visitor]:
    async with visit(address) as visitor:
        yield visitor


def main_room(visitor: Visitor, side: str) -> str:
    return visitor.room(side, "channel" if side == "discord" else "group")


async def press(visitor: Visitor, side: str, person: str, message: dict[str, Any], label: str) -> Any:
    return await visitor.ask(
        "press",
        side=side,
        person=person,
        room=main_room(visitor, side),
        message=message["id"],
        data=buttons_of(message)[label],
    )


async def test_the_page_is_whole_and_may_load_nothing_from_elsewhere(address: str) -> None:
    async with aiohttp.ClientSession() as http:
        for file in ("", "page.css", "app.js", "discord/pane.js", "telegram/pane.css"):
            async with http.get(address + file) as response:
                assert response.status == 200
                assert "default-src 'none'" in response.headers["Content-Security-Policy"]
                assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["../", "nothing.js", "../../server.py", "%2e%2e/server.py", "page.css/../app.py"]
)
async def test_nothing_else_of_this_machine_is_served(address: str, path: str) -> None:
    async with aiohttp.ClientSession() as http, http.get(address + path) as response:
        assert response.status in (403, 404)


async def test_without_the_session_in_the_address_nothing_is_served(address: str) -> None:
    root, session = address.rstrip("/").rsplit("/", 1)
    assert len(session) > 20
    async with aiohttp.ClientSession() as http:
        for path in ("/", "/wire", "/guess/", "/guess/wire", "/app.js"):
            async with http.get(root + path) as response:
                assert response.status == 404


@pytest.mark.parametrize("header", [{"Origin": "https://example.org"}, {"Host": "example.org"}])
async def test_pages_of_other_addresses_are_shut_out(address: str, header: dict[str, str]) -> None:
    async with aiohttp.ClientSession(headers=header) as http:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await http.ws_connect(f"{address}wire")
    assert refused.value.status == 403


async def test_the_scene_has_both_sides_and_their_people(visitor: Visitor) -> None:
    roles = [person["role"] for person in visitor.scene["people"]]
    assert roles == ["editor", "group admin", "member", "member", "newcomer", "follower"]
    assert [person["id"] for person in visitor.scene["people"] if person["blocked"]] == ["max"]
    for side in SIDES:
        names = {each.get("name") or each.get("command") for each in visitor.scene[side]["commands"]}
        assert {"review", "recommend", "subscribe"} <= names
        assert len({room["id"] for room in visitor.scene[side]["rooms"]}) == 8


async def test_both_sides_answer_with_the_same_card(visitor: Visitor) -> None:
    cards = [text_of(await visitor.review(side, "ben", "Parasite")) for side in SIDES]
    for card in cards:
        assert "Parasite" in card
        assert "2019" in card


async def test_a_title_that_several_bear_is_chosen_by_a_button(visitor: Visitor) -> None:
    for side in SIDES:
        choice = await visitor.review(side, "ben", "Ballerina")
        label = next(label for label in buttons_of(choice) if "2023" in label)
        await press(visitor, side, "ben", choice, label)
        card = await visitor.edited(side, main_room(visitor, side), choice["id"])
        assert "Community" in text_of(card)


async def test_suggestions_come_while_typing(visitor: Visitor) -> None:
    room = main_room(visitor, "discord")
    where = {"side": "discord", "person": "ben", "room": room}
    found = await visitor.ask("suggest", **where, name="review", option="title", typed="balle")
    assert len([each for each in found if each["name"].startswith("Ballerina")]) == 3
    await visitor.ask("command", **where, name="review", options={"title": found[0]["value"]})
    assert found[0]["name"].partition(" (")[0] in text_of(visitor.cards("discord", room)[-1])


async def test_an_inline_result_is_chosen_into_a_chat(visitor: Visitor) -> None:
    room = main_room(visitor, "telegram")
    where = {"side": "telegram", "person": "cleo", "room": room}
    found = await visitor.ask("inline", **where, query="parasi")
    await visitor.ask("choose", **where, result=found["results"][0]["id"])
    posted = [message for message in visitor.messages.values() if message["via"]]
    assert [message["by"]["id"] for message in posted] == ["cleo"]
    inspected = await visitor.ask("inspect", side="telegram", room=room, message=posted[0]["id"])
    assert inspected["call"] == "answerInlineQuery"


async def test_what_only_one_person_sees_says_so(visitor: Visitor) -> None:
    card = await visitor.review("discord", "ben", "Parasite")
    await press(visitor, "discord", "cleo", card, "4★")
    receipts = [message for message in visitor.messages.values() if message["only"]]
    assert [message["only"] for message in receipts] == ["cleo"]
    toast = await press(
        visitor, "telegram", "cleo", await visitor.review("telegram", "ben", "Parasite"), "4★"
    )
    assert "from you" in toast["text"]


async def test_a_published_review_is_told_on_both_sides_but_not_to_who_blocked_the_bot(
    visitor: Visitor,
) -> None:
    where = {side: main_room(visitor, side) for side in SIDES}
    await visitor.ask(
        "command", side="discord", person="ada", room=where["discord"], name="subscribe",
        options={"to": "every new review"},
    )  # fmt: skip
    await visitor.ask("say", side="telegram", person="ada", room=where["telegram"], text="/subscribe all")
    await visitor.until(lambda: len(visitor.cards("telegram", where["telegram"])) == 1)
    done = await visitor.ask("publish", review={"title": "The Last Reel", "kind": "film", "score": "4/5"})
    assert "4 alerts to send" in done["report"][-1]
    for side in SIDES:
        await visitor.hears_of("The Last Reel", side, where[side])
    await visitor.until(lambda: visitor.deliveries["counts"] == {"sent": 2, "held": 2})
    held = {row["room"]: row["trouble"] for row in visitor.deliveries["rows"] if row["state"] == "held"}
    assert set(held) == {"Max, in private"}
    assert all(held.values())
    await visitor.ask("block", person="max", blocked=False)
    assert [each["blocked"] for each in visitor.events[-1]["people"]] == [False] * 6


async def test_a_review_that_cannot_be_published_is_refused_by_field(visitor: Visitor) -> None:
    with pytest.raises(Trouble) as refused:
        await visitor.ask("publish", review={"title": "Nobody", "score": "banana", "year": 1600})
    assert [line.partition(":")[0] for line in str(refused.value).splitlines()] == ["year", "score"]
    with pytest.raises(Trouble, match="no stars"):
        await visitor.ask("publish", review={"title": "Nobody", "stars": 3})


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("one.jsonl", b'{"work": {"title": "Reel One"}, "review": {"score": "3/5"}}', "1 new"),
        ("../../../etc/x.json", b"[1, 2]", "2 refused"),
        ("poster.png", b"\x89PNG\r\n\x1a\n\x00\xff", "is not text"),
        ("", b"", "1 refused"),
        ("a/..", b"", "1 refused"),
    ],
)
async def test_a_dropped_file_is_imported_or_refused_in_words(
    visitor: Visitor, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    done = await visitor.ask("drop", file={"name": name, "base64": base64.b64encode(content).decode()})
    assert said in "\n".join(done["report"])
    assert {name.partition(".")[0] for name in files_in(tmp_path)} == {"playground"}


def a_file(name: str, content: str) -> dict[str, str]:
    return {"name": name, "base64": base64.b64encode(content.encode()).decode()}


async def hands_over(visitor: Visitor, side: str, person: str, file: dict[str, str]) -> str:
    """Send a file with /import in private; the bot's answer."""
    room = visitor.room(side, "private", person)
    where = {"side": side, "person": person, "room": room}
    before = len(visitor.cards(side, room))
    if side == "discord":
        await visitor.ask("command", **where, name="import", files={"file": file})
    else:
        await visitor.ask("send", **where, caption="/import", file=file)
    await visitor.until(lambda: any(text_of(each) for each in visitor.cards(side, room)[before:]))
    await visitor.until(lambda: not visitor.cards(side, room)[-1]["pending"])
    return words_of(visitor.cards(side, room)[-1])


def words_of(message: dict[str, Any]) -> str:
    """What a message says, without Discord's marks."""
    return text_of(message).replace("\\", "")


@pytest.mark.parametrize("side", SIDES)
async def test_the_editor_hands_files_over_on_both_sides(visitor: Visitor, side: str) -> None:
    said = await hands_over(visitor, side, "edith", a_file("nightcap.txt", ARTICLE))
    assert DRAFT in said
    assert "Nightcap (2021)" in said
    said = await hands_over(
        visitor, side, "edith", a_file("films.csv", "title,year\nReel One,2020\nReel Two,\n")
    )
    assert "2 new drafts" in said
    said = await hands_over(visitor, side, "ben", a_file("nightcap.txt", ARTICLE))
    assert "editors" in said
    room = visitor.room(side, "private", "edith")
    shown = next(each for each in visitor.messages.values() if DRAFT in words_of(each))
    seen = await visitor.ask("inspect", side=side, room=room, message=shown["id"])
    assert seen["problems"] == []


async def test_the_editor_pastes_a_text_into_the_form(visitor: Visitor) -> None:
    room = visitor.room("discord", "private", "edith")
    where = {"side": "discord", "person": "edith"}
    form = (await visitor.ask("command", **where, room=room, name="import"))["form"]
    assert [each["component"]["custom_id"] for each in form["components"]] == ["text1", "text2", "text3"]
    await visitor.ask("submit", **where, form=form["id"], values={"text1": ARTICLE})
    await visitor.until(lambda: any(DRAFT in words_of(each) for each in visitor.cards("discord", room)))


async def test_an_address_that_cannot_be_reached_is_told_kindly(visitor: Visitor) -> None:
    room = visitor.room("telegram", "private", "edith")
    where = {"side": "telegram", "person": "edith", "room": room}
    await visitor.ask("say", **where, text="/import http://127.0.0.1/")
    await visitor.until(
        lambda: any("private network" in text_of(each) for each in visitor.cards("telegram", room))
    )


async def test_the_clock_goes_forward_only(visitor: Visitor) -> None:
    await visitor.ask("advance", seconds=7 * 86_400)
    assert visitor.events[-1]["event"] == "clock"
    assert visitor.events[-1]["now"] >= visitor.scene["now"] + 7 * 86_400
    with pytest.raises(Trouble):
        await visitor.ask("advance", seconds=-1)
    assert "Parasite" in text_of(await visitor.review("discord", "ben", "Parasite"))


async def test_what_was_sent_is_inspected_on_both_sides(visitor: Visitor) -> None:
    calls = {}
    for side in SIDES:
        card = await visitor.review(side, "ben", "Parasite")
        where = {"side": side, "room": main_room(visitor, side), "message": card["id"]}
        seen = await visitor.ask("inspect", **where)
        assert seen["problems"] == []
        assert all(limit["used"] <= limit["limit"] for limit in seen["limits"])
        calls[side] = seen["call"]
    assert calls["telegram"] == "sendMessage"
    assert calls["discord"].startswith("POST /interactions/")
    assert calls["discord"].endswith("/TOKEN/callback")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ask": "dance"}, "something odd"),
        ({"ask": "advance"}, "seconds"),
        ({"ask": "press", "side": "discord", "person": "ben", "message": "1", "data": "x"}, "gone"),
        ({"ask": "press", "side": "telegram", "person": "ben", "message": "99", "data": "x"}, "gone"),
        ({"ask": "say", "side": "telegram", "person": "nobody", "text": "hello"}, "nobody of that name"),
        ({"ask": "inline", "side": "discord", "person": "ben", "query": "x"}, "Discord has no"),
        (
            {"ask": "suggest", "side": "telegram", "person": "ben", "name": "a", "option": "b", "typed": ""},
            "no",
        ),
        ({"ask": "choose", "side": "telegram", "person": "ben", "result": "1"}, "not listed"),
        ({"ask": "command", "side": "discord", "person": "ben", "name": "dance"}, "dance"),
        ({"ask": "inspect", "side": "discord", "message": "abc"}, "nothing was sent"),
        (
            {"ask": "say", "side": "telegram", "person": "ben", "text": "a", "room": "1/abc"},
            "no such chat",
        ),
        ({"ask": "say", "side": "telegram", "person": "ben", "text": "a", "room": "--5"}, "no such chat"),
        ({"ask": "say", "side": "discord", "person": "ben", "text": "  "}, "text"),
        ({"ask": "drop", "file": {"name": "a.json", "base64": "häh"}}, "try again"),
    ],
)
async def test_what_cannot_be_done_is_refused_in_words(
    visitor: Visitor, fields: dict[str, Any], said: str
) -> None:
    ask = fields.pop("ask")
    if "side" in fields:
        fields.setdefault("room", main_room(visitor, fields["side"]))
    with pytest.raises(Trouble, match=said):
        await visitor.ask(ask, **fields)


async def test_a_frame_that_cannot_be_read_ends_nothing(visitor: Visitor) -> None:
    await visitor.send("[" * 100_000)
    await visitor.send("no JSON")
    assert "Parasite" in text_of(await visitor.review("discord", "ben", "Parasite"))


async def test_a_private_chat_is_its_persons_own(visitor: Visitor) -> None:
    for side in SIDES:
        room = visitor.room(side, "private", "ada")
        with pytest.raises(Trouble, match="private chat"):
            await visitor.ask("say", side=side, person="ben", room=room, text="hello")


async def test_a_page_that_is_opened_later_sees_what_was_said_before(visitor: Visitor) -> None:
    card = await visitor.review("telegram", "ben", "Parasite")
    async with visit(visitor.address) as other:
        assert card["id"] in {
            message["id"] for message in other.cards("telegram", main_room(other, "telegram"))
        }
        await other.review("discord", "ada", "Oldboy")
        await visitor.hears_of("Oldboy", "discord", main_room(visitor, "discord"))


async def test_the_editor_is_an_editor_and_others_are_not(visitor: Visitor) -> None:
    room = main_room(visitor, "telegram")
    for person, said in (("edith", "How I am"), ("ben", "community's editors")):
        before = len(visitor.cards("telegram", room))
        await visitor.ask("say", side="telegram", person=person, room=room, text="/status")
        await visitor.until(lambda before=before: len(visitor.cards("telegram", room)) > before)  # type: ignore[misc]
        assert said in text_of(visitor.cards("telegram", room)[-1])


async def test_a_slow_answer_is_shown_as_being_thought_about(visitor: Visitor, tmp_path: Path) -> None:
    room = main_room(visitor, "discord")
    with closing(sqlite3.connect(tmp_path / "playground.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        asked = asyncio.create_task(
            visitor.ask(
                "command", side="discord", person="ada", room=room, name="subscribe", options={"to": "all"}
            )
        )
        await visitor.heard(lambda: [one["pending"] for one in visitor.cards("discord", room)] == [True])
        other.execute("ROLLBACK")
    await asked
    assert [one["pending"] for one in visitor.cards("discord", room)] == [False]


async def test_typing_is_shown_while_setup_looks_around(visitor: Visitor) -> None:
    topic = next(room["id"] for room in visitor.scene["telegram"]["rooms"] if room["kind"] == "topic")
    where = {"side": "telegram", "person": "ada", "room": topic}
    for text in ("/subscribe all", "/setup"):
        await visitor.ask("say", **where, text=text)
    typing = {"event": "typing", "side": "telegram", "room": topic, "on": True}
    await visitor.until(lambda: typing in visitor.events)


async def test_who_has_blocked_the_bot_is_told_to_unblock_it_first(visitor: Visitor) -> None:
    room = visitor.room("telegram", "private", "max")
    with pytest.raises(Trouble, match="Unblock it first"):
        await visitor.ask("say", side="telegram", person="max", room=room, text="/help")
    with pytest.raises(Trouble, match="Unblock it first"):
        await visitor.ask("start", side="telegram", person="max")


async def test_who_opens_the_private_chat_again_and_writes_gets_what_was_held(visitor: Visitor) -> None:
    await visitor.ask("publish", review={"title": "The Last Reel", "score": "4/5"})
    await visitor.until(lambda: visitor.deliveries["counts"] == {"held": 2})
    await visitor.ask("block", person="max", blocked=False)
    await visitor.until(lambda: visitor.deliveries["counts"] == {"held": 1, "sent": 1})
    room = visitor.room("discord", "private", "max")
    await visitor.ask("command", side="discord", person="max", room=room, name="help")
    await visitor.until(lambda: visitor.deliveries["counts"] == {"sent": 2})
    await visitor.hears_of("The Last Reel", "discord", room)


async def test_each_chooses_among_the_results_that_were_listed_for_them(visitor: Visitor) -> None:
    room = main_room(visitor, "telegram")
    found = {
        person: await visitor.ask("inline", side="telegram", person=person, room=room, query=query)
        for person, query in (("ben", "parasi"), ("ada", "oldb"))
    }
    for person in ("ben", "ada"):
        result = found[person]["results"][0]["id"]
        await visitor.ask("choose", side="telegram", person=person, room=room, result=result)
    posted = [message["by"]["id"] for message in visitor.messages.values() if message["via"]]
    assert posted == ["ben", "ada"]
