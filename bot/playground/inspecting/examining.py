"""Holds a payload against shapes: every field with its rule, every breach, and the fullest of each limit."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.playground.inspecting.inspection import Field, Inspection, Json, Limit
from bot.playground.inspecting.rules import (
    CHARACTERS,
    Address,
    FieldRule,
    Items,
    Mark,
    Part,
    Shape,
    Text,
    size,
)

UNKNOWN = "not in the specification that I know"


def joined(path: str, name: str, mark: str = ".") -> str:
    """The path of a field of the object at `path`; either may be "", for the object itself."""
    return f"{path}{mark}{name}" if path and name else path or name


class Examination:
    """What is found about one payload, gathered while it is walked through.

    `apart` has the examinations of parts that are looked at by themselves too, by their paths.
    """

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        self._shapes = shapes
        self._fields: dict[str, FieldRule | None] = {}
        self._faulty: set[str] = set()
        self._problems: dict[tuple[str, str], None] = {}
        self.apart: dict[str, Examination] = {}
        self._totals: dict[str, Limit] = {}
        self._fullest: dict[str, Limit] = {}

    def problem(self, path: str, sentence: str) -> None:
        """Something is wrong at a path, "" for the whole payload."""
        self._faulty.add(path)
        self._problems[path, sentence] = None

    def total(self, limit: Limit) -> None:
        """A limit of all that a message holds, where too much is a problem; the fullest message counts."""
        _keep(self._totals, limit)
        if limit.left < 0:
            self.problem(limit.where, f"{limit.what}: {limit.used}, at most {limit.limit} {limit.unit}")

    def fullest(self, limit: Limit) -> None:
        """A limit that holds for each of many; the fullest one is shown."""
        _keep(self._fullest, limit)

    def walk(self, path: str, shape: Shape, value: Mapping[str, Any]) -> None:
        """Every field of an object, and of what it contains."""
        for name, each in value.items():
            here, rule = joined(path, name), shape.fields.get(name)
            self._fields[here] = rule
            if rule is None:
                self.problem(here, UNKNOWN)
            elif each is not None or rule.required:
                self._value(here, rule, each, shape, name)
        for name, rule in shape.fields.items():
            if rule.required and name not in value:
                self._fields[joined(path, name)] = rule
                self.problem(joined(path, name), "missing, and required")

    def result(self, call: str, about: str, payload: Json, *contained: Inspection) -> Inspection:
        """All that was found, in the parts looked at by themselves too."""
        for path, inner in self.apart.items():
            self._take_in(path, inner)
        return Inspection(
            call=call,
            about=about,
            payload=payload,
            limits=(*self._totals.values(), *self._fullest.values()),
            fields=tuple(self._said()),
            problems=tuple(joined(path, sentence, ": ") for path, sentence in self._problems),
            contained=contained,
        )

    def _take_in(self, path: str, inner: "Examination") -> None:
        self._fields |= {joined(path, name): rule for name, rule in inner._fields.items()}
        self._faulty |= {joined(path, name) for name in inner._faulty}
        self._problems |= {(joined(path, name), sentence): None for name, sentence in inner._problems}
        for ours, theirs in ((self._totals, inner._totals), (self._fullest, inner._fullest)):
            for limit in theirs.values():
                _keep(ours, replace(limit, where=joined(path, limit.where)))

    def _said(self) -> Iterator[Field]:
        said: dict[int, str] = {}  # hundreds of fields share some twenty rules
        for path, rule in self._fields.items():
            words = said.get(id(rule)) or said.setdefault(id(rule), rule.says() if rule else UNKNOWN)
            yield Field(path, words, path not in self._faulty, rule is not None and rule.required)

    def _value(self, path: str, rule: FieldRule, value: Any, owner: Shape, name: str) -> None:
        fault = rule.fault(value)
        if fault:
            self.problem(path, fault)
        match rule, value:
            case Items(), list():
                self._items(path, rule, value, owner)
            case Part(), dict() if rule.of:
                self._part(path, rule, value)
            case ((Text(shown=True) | Address()), str()) if rule.most is not None:
                unit = rule.unit if isinstance(rule, Text) else CHARACTERS
                self.fullest(Limit(f"{name} of {owner.called}", size(value, unit), rule.most, unit, path))

    def _items(self, path: str, rule: Items, value: list[Any], owner: Shape) -> None:
        holder = rule.within or owner.called
        if rule.most is not None:
            if rule.shown:
                self.fullest(Limit(f"{rule.what} in {holder}", len(value), rule.most, rule.what, path))
            if len(value) > rule.most:
                self.problem(f"{path}[{rule.most}]", f"{holder} holds at most {rule.most} {rule.what}")
                self._faulty.add(path)
        for number, each in enumerate(value):
            self._value(f"{path}[{number}]", rule.each, each, owner, rule.what)

    def _part(self, path: str, rule: Part, value: Json) -> None:
        examination, here = self, path
        if rule.apart:
            examination, here = self.apart.setdefault(path, Examination(self._shapes)), ""
        allowed = [self._shapes[name] for name in rule.of]
        shape = next((each for each in allowed if each.fits(value)), None)
        if shape is None:
            strangers = (each for each in self._shapes.values() if _says_so(each, value))
            shape = next(strangers, None)
            said = f"{shape.called} cannot stand here" if shape else _unknown(allowed, value)
            examination.problem(here, said)
        if shape is not None:
            examination.walk(here, shape, value)


def _keep(fullest: dict[str, Limit], limit: Limit) -> None:
    known = fullest.get(limit.what)
    if known is None or limit.left < known.left:
        fullest[limit.what] = limit


def _says_so(shape: Shape, value: Json) -> bool:
    return isinstance(shape.fields.get(shape.told_by), Mark) and shape.fits(value)


def _unknown(allowed: list[Shape], value: Json) -> str:
    names = " or ".join(each.called for each in allowed)
    marks = {each.told_by: value[each.told_by] for each in allowed if each.told_by in value}
    said = ", ".join(f"{name} {mark!r}" for name, mark in marks.items())
    return f"not {names}" + (f" by its {said}" if said else "")
