"""A wheel carries what the installed program needs: messages, manual pages, completions of the shells."""

from __future__ import annotations

import gettext
import io
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest
from hatchling.build import build_wheel

from journal.cli.command_line import ADDERS, SHELLS
from journal.domain.text.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parent.parent
NEEDED = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore")
MANUALS = {"en": "share/man/man1/journal.1", "nl": "share/man/nl/man1/journal.1", "fr": "share/man/fr/man1/journal.1"}
COMPLETIONS = {
    "bash": "share/bash-completion/completions/journal",
    "zsh": "share/zsh/site-functions/_journal",
    "fish": "share/fish/vendor_completions.d/journal.fish",
}
TRANSLATED = tuple(code for code in LANGUAGES if code != "en")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a wheel built from a copy of the source in which no messages are compiled yet."""
    source = tmp_path_factory.mktemp("source")
    for name in NEEDED:
        shutil.copy(HOUSE / name, source / name)
    shutil.copytree(HOUSE / "journal", source / "journal", ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(source)
        # What the terminal of the builder is set to does not show in what is built.
        for name, value in {"LANGUAGE": "nl", "LC_ALL": "nl_BE.UTF-8", "COLUMNS": "20", "FORCE_COLOR": "1"}.items():
            patch.setenv(name, value)
        return source / build_wheel(str(source))


@pytest.fixture(scope="module")
def wheel(built: Path) -> Iterator[zipfile.ZipFile]:
    """What the wheel holds."""
    with zipfile.ZipFile(built) as opened:
        yield opened


def shared(wheel: zipfile.ZipFile, place: str) -> str:
    """A file that is installed below the prefix."""
    (name,) = [name for name in wheel.namelist() if name.endswith(f".data/data/{place}")]
    return wheel.read(name).decode()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_wheel_carries_the_messages_of_every_language_ready_to_be_spoken(
    wheel: zipfile.ZipFile, language: str
) -> None:
    compiled = wheel.read(f"journal/locale/{language}/LC_MESSAGES/journal.mo")

    assert gettext.GNUTranslations(io.BytesIO(compiled)).gettext("witness") != "witness"


def test_a_wheel_installs_a_manual_page_of_each_language_with_every_command(wheel: zipfile.ZipFile) -> None:
    pages = {language: shared(wheel, MANUALS[language]) for language in LANGUAGES}

    for page in pages.values():
        assert page.startswith(".TH JOURNAL 1 ")
        assert [name for name in ADDERS if f'.SS "journal {name}"\n' not in page] == []
        assert "\N{ESCAPE}" not in page
    assert "a journal in the terminal\n" in pages["en"]
    assert len(set(pages.values())) == len(LANGUAGES)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_wheel_installs_a_completion_for_each_shell_with_every_command(wheel: zipfile.ZipFile, shell: str) -> None:
    script = shared(wheel, COMPLETIONS[shell])

    assert [name for name in ADDERS if name not in script] == []
    assert script.startswith("#compdef journal\n") == (shell == "zsh")


def test_what_building_needs_has_the_bounds_of_what_running_needs() -> None:
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))

    building, running = set(settings["build-system"]["requires"]), set(settings["project"]["dependencies"])

    assert {one for one in building - running if not one.startswith("hatchling")} == set()


@pytest.mark.slow
def test_the_installed_program_does_its_whole_job_without_the_development_tools(tmp_path: Path, built: Path) -> None:
    lock = (HOUSE / "requirements.lock").read_text(encoding="utf-8")
    (tmp_path / "versions.txt").write_text("\n".join(re.findall(r"^[\w.-]+==[\w.]+", lock, re.MULTILINE)), "utf-8")
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "clean"], check=True)
    python, journal = tmp_path / "clean/bin/python", tmp_path / "clean/bin/journal"
    versions = ("--constraint", str(tmp_path / "versions.txt"))
    install = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *versions)
    subprocess.run([*install, str(built)], check=True)
    path, out = tmp_path / "journal.json", tmp_path / "out"
    out.mkdir()

    def told(*words: str | Path, typed: str = "") -> str:
        command = [str(journal), *map(str, words), "--file", str(path)]
        return subprocess.run(command, input=typed, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    screen = pexpect.spawn(str(journal), ["--file", str(path)], dimensions=(24, 80), cwd=tmp_path, encoding="utf-8")
    screen.expect("without a passphrase")
    screen.send("\x1b[C\r")
    screen.expect("No entries yet")
    screen.send("\x11")
    screen.expect(pexpect.EOF)
    told("add", "--kind", "sms", "--when", "yesterday 22:14", typed="It said: I see you.")
    listed, sound = told("list"), told("verify")
    told("export", "--for", "police", "--formats", "pdf,xlsx,bundle", "--yes", out)

    assert subprocess.run([python, "-c", "import pytest"], capture_output=True, check=False).returncode
    assert "I see you" in listed
    assert sound
    (bundle,) = out.iterdir()
    with zipfile.ZipFile(bundle) as packed:
        assert {".pdf", ".xlsx"} <= {Path(name).suffix for name in packed.namelist()}
