"""The house keeps its order: who imports whom, what a room may know, and how large anything gets."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

FLOORS: tuple[tuple[str, ...], ...] = (
    ("storage",),
    ("bot.actions", "bot.config", "bot.samples", "bot.vitals"),
    ("bot.replies", "bot.rules", "bot.findings", "bot.hearing", "bot.incidents"),
    ("bot.cards", "bot.outlets", "bot.requests", "bot.catalogue"),
    ("bot.desk",),
    ("bot.commands", "bot.feeds", "bot.alerts", "bot.redrawing"),
    ("bot.dispatch", "bot.bringing", "bot.importing", "bot.feeding", "bot.metrics"),
    (
        "bot.platforms.discord",
        "bot.platforms.telegram",
        "bot.platforms.terminal",
        "bot.standins",
        "bot.health",
    ),
    ("bot.logs", "bot.serving", "bot.doctor", "bot.keeping"),
    ("bot.playground",),
    ("bot.__main__",),
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
PORCHES = {"bot", "bot.platforms"}  # packages that only hold rooms: they stay empty
DRIVERS = {"aiosqlite", "asyncpg"}

PLATFORM_FLOORS = range(6)
PLATFORM_WORDS = ("guild", "embed", "html", "chat_id", "telegram", "discord")
# Settings are named for the platforms that they belong to; pasted articles may hold HTML.
MAY_NAME_PLATFORMS = {
    "bot.config": ("telegram", "discord"),
    "bot.rules.extracting.cleaning": ("html",),
    "bot.feeds.fetching.answers": ("html",),
    "bot.feeds.syndication.json_feed": ("html",),  # a field of the format
    "bot.feeds.syndication.drafting": ("html",),  # a feed's text is a piece of a page
    "bot.feeds.sorts": ("html",),  # reviews also come as pages of the web
    "bot.commands.importing": ("html",),
    **{f"bot.feeds.pages.{room}": ("html",)
       for room in ("page", "head", "body", "drawn", "item_data", "linked_data", "pruning", "screening")},
}  # fmt: skip

# What may be called while a module is being imported: nothing that reads, opens, starts or asks.
# Names that begin with a capital letter make values (records, types, exceptions).
HARMLESS = {
    "compile", "dataclass", "frozenset", "getLogger", "field_validator", "range", "maketrans", "join",
    "items", "values", "sorted", "map", "fromkeys", "enumerate", "cache", "tuple", "callable", "getattr",
    "line", "columns", "_text", "field", "bad_request", "forbidden",
}  # fmt: skip
AT_THE_TOP = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign,
              ast.AnnAssign)  # fmt: skip
# What stands below these does not run when the module is imported.
NEVER_IMPORTED = {"__name__ == '__main__'", "TYPE_CHECKING"}
VAGUE = {"utils", "util", "helpers", "helper", "manager", "managers", "service", "services", "base", "misc"}
LONGEST_FILE, LONGEST_FUNCTION = 400, 60


def modules(root: Path) -> dict[str, Path]:
    """Every module of the program below `root`, by its dotted name."""
    files = sorted(file for top in ("storage", "bot") for file in (root / top).rglob("*.py"))
    return {".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): file
            for file in files}  # fmt: skip


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def room_of(module: str) -> str | None:
    fitting = [room for room in FLOOR_OF if module == room or module.startswith(room + ".")]
    return max(fitting, key=len, default=None)


def imported(tree: ast.AST, known: dict[str, Path]) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything that is imported, wherever in the file that happens."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                yield node.lineno, inner if inner in known else source


def misplaced(root: Path) -> list[str]:
    """A sentence for each import that does not lead downwards, and for each module without a room."""
    known, problems = modules(root), []
    for module, file in known.items():
        room, place = room_of(module), file.relative_to(root)
        if room is None and module not in PORCHES:
            problems.append(f"{place}: {module} has no room; give it one in FLOORS or move it into one")
        for line, target in imported(parsed(file), known):
            wrong = _wrong(module, room, target)
            problems += [f"{place}:{line}: {wrong}"] if wrong else []
    return problems


def _wrong(module: str, room: str | None, target: str) -> str:
    if target.startswith("."):
        return f"{module} imports {target} relatively; write the whole name"
    top = target.partition(".")[0]
    if top not in ("bot", "storage"):
        strange = room == "storage" and top not in sys.stdlib_module_names | DRIVERS
        return f"{module} imports {top}, but storage knows only its drivers" if strange else ""
    other = room_of(target)
    if module in PORCHES or other is None:
        return f"{module} imports {target}, and one of them has no room"
    if room is None or other == room:
        return ""
    floor, below = FLOOR_OF[room], FLOOR_OF[other]
    if below < floor:
        return ""
    way = "sideways" if below == floor else "upwards"
    return f"{module} (floor {floor}) imports {way}: {target} (floor {below})"


def house(root: Path, files: dict[str, str]) -> Path:
    """A made-up tree."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def test_every_import_leads_downwards_and_every_module_has_a_room() -> None:
    assert misplaced(ROOT) == []
    assert set(FLOOR_OF) <= {room_of(module) for module in modules(ROOT)}


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        (
            "bot/rules/a.py",
            "from bot.cards import x",
            ":1: bot.rules.a (floor 2) imports upwards: bot.cards (floor 3)",
        ),
        (
            "bot/rules/a.py",
            "def f():\n    import bot.serving",
            ":2: bot.rules.a (floor 2) imports upwards: bot.serving (floor 8)",
        ),
        (
            "bot/feeds/a.py",
            "from bot.alerts import x",
            ":1: bot.feeds.a (floor 5) imports sideways: bot.alerts (floor 5)",
        ),
        (
            "bot/config.py",
            "from bot import actions",
            ":1: bot.config (floor 1) imports sideways: bot.actions (floor 1)",
        ),
        (
            "bot/platforms/telegram/a.py",
            "import bot.platforms.discord.limits",
            ":1: bot.platforms.telegram.a (floor 7) imports sideways: bot.platforms.discord.limits (floor 7)",
        ),
        ("bot/tools.py", "", ": bot.tools has no room; give it one in FLOORS or move it into one"),
        (
            "storage/a.py",
            "from bot.config import x",
            ":1: storage.a (floor 0) imports upwards: bot.config (floor 1)",
        ),
        (
            "storage/a.py",
            "import json, rich.text",
            ":1: storage.a imports rich, but storage knows only its drivers",
        ),
        (
            "bot/rules/a.py",
            "from .b import c",
            ":1: bot.rules.a imports .b relatively; write the whole name",
        ),
        (
            "bot/__init__.py",
            "from bot.rules import x",
            ":1: bot imports bot.rules, and one of them has no room",
        ),
    ],
)
def test_an_import_that_breaks_the_order_is_named(tmp_path: Path, file: str, text: str, problem: str) -> None:
    assert misplaced(house(tmp_path, {"bot/actions.py": "", file: text})) == [file + problem]


def test_imports_that_keep_the_order_are_left_alone(tmp_path: Path) -> None:
    files = {
        "storage/a.py": "import sqlite3\nimport aiosqlite\nfrom storage.records import Work",
        "bot/rules/a.py": "from storage import Work\nfrom bot.rules.b import x\nimport rapidfuzz",
        "bot/dispatch.py": "from bot.commands import review\nimport bot.rules",
    }
    assert misplaced(house(tmp_path, files)) == []


def words_of(node: ast.AST) -> tuple[str, ...]:
    """The identifiers and texts of code that a node brings."""
    match node:
        case ast.Name(id=word) | ast.Attribute(attr=word) | ast.arg(arg=word) | ast.Constant(value=str(word)):
            return (word,)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return (node.name,)
        case ast.keyword(arg=str(word)) | ast.alias(name=word):
            return (word,)
    return ()


def prose(tree: ast.AST) -> set[int]:
    """The docstrings' nodes, by id."""
    return {id(node.value) for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}  # fmt: skip


def platform_words(module: str, tree: ast.Module) -> list[str]:
    allowed, docstrings = MAY_NAME_PLATFORMS.get(module, ()), prose(tree)
    return [
        f"{module}:{getattr(node, 'lineno', 0)}: {text!r} belongs to a platform"
        for node in ast.walk(tree)
        if id(node) not in docstrings
        for text in words_of(node)
        for word in PLATFORM_WORDS
        if word in text.lower() and word not in allowed
    ]


def test_no_room_below_the_platforms_knows_one() -> None:
    found = []
    for module, file in modules(ROOT).items():
        room = room_of(module)
        if room and FLOOR_OF[room] in PLATFORM_FLOORS:
            found += platform_words(module, parsed(file))
    assert found == []


@pytest.mark.parametrize(
    "code", ["guild = 1", "x.chat_id", "f(embed=1)", "def html(): ...", "import telegram", "x = 'Discord'"]
)
def test_a_platform_word_is_found_wherever_code_can_hold_it(code: str) -> None:
    assert len(platform_words("bot.cards", ast.parse(f'"""Prose may say Discord."""\n{code}'))) == 1


def calls_at_import(node: ast.AST) -> Iterator[ast.Call]:
    """The calls that run when a module is imported: not those in bodies of functions, but their defaults."""
    parts = ast.iter_child_nodes(node)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        parts = iter([*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)])
    elif isinstance(node, ast.Lambda):
        parts = iter(())
    elif isinstance(node, ast.Call):
        yield node
    for part in parts:
        yield from calls_at_import(part)


def work_at_import(tree: ast.Module) -> list[str]:
    found = []
    for statement in tree.body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        if isinstance(statement, ast.If) and ast.unparse(statement.test) in NEVER_IMPORTED:
            continue
        check = isinstance(statement, ast.If) and all(isinstance(part, ast.Raise) for part in statement.body)
        if not isinstance(statement, AT_THE_TOP) and not check:
            found.append(f"line {statement.lineno}: {ast.unparse(statement)[:60]}")
        for call in calls_at_import(statement):
            name = ast.unparse(call.func).rpartition(".")[2]
            if name not in HARMLESS and not name.lstrip("_")[:1].isupper():
                found.append(f"line {call.lineno}: calls {name}")
    return found


@pytest.mark.parametrize(("module", "file"), modules(ROOT).items(), ids=modules(ROOT))
def test_a_module_does_no_work_at_import_is_small_well_named_and_says_what_it_is(
    module: str, file: Path
) -> None:
    tree = parsed(file)
    assert work_at_import(tree) == []
    assert ast.get_docstring(tree), "has no docstring"
    assert not VAGUE & set(module.split(".")), "says nothing by its name"
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST_FILE
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]
    assert long == []


@pytest.mark.parametrize(
    "code",
    [
        "print('hello')",
        "x = open('f')",
        "for i in y: pass",
        "def f(now=time()): ...",
        "class A:\n    x = read()",
    ],
)
def test_work_at_import_is_found(code: str) -> None:
    assert work_at_import(ast.parse(code))
