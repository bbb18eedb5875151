"""Every room can be entered alone, says what lives in it, and has its tests in a folder of its own name."""

from __future__ import annotations

import ast
import os
import re
import secrets
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
FLOORS = {one["containers"][0]: one["layers"] for one in CONTRACTS if one["type"] == "layers"}
"""The floors of each package, the highest first, as the import contracts name them."""
BESIDE_THE_ROOMS = {"benchmarks", "end_to_end", "truth"}
"""Folders of tests that go through the whole house."""

SCREEN = "textual.app", "textual.widgets"
"""What every room of the screen needs of Textual; loading it once saves most of the time."""

# A child is as fresh as an interpreter of its own, but for the libraries named before the first room.
IMPORT_EACH_ROOM_ALONE = """
import importlib, os, pkgutil, sys

rooms = sys.argv.index("--")
for library in sys.argv[1:rooms]:
    importlib.import_module(library)
for room in sys.argv[rooms + 1:]:
    child = os.fork()
    if not child:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(getattr(package, "__path__", ()), room + "."):
            importlib.import_module(module.name)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0, room
"""
IMPORT_ALL_SHUFFLED = """
import importlib, random, sys

modules = sorted(sys.argv[2:])
random.Random(sys.argv[1]).shuffle(modules)
for module in modules:
    importlib.import_module(module)
"""


def rooms_of(package: str) -> list[str]:
    """The rooms of a package, in no order that helps."""
    return sorted(room.strip() for floor in FLOORS[package] for room in floor.split("|"))


def folder(module: str) -> Path:
    return HOUSE.joinpath(*module.split("."))


def run(program: str, *arguments: str) -> None:
    """Run a program in a fresh interpreter and fail where it does."""
    python = [sys.executable, "-c", program, *arguments]
    ended = subprocess.run(python, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot copy a process")
@pytest.mark.parametrize("package", FLOORS)
def test_every_room_can_be_imported_alone(package: str) -> None:
    libraries = SCREEN if package == "journal.ui" else ()
    # The packages with rooms are imported room by room; `journal.ui` as a whole would add nothing.
    rooms = [room for one in rooms_of(package) if (room := f"{package}.{one}") not in FLOORS]

    assert rooms
    run(IMPORT_EACH_ROOM_ALONE, *libraries, "--", *rooms)


def test_the_modules_can_be_imported_in_any_order() -> None:
    modules = [".".join(path.relative_to(HOUSE).with_suffix("").parts) for path in (HOUSE / "journal").rglob("*.py")]
    seed = secrets.token_hex(4)
    print(f"the seed of this order: {seed}")  # noqa: T201 - pytest shows it where the test fails

    named = [one.removesuffix(".__init__") for one in modules if one != "journal.__main__"]

    assert len(named) > 500
    run(IMPORT_ALL_SHUFFLED, seed, *named)


def test_no_module_lies_loose_beside_the_rooms() -> None:
    layered = [one for one in CONTRACTS if one["type"] == "layers"]
    rooms = {path.parent for path in (HOUSE / "journal").glob("*/*/__init__.py")}
    rooms.remove(folder("journal.evidence.recordings"))  # readers that stand beside each other, on one floor

    assert all(one["exhaustive"] is True for one in layered)
    assert {room.parent for room in rooms} == {folder(package) for package in FLOORS if package != "journal"}


@pytest.mark.parametrize("package", FLOORS)
def test_every_room_says_in_two_sentences_what_lives_in_it_and_what_it_may_import(package: str) -> None:
    said = {
        room: ast.get_docstring(ast.parse(door.read_text(encoding="utf-8"))) or ""
        for room in rooms_of(package)
        if (door := folder(f"{package}.{room}") / "__init__.py").exists()
    }

    assert said
    assert {room: text for room, text in said.items() if len(re.findall(r"\.(?=\s|$)", text)) != 2} == {}


@pytest.mark.parametrize("package", FLOORS)
def test_every_folder_of_tests_has_the_name_of_a_room(package: str) -> None:
    place = HOUSE / "tests" / folder(package).relative_to(HOUSE / "journal")
    folders = {path.name for path in place.iterdir() if path.is_dir() and (path / "__init__.py").exists()}

    assert folders
    assert folders - {*rooms_of(package), *(BESIDE_THE_ROOMS if package == "journal" else ())} == set()
