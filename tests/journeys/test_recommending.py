"""Somebody wants to know what to watch next."""

from storage import Credit
from tests.journeys.stage import Message, Person, Stage, sample_draft


def reasons(reply: Message) -> dict[str, str]:
    """The reason that stands below each recommended title."""
    lines = [line for line in reply.text.split("\n") if line]
    return {
        title: lines[at + 1]
        for title in reply.buttons
        for at, line in enumerate(lines[:-1])
        if line.startswith(title)
    }


def assert_reasoned(reply: Message) -> None:
    given = reasons(reply)
    assert list(given) == reply.buttons, reply
    assert all(reason.startswith("↳ ") and len(reason) > 5 for reason in given.values()), given


async def vote(stage: Stage, person: Person, words: str, label: str) -> None:
    card = await person.asks(person.private, f"/review {words}")
    await person.presses(card, label)


async def test_the_very_first_question_gets_reasoned_answers_and_a_hint(stage: Stage) -> None:
    reply = await stage.ann.asks(stage.ann.private, "/recommend")
    assert reply.text.startswith("Watch next")
    assert len(reply.buttons) == 5
    assert_reasoned(reply)
    assert "Vote on what you have seen, and this list learns your taste." in reply.text


async def test_after_a_title_come_works_tied_to_it(stage: Stage) -> None:
    reply = await stage.ann.asks(stage.group, "/recommend Gone Girl")
    assert reply.text.startswith("After Gone Girl (2014)")
    assert "Gone Girl (2014)" not in reply.buttons
    assert_reasoned(reply)
    assert "↳ named side by side with Gone Girl" in reasons(reply).values()


async def test_a_shared_maker_is_a_reason(stage: Stage) -> None:
    fincher = (Credit("David Fincher", "director"),)
    await stage.publish(sample_draft(people=fincher, genres=("Western",)))
    given = reasons(await stage.ann.asks(stage.group, "/recommend The Quiet Projector"))
    assert given["Gone Girl (2014)"] == "↳ David Fincher, as in The Quiet Projector"


async def test_a_genre_keeps_to_the_genre(stage: Stage) -> None:
    reply = await stage.ann.asks(stage.group, "/recommend science fiction")
    assert reply.text.startswith("Watch next: science fiction")
    assert_reasoned(reply)
    for title in reply.buttons:
        card = await stage.ann.asks(stage.group, f"/review {title.partition(' (')[0].partition(',')[0]}")
        while "Which one do you mean" in card.text:
            await stage.ann.presses(card, title)
        assert "science fiction" in card.text, title


async def test_a_persons_votes_lead_the_list(stage: Stage) -> None:
    await vote(stage, stage.ann, "Gone Girl", "5★")
    reply = await stage.ann.asks(stage.ann.private, "/recommend")
    assert_reasoned(reply)
    assert any("Gone Girl" in reason for reason in reasons(reply).values())
    assert "learns your taste" not in reply.text


async def test_what_was_voted_on_is_never_recommended_good_or_bad(stage: Stage) -> None:
    before = await stage.ann.asks(stage.ann.private, "/recommend Gone Girl")
    seen, disliked = before.buttons[:2]
    for title, label in ((seen, "5★"), (disliked, "½★")):
        shown = await stage.ann.asks(stage.ann.private, "/recommend Gone Girl")
        await stage.ann.presses(shown, title)
        await stage.ann.presses(shown, label)
    for words in ("/recommend", "/recommend Gone Girl", "/recommend thriller"):
        reply = await stage.ann.asks(stage.ann.private, words)
        assert not {seen, disliked} & set(reply.buttons), words
    others = await stage.bob.asks(stage.bob.private, "/recommend Gone Girl")
    assert others.buttons[:2] == [seen, disliked]


async def test_more_like_this_answers_below_the_card(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    reply = (await stage.bob.presses(card, "🍿 More like this")).reply
    assert reply.text.startswith("After Gone Girl (2014)")
    assert_reasoned(reply)
    assert card.text.startswith("Gone Girl (2014)\n")


async def test_a_recommended_title_opens_in_place(stage: Stage) -> None:
    reply = await stage.ann.asks(stage.ann.private, "/recommend Gone Girl")
    title = reply.buttons[0]
    await stage.ann.presses(reply, title)
    assert reply.text.startswith(title)
    assert reply.has("↩ Take back")


async def test_an_ambiguous_title_is_asked_back(stage: Stage) -> None:
    reply = await stage.ann.asks(stage.group, "/recommend Ballerina")
    assert "Which one do you mean?" in reply.text
    assert len(reply.buttons) == 3


async def test_an_unknown_title_is_no_dead_end(stage: Stage) -> None:
    reply = await stage.ann.asks(stage.group, "/recommend qqxxqqzz")
    assert "I know no film or series" in reply.text
    assert reply.has("📰 Latest reviews")
