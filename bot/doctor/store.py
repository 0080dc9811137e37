"""Judges the store: whether the bot can open it, write to it, and trust it."""

from bot.findings import Finding, ok, trouble, warning
from storage.checking import StoreFacts

LEAST_FREE = 500_000_000
SUBJECT = "store"
_ELSEWHERE = "Name another one in DATABASE_URL."
_BACKUP = "Stop the bot and put your last backup in its place: python -m bot restore FILE."
_RIGHTS = "Give the user that runs the bot the right to write to the file and to its folder."


def judge_store(facts: StoreFacts) -> list[Finding]:
    """What these facts mean, the gravest first."""
    match facts.standing:
        case "away":
            found = f"cannot be opened: {facts.trouble} ({facts.where})"
            return [trouble(SUBJECT, found, _how_to_reach(facts))]
        case "strange":
            return [trouble(SUBJECT, f"is not the bot's: {facts.trouble} ({facts.where})", _ELSEWHERE)]
        case "absent":
            return _absent(facts) + _room(facts)
        case "ours":
            return _version(facts) + _health(facts) + _room(facts)


def _absent(facts: StoreFacts) -> list[Finding]:
    if not facts.writable:
        return [trouble(SUBJECT, f"is not there and cannot be made at {facts.where}", _RIGHTS)]
    if facts.journals:
        found = f"is not there, but its journal is ({', '.join(facts.journals)} beside {facts.where})"
        mend = "Put the store back beside its journal; if it is gone for good, delete these files too."
        return [trouble(SUBJECT, found, mend)]
    return [ok(SUBJECT, f"is made at the first start: {facts.where}")]


def _version(facts: StoreFacts) -> list[Finding]:
    where = f"{facts.engine} {facts.server}".strip() + f", {facts.where}"
    if facts.version > facts.newest:
        found = f"a newer version of this program wrote it ({facts.version}; this one knows {facts.newest})"
        return [trouble(SUBJECT, found, "Update the program.")]
    if facts.version < facts.newest:
        found = f"is of version {facts.version}; the next start brings it to {facts.newest} ({where})"
        return [warning(SUBJECT, found, "Before you start the new version: python -m bot backup FILE.")]
    return [ok(SUBJECT, f"opens ({where})")]


def _health(facts: StoreFacts) -> list[Finding]:
    findings = []
    if facts.damage:
        findings.append(trouble(SUBJECT, f"is damaged: {facts.damage[:200]}", _BACKUP))
    elif facts.damage == "":
        findings.append(ok(SUBJECT, "its pages are sound"))
    elif facts.engine == "SQLite":
        mend = "Check it while nobody waits: sqlite3 FILE 'PRAGMA quick_check'."
        findings.append(warning(SUBJECT, "too large to check all of its pages in time", mend))
    if not facts.writable:
        mend = _RIGHTS if facts.engine == "SQLite" else "Name a server in DATABASE_URL that takes writes."
        findings.append(trouble(SUBJECT, "can be read, but not written", mend))
    if "-journal" in facts.journals:
        found = "a write was cut off in the middle; the next start undoes it"
        findings.append(warning(SUBJECT, found, "Keep the -journal file beside the store."))
    elif facts.journals.get("-wal"):
        size = _megabytes(facts.journals["-wal"])
        findings.append(ok(SUBJECT, f"{size} of writes are in its journal: the bot runs, or was killed"))
    return findings


def _room(facts: StoreFacts) -> list[Finding]:
    if facts.free is None:
        return []
    wanted = max(LEAST_FREE, 2 * facts.size)
    found = f"{_megabytes(facts.free)} free, the store has {_megabytes(facts.size)}"
    if facts.free >= wanted:
        return [ok("disk", found)]
    mend = f"Make room: at least {_megabytes(wanted)} should be free, for the store and a backup of it."
    return [warning("disk", found, mend)]


def _how_to_reach(facts: StoreFacts) -> str:
    if facts.engine == "SQLite":
        return "Check DATABASE_URL and the rights on the file and its folder."
    return "Check that the server runs, and name, password, host and database in DATABASE_URL."


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size < 10_000_000 else f"{size / 1e6:,.0f} MB"
