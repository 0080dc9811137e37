"""Rules for single fields: of what kind a value is, how large it may be, and how to say so.

The platforms publish specifications for machines. Where a limit here differs from that file, the rule's
`filed` holds the file's own figure, and the words of the rule say so.
"""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any
from urllib.parse import urlsplit

AS_HERE = -1  # the specification file has the same figure
NONE = 0  # the specification file has no figure

BYTES, CHARACTERS, UNITS = "bytes", "characters", "UTF-16 units"


def size(text: str, unit: str) -> int:
    """The length of a text, as bytes of UTF-8, as UTF-16 units, or as characters."""
    if unit == BYTES:
        return len(text.encode("utf-8", "surrogatepass"))
    if unit == UNITS:
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text)


def counted(number: int, unit: str) -> str:
    """A number with its unit, which is in the plural: "1 character"."""
    return f"{number} {unit.removesuffix('s') if number == 1 else unit}"


@dataclass(frozen=True, slots=True)
class FieldRule:
    """What holds for one field; `about` says what it is for.

    `beyond` marks a field that libraries send and platforms take although the specification file lacks it.
    """

    about: str
    _: KW_ONLY
    required: bool = False
    beyond: bool = False

    def kind(self) -> str:
        """The kind of value, with its range."""
        raise NotImplementedError

    def fault(self, value: Any) -> str:
        """What is wrong with a value, "" for nothing; what it contains is not looked at."""
        raise NotImplementedError

    def says(self) -> str:
        """The rule in words."""
        lacking = "; the specification lacks it here" if self.beyond else ""
        return f"{self.kind()}; {self.about}{lacking}" if self.about else f"{self.kind()}{lacking}"


@dataclass(frozen=True, slots=True)
class Text(FieldRule):
    """A text of `least` to `most` units; None for no known end. `shown` lists it among the limits."""

    least: int = 0
    most: int | None = None
    unit: str = CHARACTERS
    _: KW_ONLY
    filed: int = AS_HERE
    shown: bool = True

    def kind(self) -> str:
        """See FieldRule."""
        return "Text" + _span(self.least, self.most, self.unit) + _filed(self.filed)

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        if not isinstance(value, str):
            return f"{_shown(value)} is no text"
        return _out_of(size(value, self.unit), self.least, self.most, self.unit)


@dataclass(frozen=True, slots=True)
class Marked(FieldRule):
    """A text whose length counts only once its markup has been read: measured by those who can read it."""

    most: int = 0
    unit: str = UNITS

    def kind(self) -> str:
        """See FieldRule."""
        return f"Text, 1-{self.most} {self.unit} once its markup is read"

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        return "" if isinstance(value, str) else f"{_shown(value)} is no text"


@dataclass(frozen=True, slots=True)
class Address(FieldRule):
    """A web address of at most `most` characters with one of these schemes."""

    most: int | None = None
    schemes: tuple[str, ...] = ("http", "https")
    _: KW_ONLY
    filed: int = AS_HERE

    def kind(self) -> str:
        """See FieldRule."""
        span = _span(0, self.most, CHARACTERS) + _filed(self.filed)
        return f"Address ({', '.join(self.schemes)}){span}"

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        if not isinstance(value, str):
            return f"{_shown(value)} is no text"
        try:
            scheme, host = urlsplit(value)[:2]
        except ValueError:
            return f"{_shown(value)} is no address"
        if scheme.lower() not in self.schemes or (scheme.lower() in ("http", "https") and not host):
            return f"{_shown(value)} is no address that begins with {' or '.join(self.schemes)}"
        return _out_of(len(value), 0, self.most, CHARACTERS)


@dataclass(frozen=True, slots=True)
class Number(FieldRule):
    """A text of digits that names something: a snowflake."""

    def kind(self) -> str:
        """See FieldRule."""
        return "Id, digits as text"

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        digits = isinstance(value, str) and value.isascii() and value.isdigit()
        return "" if digits else f"{_shown(value)} is no id of digits as text"


@dataclass(frozen=True, slots=True)
class Whole(FieldRule):
    """A whole number from `least` to `most`; None for no known end."""

    least: int | None = None
    most: int | None = None

    def kind(self) -> str:
        """See FieldRule."""
        if self.most is None:
            return "Integer" if self.least is None else f"Integer, {self.least} or more"
        return f"Integer, {self.least or 0} to {self.most}"

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        if not isinstance(value, int) or isinstance(value, bool):
            return f"{_shown(value)} is no integer"
        low = self.least is not None and value < self.least
        high = self.most is not None and value > self.most
        return f"{value} is not in the range: {self.kind().partition(', ')[2]}" if low or high else ""


@dataclass(frozen=True, slots=True)
class Choice(FieldRule):
    """One of some values, all integers or all texts, each with its meaning."""

    values: Mapping[int, str] | Mapping[str, str]

    def kind(self) -> str:
        """See FieldRule."""
        kind = "Text" if all(isinstance(each, str) for each in self.values) else "Integer"
        return f"{kind}, one of {_named(self.values)}"

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        known = any(_same(value, each) for each in self.values)
        return "" if known else f"{_shown(value)} is none of {', '.join(map(str, self.values))}"


@dataclass(frozen=True, slots=True)
class Mark(FieldRule):
    """The one value that tells what kind of object this is."""

    value: int | str
    _: KW_ONLY
    required: bool = True

    def kind(self) -> str:
        """See FieldRule."""
        return "Text" if isinstance(self.value, str) else "Integer"

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        return "" if _same(value, self.value) else f"{_shown(value)} is not {self.value}"

    def says(self) -> str:
        """See FieldRule."""
        return f"{self.kind()}; {self.value} is {self.about}"


@dataclass(frozen=True, slots=True)
class Bits(FieldRule):
    """A sum of flags, each with its meaning."""

    values: Mapping[int, str]

    def kind(self) -> str:
        """See FieldRule."""
        return f"Integer, a sum of {_named(self.values)}"

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            return f"{_shown(value)} is no sum of flags"
        strange = value & ~sum(self.values)
        return f"the flags {strange} cannot be set here" if strange else ""


@dataclass(frozen=True, slots=True)
class Truth(FieldRule):
    """True or false."""

    def kind(self) -> str:
        """See FieldRule."""
        return "Boolean"

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        return "" if isinstance(value, bool) else f"{_shown(value)} is neither true nor false"


@dataclass(frozen=True, slots=True)
class Either(FieldRule):
    """A value that fits one of several rules."""

    options: tuple[FieldRule, ...]

    def kind(self) -> str:
        """See FieldRule."""
        return ", or ".join(option.kind() for option in self.options)

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        faults = [option.fault(value) for option in self.options]
        # The last one is of a text, which says most where a text is too long.
        return "" if "" in faults else faults[-1]


@dataclass(frozen=True, slots=True)
class Items(FieldRule):
    """A list of `least` to `most` values that fit a rule; `what` names them, `within` what holds them."""

    each: FieldRule
    least: int = 0
    most: int | None = None
    what: str = "items"
    within: str = ""
    _: KW_ONLY
    filed: int = AS_HERE
    shown: bool = True

    def kind(self) -> str:
        """See FieldRule."""
        return "List" + _span(self.least, self.most, self.what) + _filed(self.filed)

    def fault(self, value: Any) -> str:
        """See FieldRule. That it holds too many is named at the first one too many."""
        if not isinstance(value, list):
            return f"{_shown(value)} is no list"
        return _out_of(len(value), self.least, None, self.what)


@dataclass(frozen=True, slots=True)
class Part(FieldRule):
    """An object of one of these shapes; without a shape, one that is not looked into.

    What is sent `apart` from the rest is looked at by itself too.
    """

    of: tuple[str, ...] = ()
    _: KW_ONLY
    apart: bool = False

    def kind(self) -> str:
        """See FieldRule."""
        return "Object" if self.of else "Object, not looked into here"

    def fault(self, value: Any) -> str:
        """See FieldRule."""
        return "" if isinstance(value, dict) else f"{_shown(value)} is no object"


@dataclass(frozen=True, slots=True)
class Shape:
    """An object's fields. `called` names it with its article, `document` in the specification file.

    `told_by` is the field that tells this shape from its alternatives; one with a Mark has to hold its value.
    """

    called: str
    document: str
    fields: Mapping[str, FieldRule]
    told_by: str = ""

    def fits(self, value: Mapping[str, Any]) -> bool:
        """Whether an object says that it is of this shape."""
        rule = self.fields.get(self.told_by)
        if rule is None or self.told_by not in value:
            return not self.told_by
        return not (isinstance(rule, Mark) and rule.fault(value[self.told_by]))


def _same(value: Any, known: int | str) -> bool:
    # True equals 1 for Python, and nowhere else.
    return value == known and isinstance(value, type(known)) and not isinstance(value, bool)


def _named(values: Mapping[int, str] | Mapping[str, str]) -> str:
    return ", ".join(f"{value} ({meaning})" if meaning else f"{value}" for value, meaning in values.items())


def _span(least: int | None, most: int | None, unit: str) -> str:
    if most is None:
        return f", at least {counted(least, unit)}" if least else ""
    return f", {least}-{most} {unit}" if least else f", at most {most} {unit}"


def _filed(figure: int) -> str:
    if figure == AS_HERE:
        return ""
    return (
        f" (the specification file says {figure})"
        if figure
        else " (the specification file has no such limit)"
    )


def _out_of(used: int, least: int, most: int | None, unit: str) -> str:
    if most is not None and used > most:
        return f"{counted(used, unit)}, at most {most}"
    if used < least:
        return f"{counted(used, unit)}, at least {least}"
    return ""


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
