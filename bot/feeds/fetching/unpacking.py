"""Unpacks what a site sends compressed, never further than a limit."""

import zlib

# What we ask for, and all that we take: others need libraries of their own and are sent to nobody unasked.
CODINGS = {"": None, "identity": None, "gzip": 31, "x-gzip": 31, "deflate": 15}
ASKED = "gzip, deflate"
_ZLIB = 8
_RAW = -15


class TooLarge(Exception):
    """More than the limit came, or came out."""


class BrokenPacking(Exception):
    """What came cannot be unpacked, or ended too early."""


class Unpacking:
    """Takes a body in pieces. `coding` is one of CODINGS, `most` the bytes that may come and come out.

    The unpacker is never asked for more than what is left, so a bomb costs no more than an honest page; hence
    no limit on the ratio, which long tables reach too. What follows the end of the packed part is left
    alone, as browsers do.
    """

    def __init__(self, coding: str, most: int) -> None:
        self._window = CODINGS[coding]
        self._unpacker = None if self._window is None else zlib.decompressobj(self._window)
        self._most = most
        self._came = 0
        self._body = bytearray()

    def take(self, piece: bytes) -> None:
        """The next piece. Raises TooLarge, BrokenPacking."""
        if self._window == CODINGS["deflate"] and piece and not self._came and piece[0] & 15 != _ZLIB:
            self._unpacker = zlib.decompressobj(_RAW)  # some sites send it without its two bytes of header
        self._came += len(piece)
        if self._came > self._most:
            raise TooLarge
        if self._unpacker is None:
            self._body += piece
            return
        try:
            self._body += self._unpacker.decompress(piece, self._most - len(self._body) + 1)
        except zlib.error:
            raise BrokenPacking from None
        if len(self._body) > self._most:
            raise TooLarge

    def body(self) -> bytes:
        """Everything that came, unpacked. Raises BrokenPacking where the end is missing."""
        if self._unpacker is not None and self._came and not self._unpacker.eof:
            raise BrokenPacking
        return bytes(self._body)
