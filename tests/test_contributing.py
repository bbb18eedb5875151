"""CONTRIBUTING tells of the house as it is: its map, its paths, its names, its words."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from tests.test_rooms import FLOORS

HOUSE = Path(__file__).parent.parent
TEXT = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8")
DRAWING = re.search(r"```\n(.*?)```", TEXT, re.DOTALL)
QUOTED = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL))

A_FILE = re.compile(r"\.?[\w*]+(/[\w*.-]+)+|[\w-]+\.(cfg|lock|md|py|toml)|test_\w+|journal(\.\w+)+\*?")
"""What is quoted and names a file, a folder or a module."""
A_NAME = re.compile(r"(?!test_)(?=\w*[A-Z_])[A-Za-z_]\w+")
"""What is quoted and names something in the code: it holds a capital or an underscore."""
MADE_LATER = {"build/journal.pot", "journal.json"}
"""Files that come into being only when a command runs."""


def is_there(path: str) -> bool:
    """Tell whether a path of CONTRIBUTING exists: from the house or from `journal` on, a module with or without .py."""
    if path.startswith("journal."):
        path = path.replace(".", "/")
    places = [f"tests/**/{path}"] if path.startswith("test_") else [path, f"journal/{path}"]
    return any(next(HOUSE.glob(place + ending), None) for place in places for ending in ("", ".py"))


def source(module: str) -> str:
    """The text of a module of the program or of a test, or of all modules of a folder."""
    roots = [HOUSE / module, HOUSE / "journal" / module]
    files = [file for root in roots for file in (root.with_suffix(".py"), root, *root.glob("*.py")) if file.is_file()]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@cache
def sources() -> str:
    folders = (HOUSE / "journal", HOUSE / "tests")
    return "\n".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py"))


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().strip("_")


@cache
def names() -> frozenset[str]:
    """The names of all modules, classes and functions of the program, in snake case."""
    kinds_of_name = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    found = set()
    for path in (HOUSE / "journal").rglob("*.py"):
        found |= {path.stem, path.parent.name}
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {snake(node.name) for node in ast.walk(tree) if isinstance(node, kinds_of_name)}
    return frozenset(found)


def glossary() -> list[tuple[list[str], list[str]]]:
    """The terms of each line of the glossary, and what they are not called."""
    table = TEXT.partition("| term | meaning | not called |\n")[2].partition("\n\n")[0].splitlines()[1:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    return [(re.findall(r"`(\w+)`", term), re.findall(r"\w+", other)) for term, _meaning, other in cells]


def test_the_map_shows_every_room_in_the_order_of_the_import_contracts() -> None:
    assert DRAWING is not None
    drawn: dict[str, list[str]] = {}
    floor = ""
    for line in DRAWING[1].splitlines()[1:]:
        branch, name = re.findall(r"^([│ ]*)[├└]── (\w+(?: \| \w+)*)", line)[0]
        if not branch:
            floor = name
        drawn.setdefault(f"journal.{floor.split(' ')[0]}" if branch else "journal", []).append(name)

    assert drawn == FLOORS


def test_every_path_that_is_named_exists() -> None:
    paths = {one for one in QUOTED if A_FILE.fullmatch(one)} - MADE_LATER

    assert len(paths) > 150
    assert sorted(path for path in paths if not is_there(path)) == []


def test_every_name_of_the_code_that_is_quoted_is_in_it() -> None:
    quoted = {one for one in QUOTED if A_NAME.fullmatch(one)}

    assert len(quoted) > 40
    assert sorted(one for one in quoted if not re.search(rf"\b{one}\b", sources())) == []


def test_a_name_that_stands_behind_a_module_is_in_it() -> None:
    # `domain/forms/form_input` (how it is typed: `_PLAIN`, `_LISTS` …)
    behind = re.findall(r"`([\w/.]+/[\w.]+)`\s\(([^()]*`[^()]*)\)", TEXT)
    pairs = [
        (module, name) for module, said in behind for name in re.findall(r"`(\w+)`", said) if A_NAME.fullmatch(name)
    ]

    assert len(pairs) > 15
    assert [f"{module}: {name}" for module, name in pairs if not re.search(rf"\b{name}\b", source(module))] == []


def test_every_target_of_make_and_every_file_of_a_link_exists() -> None:
    texts = [path.read_text(encoding="utf-8") for path in HOUSE.glob("*.md")]
    targets = set(re.findall(r"^([a-z-]+):", (HOUSE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    named = {target for text in texts for target in re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)}
    linked = {link for text in texts for link in re.findall(r"\]\(([^):#]+)\)", text)}

    assert len(named) > 8
    assert len(linked) > 8
    assert named - targets == set()
    assert [link for link in linked if not (HOUSE / link).exists()] == []


def test_every_term_of_the_glossary_is_a_name_of_the_code_and_none_that_it_is_not_called() -> None:
    terms = [term for line, _others in glossary() for term in line]
    others = [other for _line, words in glossary() for other in words]

    assert 30 <= len(glossary()) <= 40
    assert all(line and words for line, words in glossary())
    assert sorted(term for term in terms if term not in names()) == []
    assert sorted(other for other in others if other in names()) == []
