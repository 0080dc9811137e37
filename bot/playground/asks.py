"""What the page may ask of its server: one frozen form for each request, checked before it is used."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

SideName = Literal["discord", "telegram"]
LARGEST_FILE_BYTES = 2**20
LONGEST_STEP_SECONDS = 366 * 86_400

_Text = Annotated[str, Field(max_length=4096)]
_Name = Annotated[str, Field(max_length=200)]


class File(BaseModel):
    """A file of the visitor's, in base64."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: _Name
    base64: Annotated[str, Field(max_length=LARGEST_FILE_BYTES * 4 // 3 + 4)]


class Ask(BaseModel):
    """Any request; `id` comes back with its answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int


class OnStage(Ask):
    """Somebody does something in a room of one side."""

    side: SideName
    person: _Name
    room: _Name


class Say(OnStage):
    ask: Literal["say"]
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4096)]


class Send(OnStage):
    ask: Literal["send"]
    file: File
    caption: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1024)] = ""


class RunCommand(OnStage):
    ask: Literal["command"]
    name: _Name
    options: dict[_Name, _Text] = {}
    files: dict[_Name, File] = {}


class Suggest(OnStage):
    ask: Literal["suggest"]
    name: _Name
    option: _Name
    typed: _Text


class Press(OnStage):
    ask: Literal["press"]
    message: _Name
    data: _Name


class Select(OnStage):
    ask: Literal["select"]
    message: _Name
    data: _Name
    values: tuple[_Name, ...]


class Submit(Ask):
    ask: Literal["submit"]
    side: SideName
    person: _Name
    form: _Name
    values: dict[_Name, _Text | tuple[_Name, ...]]


class Inline(OnStage):
    ask: Literal["inline"]
    query: _Text


class Choose(OnStage):
    ask: Literal["choose"]
    result: _Name


class Start(Ask):
    ask: Literal["start"]
    side: SideName
    person: _Name
    payload: _Name = ""


class Inspect(Ask):
    ask: Literal["inspect"]
    side: SideName
    room: _Name
    message: _Name


class Block(Ask):
    ask: Literal["block"]
    person: _Name
    blocked: bool


class Publish(Ask):
    ask: Literal["publish"]
    review: dict[str, Any]


class Drop(Ask):
    ask: Literal["drop"]
    file: File


class Advance(Ask):
    ask: Literal["advance"]
    seconds: Annotated[float, Field(gt=0, le=LONGEST_STEP_SECONDS)]


OfSide = Say | Send | RunCommand | Suggest | Press | Select | Submit | Inline | Choose | Start
AnyAsk = OfSide | Inspect | Block | Publish | Drop | Advance


def reader() -> TypeAdapter[AnyAsk]:
    """Reads a request. Its validation raises pydantic.ValidationError."""
    return TypeAdapter(Annotated[AnyAsk, Field(discriminator="ask")])
