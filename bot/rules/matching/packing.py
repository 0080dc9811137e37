"""A shelf as bytes, so that a later start need not put every name in order again."""

import struct
import sys
from array import array
from collections.abc import Iterator
from dataclasses import fields
from zlib import crc32

from bot.rules.matching.later import Later
from bot.rules.matching.register import Mirror, Register, Spellings, Texts
from bot.rules.matching.shelf import Columns, Shelf

_FORMAT = {"little": b"titles 3 <\n", "big": b"titles 3 >\n"}[sys.byteorder]
_SIZE = struct.Struct("<Q")
_CHECK = struct.Struct("<I")


class BadPack(Exception):
    """Bytes that are no shelf of this format: the names have to be put in order anew."""


def packed(shelf: Shelf) -> bytes:
    """The shelf as bytes; works that were taken off are still in them."""
    parts = [_FORMAT]
    for column in _columns(shelf.columns):
        raw = column.tobytes() if isinstance(column, array) else bytes(column)
        parts += [_SIZE.pack(len(raw)), raw]
    data = b"".join(parts)
    return data + _CHECK.pack(crc32(data))


def unpacked(data: bytes) -> Shelf:
    """The shelf of these bytes. Raises BadPack for any that `packed` did not make here."""
    body = data[: -_CHECK.size]
    if not body.startswith(_FORMAT) or data[-_CHECK.size :] != _CHECK.pack(crc32(body)):
        raise BadPack
    try:
        return Shelf(_unpacked(_buffers(memoryview(body)[len(_FORMAT) :])))
    except (StopIteration, struct.error, ValueError, LookupError) as error:
        raise BadPack from error


def _unpacked(buffers: Iterator[memoryview]) -> Columns:
    forms = _texts(buffers)
    works, years, seasons, kinds = [_array(code, next(buffers)) for code in "qiiB"]
    fames = array("f", next(buffers).tobytes())
    by_work = _array("I", next(buffers))
    names, words = _spellings(buffers), _spellings(buffers)
    sounds, letters = _register(buffers), _register(buffers)
    return Columns(
        forms, works, years, seasons, kinds, fames, by_work, names,
        words=Later(lambda: words), sounds=Later(lambda: sounds), initials=Later(lambda: letters),
    )  # fmt: skip


def _columns(columns: Columns) -> "Iterator[array[int] | bytes]":
    for field in fields(columns):
        value = getattr(columns, field.name)
        if isinstance(value, Later):
            value = value.get()
        if isinstance(value, Register):
            yield from (value.texts.block, value.texts.starts, value.ends, value.lines)
            if isinstance(value, Spellings):
                backwards, positions = value.mirror.get()
                yield from (backwards.block, backwards.starts, positions)
        elif isinstance(value, Texts):
            yield from (value.block, value.starts)
        else:
            yield value


def _buffers(rest: memoryview) -> Iterator[memoryview]:
    while rest:
        (size,) = _SIZE.unpack(rest[: _SIZE.size])
        yield rest[_SIZE.size : _SIZE.size + size]
        rest = rest[_SIZE.size + size :]


def _texts(buffers: Iterator[memoryview]) -> Texts:
    return Texts(bytes(next(buffers)), _array("I", next(buffers)))


def _register(buffers: Iterator[memoryview]) -> Register:
    return Register(_texts(buffers), _array("I", next(buffers)), _array("I", next(buffers)))


def _spellings(buffers: Iterator[memoryview]) -> Spellings:
    there = _register(buffers)
    mirror = Mirror(_texts(buffers), _array("I", next(buffers)))
    return Spellings(there.texts, there.ends, there.lines, mirror)


def _array(code: str, raw: memoryview) -> "array[int]":
    found = array(code)
    found.frombytes(raw)
    return found
