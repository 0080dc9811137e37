"""A value that waits until somebody asks for it."""

from functools import partial
from threading import Barrier, Thread
from weakref import ref

from bot.rules.matching.later import Later


def test_it_is_made_when_it_is_asked_for_and_only_once() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    later = Later(make)
    assert not made
    assert (later.get(), later.get(), len(made)) == (1, 1, 1)


def test_threads_that_ask_together_get_one_value() -> None:
    start, made, got = Barrier(8), list[object](), list[object]()

    def make() -> object:
        made.append(object())
        return made[-1]

    later = Later(make)

    def ask() -> None:
        start.wait()
        got.append(later.get())

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == made * 8


def test_what_it_was_made_from_is_let_go() -> None:
    names = {"Copper Heart"}
    kept = ref(names)
    later = Later(partial(len, names))
    del names
    assert kept() is not None
    assert later.get() == 1
    assert kept() is None
