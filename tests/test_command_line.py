"""The command line, as an operator types it: real processes, their words and their exit statuses."""

import json
import os
import pty
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.config import Settings
from bot.samples import sample_path

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed" / "ballerina-netflix-review.txt"


class Ended(NamedTuple):
    status: int
    said: str


def run(folder: Path, *arguments: str | Path, stdin: str | bytes | None = "", **settings: str) -> Ended:
    """`python -m bot ...` in a folder of its own; what it printed, on either stream, in one text."""
    names = {name.upper() for name in Settings.model_fields} | {"FORCE_COLOR", "TTY_COMPATIBLE"}
    environment = {name: value for name, value in os.environ.items() if name not in names}
    environment |= {"PYTHONPATH": str(ROOT), "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    environment |= {"DATABASE_URL": f"sqlite:///{folder / 'reviews.db'}"}
    environment |= {name.upper(): value for name, value in settings.items()}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        cwd=folder,
        env=environment,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    said = done.stdout.decode("utf-8")
    assert "Traceback" not in said, said
    return Ended(done.returncode, said)


def record(title: str = "Dark", work: dict[str, Any] | None = None, **review: Any) -> dict[str, Any]:
    return {"work": {"title": title} | (work or {}), "review": {"outlet": "The Late Row"} | review}


def lines(folder: Path, *records: object, name: str = "reviews.jsonl") -> Path:
    file = folder / name
    file.write_text("\n".join(map(json.dumps, records)), "utf-8")
    return file


def tables(folder: Path) -> Sequence[str]:
    with closing(sqlite3.connect(folder / "reviews.db")) as connection:
        return list(connection.iterdump())


def test_an_import_is_counted_and_a_second_one_changes_nothing(tmp_path: Path) -> None:
    file = lines(tmp_path, record("Dark"), record("Solo"))
    assert run(tmp_path, "import", file) == (0, "2 new · 0 changed · 0 unchanged · 0 refused\n")
    before = tables(tmp_path)
    assert run(tmp_path, "import", tmp_path).said.strip() == "0 new · 0 changed · 2 unchanged · 0 refused"
    assert tables(tmp_path) == before
    lines(tmp_path, record("Dark", summary="It rains."), record("Solo"), record("Fargo"))
    assert run(tmp_path, "import", file).said.strip() == "1 new · 1 changed · 1 unchanged · 0 refused"


def test_what_is_refused_is_named_and_stops_nothing(tmp_path: Path) -> None:
    same = [record("Solo", {"year": year}, url=f"https://example.org/{year}") for year in (2016, 2025)]
    twice = record("Dark", {"year": "then"}, score="good")
    file = lines(tmp_path, *same, twice, record("Fargo"), record("Solo"))
    missing = tmp_path / "missing.json"
    ended = run(tmp_path, "import", file, missing)
    assert ended.status == 3
    told = [row.strip() for row in ended.said.splitlines() if row.strip()]
    assert told[0].startswith(f"{file}:3: work.year: should be a whole number")
    assert told[1].startswith(f"{file}:3: review.score: should be a score")
    assert told[2] == f"{missing}:1: cannot be read: No such file or directory"
    assert told[3] == "4 new · 0 changed · 0 unchanged · 2 refused · 1 in doubt, kept as drafts"


def test_what_an_export_holds_besides_reviews_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "reviews.csv"
    rows = [
        "Date,Name,Year,Letterboxd URI,Rating,Review",
        "2023-10-06,Dark,2017,https://boxd.it/1,4,It rains.",
        "2023-10-07,Solo,2018,https://boxd.it/2,3,",
    ]
    file.write_text("\n".join(rows), "utf-8")
    told = "0 changed · 0 unchanged · 0 refused · 1 skipped (1 without a review)"
    assert run(tmp_path, "import", file) == (0, f"1 new · {told}\n")
    assert "It rains." in run(tmp_path, "ask", "/review Dark").said
    assert run(tmp_path, "import", file).said.startswith("0 new · 0 changed · 1 unchanged")


def test_many_mistakes_are_not_all_printed(tmp_path: Path) -> None:
    ended = run(tmp_path, "import", lines(tmp_path, *[{}] * 15))
    assert ended.said.count("is missing") == 20
    assert "… and 10 more" in ended.said


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    run(tmp_path, "import", lines(tmp_path, record("Dark")))
    before = tables(tmp_path)
    more = lines(tmp_path, record("Dark", summary="It rains."), record("Solo"), name="more.jsonl")
    ended = run(tmp_path, "import", "--dry-run", more)
    assert ended.said.strip() == "1 new · 1 changed · 0 unchanged · 0 refused (dry run: nothing was written)"
    assert tables(tmp_path) == before


DOUBTFUL = """Low Harbour

A lighthouse keeper will not answer letters. It is slow and the sea does most of the talking. Its beam is
filmed well and so are the long silences between the two brothers, though the middle drags and nobody seems to
eat. It is a quiet thing, well made in parts, dull in others, and it may find its friends on a rainy day.
"""


def test_what_is_in_doubt_becomes_a_draft_and_changes_nothing_that_is_out(tmp_path: Path) -> None:
    article = tmp_path / "lamp.txt"
    article.write_text(DOUBTFUL, "utf-8")
    assert (
        "1 new · 0 changed · 0 unchanged · 0 refused · 1 in doubt, kept as drafts"
        in run(tmp_path, "import", article).said
    )
    assert "Low Harbour" in run(tmp_path, "ask", "/drafts").said
    assert "Low Harbour" not in run(tmp_path, "ask", "/latest").said
    assert "Published" in run(tmp_path, "chat", stdin="/publish Low Harbour\n1\n").said
    article.write_text(f"{DOUBTFUL}\nRating: 2/5\n", "utf-8")
    ended = run(tmp_path, "import", "--draft", article)
    assert (ended.status, "the review is published: correct it in the chat" in ended.said) == (3, True)


def test_a_draft_is_shown_to_nobody(tmp_path: Path) -> None:
    run(tmp_path, "import", "--draft", lines(tmp_path, record("Dark", summary="It rains.")))
    assert "It rains." not in run(tmp_path, "ask", "/review Dark").said
    assert "There are no reviews here yet." in run(tmp_path, "ask", "/latest").said


def test_a_page_of_this_machine_is_never_asked_for(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as here:
        here.setblocking(False)
        port = here.getsockname()[1]
        for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]"):
            address = f"http://{host}:{port}/review"
            ended = run(tmp_path, "import", address)
            assert ended.status == 3
            assert f"{address}: " in ended.said
            assert "leads into a private network" in ended.said
            assert ended.said.endswith("0 new · 0 changed · 0 unchanged · 1 refused\n")
        with pytest.raises(BlockingIOError):
            here.accept()


def test_samples_are_imported_and_asked_about(tmp_path: Path) -> None:
    ended = run(tmp_path, "import", sample_path())
    assert ended.status == 0
    assert ended.said.strip().endswith("0 changed · 0 unchanged · 0 refused")
    ended = run(tmp_path, "ask", "/review Ballerina")
    assert ended.status == 0
    assert all(f"Ballerina ({year})" in ended.said for year in (2016, 2023, 2025))
    assert "[1]" in ended.said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("/nonsense [bold]x", "I do not know /nonsense. There is /review, /recommend,"),
        ("/review 1_sub_genre_" + "a" * 90, "I know no film or series called"),
        ("Dark", "I know no film or series called “Dark”."),
    ],
)
def test_every_question_gets_an_answer(tmp_path: Path, question: str, said: str) -> None:
    ended = run(tmp_path, "ask", question)
    assert ended.status == 0
    assert said in " ".join(ended.said.replace("│", " ").split())


def test_the_chat_has_samples_where_there_is_nothing_else(tmp_path: Path) -> None:
    """A title, a vote for it by its button's number, the same vote again, another command, the end."""
    ended = run(tmp_path, "chat", stdin="Gone Girl\n8\n8\n²\n999\n\n/top\n")
    assert ended.status == 0
    assert "There are no reviews yet" in ended.said
    assert "Gone Girl (2014)" in ended.said
    assert "» Gone Girl (2014): ★★★★ from you\n½ ▁▁▁▁▁▁▁█▁▁ 5\n1 vote; a score needs 3" in ended.said
    assert "» Gone Girl (2014): still ★★★★ from you" in ended.said
    assert "Community: 1 vote so far, a score needs 3" in ended.said
    assert "The community's best" in ended.said


def test_the_operator_corrects_a_review_line_by_line(tmp_path: Path) -> None:
    # Score, verdict, summary, title, spoilers: a wrong score is asked for again, an empty line keeps.
    typed = ["/edit Gone Girl", "five-ish", "skip", "", "", "-", "2/5", "", "", "", "", "/history"]
    ended = run(tmp_path, "chat", stdin="\n".join(typed) + "\n")
    assert "Not saved yet: Score should be a score such as" in ended.said
    assert "Saved." in ended.said
    assert "the operator (Terminal) edited Gone Girl (2014)" in ended.said


def test_the_samples_of_the_chat_stay_out_of_the_real_store(tmp_path: Path) -> None:
    run(tmp_path, "chat")
    assert "There are no reviews here yet." in run(tmp_path, "ask", "/latest").said
    run(tmp_path, "import", lines(tmp_path, record("Solo")))
    assert "Solo" in run(tmp_path, "chat", stdin="/latest\n").said


@pytest.mark.parametrize("stdin", [None, "", b"\xff\xfe\n", b"x" * 200_000 + b"\nDark\n"])
def test_the_chat_ends_well_whatever_it_is_fed(tmp_path: Path, stdin: str | bytes | None) -> None:
    ended = run(tmp_path, "chat", stdin=stdin)
    assert ended.status == 0
    assert "incident" not in ended.said


def test_a_terminal_loses_nothing_of_what_is_printed_and_control_d_ends_the_chat(tmp_path: Path) -> None:
    """What would lose it: a terminal that is made non-blocking for its input is so for its output too."""
    mine, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DATABASE_URL": f"sqlite:///{tmp_path / 'r.db'}"}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        cwd=tmp_path,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as chat:
        said = b""
        while "› ".encode() not in said:
            said += os.read(mine, 1024)
        blocking = os.get_blocking(theirs)
        os.close(theirs)
        os.write(mine, b"\x04")
        with suppress(OSError):  # how a terminal whose other side is closed ends, on Linux
            while more := os.read(mine, 1024):
                said += more
        os.close(mine)
    assert blocking
    assert chat.returncode == 0
    assert b"Traceback" not in said


def test_a_service_without_a_token_ends_at_once_and_says_why(tmp_path: Path) -> None:
    ended = run(tmp_path, "run")
    assert ended.status == 2
    assert "DISCORD_TOKEN, TELEGRAM_TOKEN" in ended.said
    lines = run(tmp_path, "run", log_format="json").said.splitlines()
    assert json.loads(lines[0])["message"].startswith("cannot go on: These settings need mending")


def test_bad_settings_are_told_all_at_once(tmp_path: Path) -> None:
    ended = run(tmp_path, "ask", "x", database_url="mysql://x", log_level="loud", telegram_token="hunter2")
    assert ended.status == 2
    for name in ("DATABASE_URL", "LOG_LEVEL", "TELEGRAM_TOKEN"):
        assert f"{name}: " in ended.said
    assert "hunter2" not in ended.said


def test_settings_are_read_from_the_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SITE_NAME=The Late Row\n", "utf-8")
    assert "Film and series reviews from The Late Row" in run(tmp_path, "ask", "/help").said


def test_a_store_that_is_not_ours_is_refused_in_words_and_left_alone(tmp_path: Path) -> None:
    strange = tmp_path / "reviews.db"
    with closing(sqlite3.connect(strange)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    before = strange.read_bytes()
    ended = run(tmp_path, "import", sample_path())
    assert ended == (
        1,
        f"The store: {strange} is another program's database; name another file in DATABASE_URL\n",
    )
    assert strange.read_bytes() == before


def test_a_store_that_cannot_be_reached_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = run(tmp_path, "ask", "x", database_url=f"sqlite:///{tmp_path / 'file' / 'reviews.db'}")
    assert ended.status == 1
    assert ended.said.startswith(f"The store: cannot open the store {tmp_path / 'file' / 'reviews.db'}: ")
    away = run(tmp_path, "ask", "x", database_url="postgresql://somebody:hunter2@127.0.0.1:1/reviews")
    assert away.status == 1
    assert away.said.startswith("The store: cannot reach the database: ")
    assert "hunter2" not in away.said


@pytest.mark.parametrize("arguments", [["nonsense"], ["import"]])
def test_a_wrong_command_line_says_how_it_is_used(tmp_path: Path, arguments: list[str]) -> None:
    ended = run(tmp_path, *arguments)
    assert ended.status == 2
    assert "usage: python -m bot" in ended.said


def test_a_closed_pipe_is_nobodys_error(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DATABASE_URL": f"sqlite:///{tmp_path / 'r.db'}"}
    done = subprocess.run(
        [sys.executable, "-m", "bot"],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article lies outside the project and is not here")
def test_the_seed_article_lands_on_the_ballerina_that_it_is_about(tmp_path: Path) -> None:
    run(tmp_path, "import", sample_path())
    works = len([row for row in tables(tmp_path) if row.startswith('INSERT INTO "works"')])
    assert run(tmp_path, "import", SEED) == (0, "1 new · 0 changed · 0 unchanged · 0 refused\n")
    assert run(tmp_path, "import", SEED).said.strip() == "0 new · 0 changed · 1 unchanged · 0 refused"
    assert len([row for row in tables(tmp_path) if row.startswith('INSERT INTO "works"')]) == works
    card = " ".join(run(tmp_path, "ask", "/review Ballerina 2023").said.replace("│", " ").split())
    assert "Ballerina (2023)" in card
    assert "Editors: 4 out of 5" in card or "Editors: 4/5" in card
    assert "✅ Watch it" in card
    for name in ("Kim Ji-hoon", "Choi Pro", "Ok-ju", "Netflix"):
        assert name in card
    for name in ("Gone Girl", "The Glory", "Little Women", "Celebrity", "John Wick"):
        assert name in card
    for secret in ("suicide leading", "flamethrower", "shoots", "kills"):
        assert secret not in card


@pytest.mark.skipif(not SEED.exists(), reason="the seed article lies outside the project and is not here")
def test_the_seed_article_alone_invents_no_year_and_is_read_the_same_twice(tmp_path: Path) -> None:
    assert run(tmp_path, "import", SEED).status == 0
    assert run(tmp_path, "import", SEED).said.strip() == "0 new · 0 changed · 1 unchanged · 0 refused"
    card = run(tmp_path, "ask", "/review Ballerina").said
    assert "│ Ballerina  " in card
    assert "Film · Netflix" in card
