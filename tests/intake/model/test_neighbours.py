from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.intake.model.neighbours import Neighbours
from journal.intake.model.source import Source
from tests.intake.formats.reading import a_file, zipped

if TYPE_CHECKING:
    from pathlib import Path

CHAT = "your_activity_across_facebook/messages/inbox/noor_1"
PHOTO = f"{CHAT}/photos/1.jpg"
STICKER = "your_activity_across_facebook/messages/stickers/2.png"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export in a folder of its own, with a file of somebody else beside it."""
    a_file(tmp_path, b"private", "diary.txt")
    for name in (f"{CHAT}/message_1.json", PHOTO, STICKER):
        a_file(tmp_path / "export", name.encode(), name)
    return tmp_path / "export"


@pytest.mark.parametrize("archive", [False, True])
@pytest.mark.parametrize(
    ("name", "found"),
    [
        (PHOTO, PHOTO),
        ("photos/1.jpg", PHOTO),
        ("./photos/1.jpg", PHOTO),
        ("photos\\1.jpg", PHOTO),
        ("elsewhere/photos/1.jpg", PHOTO),
        (
            "your_activity_across_facebook/messages/stickers/2.png",
            "your_activity_across_facebook/messages/stickers/2.png",
        ),
    ],
)
def test_a_file_is_found_by_the_name_the_export_gives_it(export: Path, archive: bool, name: str, found: str) -> None:
    member = f"{CHAT}/message_1.json"
    source = zipped(export, member) if archive else Source(export / member)

    file = Neighbours(source).find(name)

    assert file is not None
    assert file.head() == found.encode()


@pytest.mark.parametrize("archive", [False, True])
@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "photos",
        "photos/",
        "../photos/1.jpg",
        "../../../../../diary.txt",
        "/etc/passwd",
        "C:/a",
        "a\0b",
        "x" * 5000,
    ],
)
def test_a_name_that_leaves_the_export_finds_nothing(export: Path, archive: bool, name: str) -> None:
    member = f"{CHAT}/message_1.json"
    source = zipped(export, member) if archive else Source(export / member)

    assert Neighbours(source).find(name) is None


def test_a_link_that_leads_out_of_the_export_is_not_followed(export: Path) -> None:
    (export / CHAT / "photos" / "2.jpg").symlink_to(export.parent / "diary.txt")

    neighbours = Neighbours(Source(export / CHAT / "message_1.json"))

    assert neighbours.find("photos/2.jpg") is None
    assert list(neighbours.below("photos")) == ["photos/1.jpg"]


def test_a_file_in_a_folder_that_only_lies_beside_the_export_is_not_found(tmp_path: Path) -> None:
    a_file(tmp_path, b"private", "letters/diary.txt")
    source = a_file(tmp_path / "export", b"{}", "result.json")

    assert Neighbours(source).find("letters/diary.txt") is None


@given(st.text(alphabet="ab./\\\0:~", max_size=12))
def test_no_name_finds_anything_outside_the_folder_of_the_export(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "named"
    a_file(folder, b"private", "a")
    a_file(folder, b"private", "b/a")
    source = a_file(folder, b"{}", "export/a/chat.json")
    a_file(folder, b"inside", "export/a/b")

    found = Neighbours(source).find(name)

    assert found is None or found.path.resolve().is_relative_to((folder / "export" / "a").resolve())
