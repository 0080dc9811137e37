"""However the bot ends, the process that read for it ends, too, and says nothing."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from tests.feeds.sandbox.readers import lives
from tests.feeds.sandbox.test_sandbox import until


@pytest.mark.parametrize(
    ("number", "last_words", "seconds"),
    [
        (signal.SIGKILL, b"", 10),  # the reader ends with its time
        (signal.SIGTERM, b"", 10),
        (signal.SIGINT, b"KeyboardInterrupt", 600),
    ],
)
async def test_no_process_is_left_behind(
    tmp_path: Path, number: int, last_words: bytes, seconds: int
) -> None:
    mark = tmp_path / "mark"
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.feeds.sandbox.bot", str(mark), str(seconds)),
        stdout=PIPE,
        stderr=PIPE,
        start_new_session=True,
    )
    assert program.stdout is not None
    reader = int(await program.stdout.readline())
    await until(mark.exists)
    assert lives(reader)
    os.killpg(program.pid, number)  # as a terminal does it
    _, said = await program.communicate()
    await until(lambda: not lives(reader))
    assert said.splitlines()[-1:] == ([last_words] if last_words else [])
    assert said.count(b"Traceback") <= 3
