"""What terminals paste when files are dropped on them, and ordinary text, which is never taken for a path."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.evidence.paths import pasted_paths

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNS = st.characters(codec="utf-8", exclude_characters="/\0")
NAMES = st.text(SIGNS, min_size=1, max_size=40).filter(lambda name: len(name.encode()) <= 255)
PATHS = st.lists(NAMES, min_size=2, max_size=4).map(lambda names: "/" + "/".join(names))
AWKWARD = [
    '/home/an invented/it\'s "so" 😀.jpg',
    "/srv/a\nb/c\\d",
    "/srv/$HOME/`x`;rm *",
    "/srv/a\x1b[31m/x ",
    "/srv/é/\u00a0",
]


def single_quoted(path: str) -> str:
    return "'" + path.replace("'", r"'\''") + "'"


def double_quoted(path: str) -> str:
    return '"' + re.sub(r'([\\"$`])', r"\\\1", path) + '"'


def backslashed(path: str) -> str:
    return re.sub(r"([^A-Za-z0-9/._-])", r"\\\1", path, flags=re.DOTALL)


def dollar_quoted(path: str) -> str:
    octal = "".join(chr(byte) if 32 < byte < 127 and byte not in b"'\\" else f"\\{byte:03o}" for byte in path.encode())
    return f"$'{octal}'"


def as_address(path: str) -> str:
    return "file://" + quote(path)


def as_address_with_host(path: str) -> str:
    return "FILE://localhost" + quote(path, safe="/!$&'()*+,;=:@")


QUOTERS: list[Callable[[str], str]] = [
    shlex.quote,
    single_quoted,
    double_quoted,
    backslashed,
    dollar_quoted,
    as_address,
    as_address_with_host,
]
QUOTED = st.tuples(PATHS, st.sampled_from(QUOTERS))


@given(
    st.lists(QUOTED, min_size=1, max_size=5),
    st.sampled_from([" ", "\n", "\r\n", "  \t"]),
    st.sampled_from(["", " ", "\n"]),
)
def test_quoting_any_paths_as_terminals_do_and_reading_them_back_changes_nothing(
    quoted: list[tuple[str, Callable[[str], str]]], between: str, after: str
) -> None:
    pasted = between.join(quoter(path) for path, quoter in quoted) + after

    assert pasted_paths(pasted) == tuple(path for path, _quoter in quoted)


@pytest.mark.parametrize("shell", ["bash", "zsh"])
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_what_a_real_shell_quotes_is_read_back(shell: str, locale: str) -> None:
    found = shutil.which(shell)
    if not found:
        pytest.skip(f"{shell} is not installed here")
    line = 'printf "%q " "$@"' if shell == "bash" else "print -r -- ${(q)@} ${(qq)@} ${(qqq)@} ${(qqqq)@}"

    run = subprocess.run([found, "-c", line, "_", *AWKWARD], env={"LC_ALL": locale}, capture_output=True, check=True)

    read = pasted_paths(run.stdout.decode())
    assert read == tuple(AWKWARD) * (1 if shell == "bash" else 4)


@pytest.mark.parametrize(
    ("pasted", "paths"),
    [
        ("/home/invented/a.jpg", ("/home/invented/a.jpg",)),
        ("  /home/invented/a.jpg \r\n", ("/home/invented/a.jpg",)),
        ("/photo.jpg", ("/photo.jpg",)),
        ("~/Pictures/a.jpg", ("~/Pictures/a.jpg",)),
        (r"~/My\ Pictures/a.jpg", ("~/My Pictures/a.jpg",)),
        ("/home/invented/My Photo.jpg", ("/home/invented/My Photo.jpg",)),
        ("/home/invented/My Photo.jpg\n/home/invented/b.jpg", ("/home/invented/My Photo.jpg", "/home/invented/b.jpg")),
        ("/home/invented/it's.jpg", ("/home/invented/it's.jpg",)),
        ("file:/home/invented/a%20b.jpg", ("/home/invented/a b.jpg",)),
        ("file:///home/invented/it's.jpg", ("/home/invented/it's.jpg",)),
        ("'file:///home/invented/a%20b.jpg'", ("/home/invented/a b.jpg",)),
        ("file:///home/invented/a b.jpg", ("/home/invented/a b.jpg",)),
        ("file:///home/invented/%E9.jpg", ("/home/invented/\udce9.jpg",)),
        ("x-special/nautilus-clipboard\ncopy\nfile:///a/b.jpg\nfile:///a/c.jpg\n", ("/a/b.jpg", "/a/c.jpg")),
        (r"C:\Users\Invented\a.jpg", (r"C:\Users\Invented\a.jpg",)),
        (r'"C:\Users\An Invented\a.jpg" D:\b.jpg', (r"C:\Users\An Invented\a.jpg", r"D:\b.jpg")),
        (r"'C:\Users\An Invented\a.jpg'", (r"C:\Users\An Invented\a.jpg",)),
        (r"C:\Users\An Invented\a.jpg", (r"C:\Users\An Invented\a.jpg",)),
        ("C:/Users/Invented/a.jpg", ("C:/Users/Invented/a.jpg",)),
        ("file:///C:/Users/An%20Invented/a.jpg", (r"C:\Users\An Invented\a.jpg",)),
    ],
)
def test_the_other_forms_of_terminals_and_file_managers_are_read(pasted: str, paths: tuple[str, ...]) -> None:
    assert pasted_paths(pasted) == paths


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "He stood at the door again.",
        "'He said he would come back'",
        '"/s"',
        "/s",
        "/me went home",
        "/me went to the shop and/or home. He followed me",
        "// a remark",
        "//server/share/a.jpg",
        "~",
        "~10 calls",
        "and/or",
        "3/4",
        "photo.jpg",
        "./photo.jpg",
        "https://example.org/a.jpg",
        "file://example.org/share/a.jpg",
        r"\\server\share\a.jpg",
        r'"\\server\share\a.jpg"',
        r"\\?\C:\a.jpg",
        "C:",
        "c:/",
        "/home/invented/a.jpg and another one",
        "/home/invented/a.jpg\nHe sent this.",
        "'/home/invented/a.jpg",
        "/home/invented/a.jpg\\",
        "file:///home/invented/a%00.jpg",
        "$'/home/invented/\\U00110000'",
        "/a/" + "x" * 256,
        "/a/b " * 3 + "said he",
    ],
)
def test_anything_else_is_ordinary_text(text: str) -> None:
    assert pasted_paths(text) == ()


@given(st.text())
@example("$'\\ud800\\xff'")
@example("/a/\udcff\ud800")
def test_any_text_at_all_gets_an_answer(text: str) -> None:
    paths = pasted_paths(text)

    assert all(path.startswith(("/", "~/")) or re.match(r"[A-Za-z]:[\\/]", path) for path in paths)


@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1), min_size=1).map(" ".join))
def test_words_that_do_not_begin_like_a_path_are_never_one(text: str) -> None:
    begins = text.lstrip("'\"\\$").startswith(("/", "~/")) or re.match(
        r"['\"]*(file:|[A-Za-z]:[\\/])", text, re.IGNORECASE
    )

    assert begins or pasted_paths(text) == ()
