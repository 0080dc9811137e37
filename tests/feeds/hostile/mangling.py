"""Makes broken inputs out of whole ones: cut, mixed, repeated, nested, filled with noise."""

import random
from collections.abc import Sequence

NOISE = (
    b"&amp;", b"&#0;", b"&#xFFFFFFFF;", b"&nosuch;", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\xe2\x80\xae", b'"', b"'", b"<", b">", b"{", b"[", b"}", b"]", b",", b";", b"\t", b"\r", b"\n", b"\n\n",
    b"\\", b"\\ud800", b"\\u0000", b"1e999", b"-", b"9" * 400, b"(2019)", b"4/5", "★★★½ ".encode(),
    "“”‘’«»„".encode(), "ａ".encode(), "e\u0301".encode() * 9, "\u200f\u202e".encode(), "👩‍👩‍👧".encode(),
)  # fmt: skip


def mangled(chance: random.Random, whole: bytes, pieces: Sequence[bytes]) -> bytes:
    """A broken version of a whole input; `pieces` are what its format is made of."""
    body, pieces = bytearray(whole), (*pieces, *NOISE)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(body) + 1)
        match chance.randrange(7):
            case 0:
                del body[place:]
            case 1:
                del body[place : place + chance.randint(1, 60)]
            case 2:
                body[place:place] = chance.randbytes(chance.randint(1, 60))
            case 3:
                body[place:place] = chance.choice(pieces) * int(10 ** chance.uniform(0, 3.5))
            case 4:
                end = place + chance.randint(1, 200)
                body[place:place] = body[place:end] * chance.randint(1, 20)
            case 5 if body:
                body[place % len(body)] ^= 1 << chance.randrange(8)
            case _:
                body[place:place] = b"".join(chance.choices(pieces, k=chance.randint(2, 40)))
    return bytes(body)


def nested(chance: random.Random, pieces: Sequence[bytes], most: int = 200_000) -> bytes:
    """One piece or a few in turn, over and over, and something in the middle."""
    turn = b"".join(chance.choices(pieces, k=chance.randint(1, 3)))
    times = min(most // max(1, len(turn)), int(10 ** chance.uniform(1, 5.3)))
    return turn * times + chance.choice(pieces)
