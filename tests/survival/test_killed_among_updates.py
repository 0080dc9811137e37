"""kill -9 between taking updates from Telegram and answering them: they are answered after the restart."""

from pathlib import Path

from bot.standins.telegram import Delayed, TelegramWorld, telegram_world
from tests.survival.processes import PATIENCE
from tests.survival.worlds import alerts_in, publish, readers, store_of, telegram_bot, waiting_updates


def asked_to_send(world: TelegramWorld, text: str) -> int:
    return sum(text in str(call.params) for call in world.called("sendMessage"))


async def test_an_update_taken_but_unanswered_is_answered_by_the_next_process(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world, store_of(tmp_path) as store:
        (ann,) = readers(world, "Ann")
        await publish(store, "Parasite")
        async with telegram_bot(tmp_path, world) as bot:
            await bot.says("serving Telegram")
            world.fail_next("sendMessage", Delayed(60))
            ann.write(world.private(ann), "/review Parasite")
            await world.wait_for(lambda: asked_to_send(world, "Parasite") > 0 and not world.updates.pending)
            await bot.kill()
        assert await store.read(waiting_updates) == 1
        seen = len(world.private(ann).messages)
        async with telegram_bot(tmp_path, world):
            await world.wait_for(lambda: len(world.private(ann).messages) > seen)
        assert "Parasite" in world.private(ann).last.text


async def test_of_many_updates_at_once_none_is_lost_to_kill_nine(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world, store_of(tmp_path) as store:
        people = readers(world, *(f"Reader {number}" for number in range(30)))
        await publish(store, "Parasite")
        fast = {"TELEGRAM_MESSAGES_PER_SECOND": "500"}
        async with telegram_bot(tmp_path, world, **fast) as bot:
            await bot.says("serving Telegram")
            for person in people[20:]:
                world.fail_next("sendMessage", Delayed(60), chat=world.private(person))
            for person in people:
                person.write(world.private(person), "/review Parasite")
            await world.wait_for(lambda: asked_to_send(world, "Parasite") >= 30)
            await bot.kill()
        before = len(world.called("sendMessage"))
        async with telegram_bot(tmp_path, world, **fast) as bot:
            await world.wait_for(lambda: not world.updates.pending)
            await world.wait_for(lambda: len(world.called("sendMessage")) >= before + 10)
            await world.wait_for(lambda: all(alerts_in(world.private(person)) for person in people))
            assert await bot.stop() == 0
        again = {call.params["chat_id"] for call in world.called("sendMessage")[before:]}
        assert again >= {person.id for person in people[20:]}
        assert await store.read(waiting_updates) == 0
