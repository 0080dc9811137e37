"""Numbers in names: words, Roman numerals and digits made one."""

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ROMAN = {
    ten + unit: 10 * tens + units
    for tens, ten in enumerate(("", "x", "xx"))
    for units, unit in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if 10 * tens + units > 1
}
_PARTS = frozenset({"part", "pt", "vol", "volume", "chapter", "episode"})


def number(word: str) -> int | None:
    """The value of one word: digits, a Roman numeral from ii to xxix, or a number word."""
    if word.isascii() and word.isdigit() and len(word) <= 4:
        return int(word)
    return _UNITS.get(word, _TENS.get(word, _ROMAN.get(word)))


def digits(words: list[str]) -> list[str]:
    """The words with every number written in digits, and without "part" or "vol" before a number.

    A name's first word is never read as a Roman numeral, nor "i" except after "part".
    """
    found: list[str] = []
    at = 0
    while at < len(words):
        value, end = _spelled(words, at)
        if value is None and at > 0:
            value = 1 if words[at] == "i" and words[at - 1] in _PARTS else _ROMAN.get(words[at])
        numeral = words[at].isdecimal() or value is not None
        if numeral and len(found) > 1 and found[-1] in _PARTS:
            found.pop()
        found.append(words[at] if value is None else str(value))
        at = end
    return found


def _spelled(words: list[str], at: int) -> tuple[int | None, int]:
    """The number that starts at this word and where it ends: "two thousand one", "nineteen eighty four"."""
    value, end = _below_hundred(words, at)
    if value is None and words[at : at + 2] in (["a", "hundred"], ["a", "thousand"]):
        value = 1
    if value is None:
        if words[at : at + 1] != ["hundred"]:
            return None, end
        value, end = 1, at
    century, after = _below_hundred(words, end)
    if 10 <= value <= 20 and century is not None and 10 <= century <= 99:
        return 100 * value + century, after
    for name, worth in (("thousand", 1000), ("hundred", 100)):
        if words[end : end + 1] == [name]:
            value, end = value * worth, end + 1
            rest, after = _spelled(words, end + (words[end : end + 1] == ["and"]))
            return (value + rest, after) if rest is not None and rest < worth else (value, end)
    return value, end


def _below_hundred(words: list[str], at: int) -> tuple[int | None, int]:
    word = words[at] if at < len(words) else ""
    if word.isascii() and word.isdigit() and words[at + 1 : at + 2] in (["hundred"], ["thousand"]):
        return int(word[:3]), at + 1
    if word in _TENS:
        unit = _UNITS.get(words[at + 1], 0) if at + 1 < len(words) else 0
        return (_TENS[word] + unit, at + 2) if 0 < unit < 10 else (_TENS[word], at + 1)
    return _UNITS.get(word), at + 1
