"""The house keeps its own rules: layers, small rooms, no addresses, no traces of the machine it was built on."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parent.parent
FOLDERS = ("journal", "tests", "screenshots", "findings", ".ci")
AT_THE_DOOR = (".gitignore", "*.lock", "*.md", "*.toml", "LICENSE", "Makefile")
LIKE_A_PICTURE = {".gif", ".ico", ".mo", ".pdf", ".png", ".ttf", ".whl", ".woff2", ".zip"}

IMPORT_THE_WHOLE_PACKAGE = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
"""
RUN_THE_COMMAND = """
import sys
from journal.__main__ import run
sys.argv[0] = "journal"
run()
"""
OPEN_THE_SCREEN = """
import asyncio, sys, threading
from pathlib import Path
from journal.ui.app import JournalApp
from journal.ui.opening.arrival import Arrival, arriving

there, later = {}, []
read = Arrival.read

class Noting:
    def find_spec(name, path, target=None):
        if "after" in there and name.startswith("journal.") and threading.current_thread() is threading.main_thread():
            later.append(name)

sys.meta_path.insert(0, Noting)

def noting(arrival):
    there["before"] = "journal.ui.timeline.main" in sys.modules
    logbook = read(arrival)
    there["after"] = True
    return logbook

Arrival.read = noting

async def look():
    app = JournalApp(arriving(Path(sys.argv[1])))
    async with app.run_test(size=(120, 40)) as pilot:
        while not hasattr(app.screen, "finding"):
            await pilot.pause()
        await pilot.pause()
        app.screen.settle()
        print(there["before"], later)
        await app.workers.wait_for_complete()
        print("journal.ui.editor.editor" in sys.modules)
        app.exit()

asyncio.run(look())
"""


def kept_files() -> Iterator[Path]:
    """Every text file that belongs to the house; what the tools leave behind is not part of it."""
    for pattern in AT_THE_DOOR:
        yield from HOUSE.glob(pattern)
    for folder in FOLDERS:
        for path in (HOUSE / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix not in LIKE_A_PICTURE:
                yield path


def python_files() -> list[Path]:
    return [path for path in kept_files() if path.suffix == ".py"]


def length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def imported_by(program: str, *arguments: str) -> set[str]:
    """Run a program in a fresh interpreter and return the names of all modules that it really imported."""
    python = [sys.executable, "-X", "importtime", "-c", program]
    run = subprocess.run([*python, *arguments], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert run.returncode == 0, re.sub(r"^import time:.*\n", "", run.stderr, flags=re.MULTILINE)
    return set(re.findall(r"^import time:.*\| +([\w.]+)$", run.stderr, re.MULTILINE))


def packages(modules: set[str]) -> set[str]:
    return {module.split(".")[0] for module in modules}


def test_the_words_of_the_trade_import_no_screen_and_no_file_library() -> None:
    modules = imported_by(IMPORT_THE_WHOLE_PACKAGE, "journal.domain")

    assert "journal.domain.ledger.record" in modules
    assert not packages(modules) & {"textual", "rich", "tinydb", "platformdirs", "tzlocal"}
    assert not {name for name in modules if re.match(r"journal\.(store|logbook|ui|cli)\b", name)}


def test_the_main_screen_loads_neither_the_parser_of_times_nor_what_hands_over_or_masks() -> None:
    modules = imported_by("import journal.ui.app, journal.ui.timeline.main")

    assert "journal.ui.timeline.main" in modules
    assert not packages(modules) & {"dateutil", "typst", "jinja2", "PIL", "pyrage", "phonenumbers"}
    assert not {name for name in modules if name.startswith("journal.handover.")}
    assert not modules & {"journal.domain.time.reading.phrase", "journal.domain.text.name_mask"}


def test_the_main_screen_is_imported_beside_the_reading_and_the_editor_beside_the_main_screen(tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    imported_by(RUN_THE_COMMAND, "demo", "--out", str(journal))

    run = subprocess.run(
        [sys.executable, "-c", OPEN_THE_SCREEN, str(journal)], cwd=HOUSE, capture_output=True, text=True, check=True
    )

    assert run.stdout == "False []\nTrue\n"


def test_the_first_content_loads_neither_the_library_of_the_screen_nor_asyncio() -> None:
    modules = imported_by(
        "import journal.cli, journal.commands.opening, journal.ui.opening.arrival, journal.ui.opening.first_content, "
        "journal.ui.opening.first_lock, journal.ui.terminal.first_frame"
    )

    assert "journal.ui.opening.first_content" in modules
    assert not packages(modules) & {"textual", "asyncio", "ssl", "hashlib", "tinydb"}


def test_what_the_product_does_imports_no_screen() -> None:
    modules = imported_by("import journal.logbook")

    assert "journal.logbook" in modules
    assert not packages(modules) & {"textual", "rich"}
    assert not {name for name in modules if re.match(r"journal\.(ui|cli)\b", name)}


@pytest.mark.parametrize("command", ["--help", "--version"])
def test_asking_the_program_what_it_is_imports_neither_screen_nor_store(command: str) -> None:
    modules = imported_by(RUN_THE_COMMAND, command)

    assert "journal.cli" in modules
    assert not packages(modules) & {"textual", "rich", "tinydb", "dateutil", "babel"}


def test_listing_a_journal_imports_no_screen(tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    imported_by(RUN_THE_COMMAND, "demo", "--out", str(journal))

    modules = imported_by(RUN_THE_COMMAND, "list", "--file", str(journal))

    assert "journal.logbook" in modules
    assert not packages(modules) & {"dataclasses", "inspect", "textual", "rich"}
    assert "journal.store.ledger.erasing" not in modules


def test_adding_an_entry_loads_nothing_that_looks_into_code_and_not_the_whole_logbook(tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    imported_by(RUN_THE_COMMAND, "demo", "--out", str(journal))

    modules = imported_by(RUN_THE_COMMAND, "add", "--kind", "sms", "--file", str(journal))

    assert "journal.logbook.tail_book" in modules
    assert not packages(modules) & {"dataclasses", "inspect", "logging", "random", "socket", "tinydb", "tzlocal"}
    assert not modules & {"journal.logbook.book", "journal.store.file.folding", "journal.domain.ledger.verdict"}


def test_no_module_is_longer_than_300_lines() -> None:
    # What checks a bundle goes out into the world alone, as one file.
    alone = HOUSE / "journal" / "handover" / "bundle" / "verify.py"
    measured = [path for path in python_files() if path != alone]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in measured}

    assert len(lengths) > 10
    assert not [f"{path.relative_to(HOUSE)} has {lines} lines" for path, lines in lengths.items() if lines > 300]


def test_no_function_is_longer_than_50_lines_and_no_class_than_200() -> None:
    limits = {ast.FunctionDef: 50, ast.AsyncFunctionDef: 50, ast.ClassDef: 200}

    too_long = [
        f"{path.relative_to(HOUSE)}:{node.lineno} {node.name} has {length(node)} lines"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and length(node) > limits[type(node)]
    ]

    assert not too_long


def test_no_two_classes_have_one_name() -> None:
    named: dict[str, list[str]] = {}
    for path in (HOUSE / "journal").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                named.setdefault(node.name, []).append(str(path.relative_to(HOUSE)))

    assert len(named) > 500
    assert {name: places for name, places in named.items() if len(places) > 1} == {}


def test_the_clock_of_the_computer_is_read_in_one_place() -> None:
    readers = [
        path.relative_to(HOUSE).as_posix()
        for path in (HOUSE / "journal").rglob("*.py")
        if re.search(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.time)\(", path.read_text(encoding="utf-8"))
    ]

    assert readers == ["journal/domain/base/clock.py"]


def test_zones_are_made_in_one_place_and_no_time_is_told_by_the_zone_data_of_the_c_library() -> None:
    makers = re.compile(r"\bZoneInfo\(|\.astimezone\(\)|\bgettz\(|\.fromtimestamp\([^,()]*\)|\blocaltime\(")
    found = [
        path.relative_to(HOUSE).as_posix()
        for path in (HOUSE / "journal").rglob("*.py")
        if makers.search(path.read_text(encoding="utf-8"))
    ]

    assert found == ["journal/store/disk/timezones.py"]


def test_clauses_are_joined_in_one_place_by_the_semicolon_of_the_language() -> None:
    # French sets it off with a no-break space on both sides.
    glued = re.compile(r"""["']; ["']|\}; \{\w+[.(]""")
    # The invented case has words of its own for each language.
    demo = HOUSE / "journal" / "demo"
    told = (path for path in python_files() if HOUSE / "journal" in path.parents and demo not in path.parents)
    found = [str(path.relative_to(HOUSE)) for path in told if glued.search(path.read_text(encoding="utf-8"))]

    assert found == ["journal/domain/time/moment_words.py"]


def test_no_file_names_a_package_registry_or_a_path_of_the_machine_it_was_written_on() -> None:
    hosts = ("py" + "pi.org", "python" + "hosted", "registry." + "npm", "deb." + "debian.org")
    roots = "|".join(("roo" + "t", "wor" + "k"))
    forbidden = re.compile(rf"{'|'.join(map(re.escape, hosts))}|(?<![\w.])/(?:{roots})/", re.IGNORECASE)

    found = [
        f"{path.relative_to(HOUSE)}: {match[0]}"
        for path in kept_files()
        if (match := forbidden.search(path.read_text(encoding="utf-8")))
    ]

    assert not found


def test_the_lock_holds_digests_and_no_addresses() -> None:
    lock = (HOUSE / "requirements.lock").read_text(encoding="utf-8")
    pins = lock.replace("\\\n", " ").splitlines()

    assert "://" not in lock
    assert "--index" not in lock
    assert "--find-links" not in lock
    assert len(pins) > 10
    assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)
    assert not [name for name in ("uv.lock", "pylock.toml") if (HOUSE / name).exists()]
