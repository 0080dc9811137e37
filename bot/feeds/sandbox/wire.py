"""What the bot and the process that reads for it say to each other, each message behind its length.

The bot trusts nothing that comes back: it takes plain records of this program and nothing else.
"""

import io
import pickle
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from typing import Any, BinaryIO

LENGTH = struct.Struct(">I")
_OURS = ("bot.", "storage.")


@dataclass(frozen=True, slots=True)
class Theirs:
    """Stands for an argument that is a function of the bot's: the reader asks for what it says."""

    place: int


@dataclass(frozen=True, slots=True)
class Job:
    """What to call, and the limits of that; with `many`, of each thing that it gives."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    many: bool
    cpu_seconds: float
    wall_seconds: float


@dataclass(frozen=True, slots=True)
class Question:
    """Call the function in this place of the arguments, and answer what it says."""

    place: int
    args: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What the call gave, or one of many things that it gives."""

    value: Any


@dataclass(frozen=True, slots=True)
class Ended:
    """The call has given everything."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What the call raised, where that is an exception of this program."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Surprised:
    """How the call failed as nobody expected; `report` is for the log."""

    report: str


@dataclass(frozen=True, slots=True)
class Full:
    """The call wanted more memory than there is."""


class Foreign(pickle.UnpicklingError):
    """A message holds something that is none of this program's records."""


class _OwnRecords(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = getattr(sys.modules.get(module), name, None) if module.startswith(_OURS) else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Exception)):
            return found
        raise Foreign(f"{module}.{name} is no record")


def packed(message: object) -> bytes:
    """A message as it is sent."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


def unpacked(body: bytes) -> Any:
    """A message of the process that reads. Raises Foreign, or whatever else broken bytes lead to."""
    return _OwnRecords(io.BytesIO(body)).load()


def hear(stream: BinaryIO) -> Any:
    """The next message of the bot. Raises EOFError where it is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    return pickle.loads(stream.read(LENGTH.unpack(head)[0]))  # noqa: S301 - the bot's own words


def tell(stream: BinaryIO, message: bytes) -> None:
    """Send what was packed."""
    stream.write(message)
    stream.flush()
