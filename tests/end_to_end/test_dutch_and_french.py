"""From the first start to a dossier in the hand, in Dutch and in French: in the full screen and in plain mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import Struct
from pypdf import PdfReader

from journal.store.copies.verification import verify
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.test_plain_mode import COLUMNS, Conversation

if TYPE_CHECKING:
    from pathlib import Path


class Speech(Struct, frozen=True):
    """What is typed and seen in one language."""

    locale: str
    figure: str
    """Of the language, where plain mode asks for it."""
    begins: str
    empty: str
    new: str
    kind_field: str
    typed_kind: str
    kind: str
    account_field: str
    account: str
    saved: str
    hand_over: str
    preview: str
    folder_field: str
    leave: str
    when: str
    yes: str
    heard: tuple[str, ...]
    """In plain mode, in this order."""


DUTCH = Speech(
    locale="nl_BE",
    figure="1",
    begins="Bent u de enige die deze computer gebruikt?",
    empty="Nog geen voorvallen",
    new="Nieuw voorval",
    kind_field="Soort",
    typed_kind="beschadig",
    kind="Schade of vandalisme",
    account_field="Wat er gebeurde",
    account="Krassen op de deur.",
    saved="Voorval 1 opgeslagen",
    hand_over="Voor wie",
    preview="Wordt gedeeld",
    folder_field="Map",
    leave="snel afsluiten",
    when="gisteren om negen uur",
    yes="ja",
    heard=("Voorval 1 is opgeslagen", "Vastgelegd ", "Afgesloten. Alles wat opgeslagen was, is veilig."),
)
FRENCH = Speech(
    locale="fr_BE",
    figure="2",
    begins="Êtes-vous la seule personne à utiliser cet ordinateur",
    empty="Pas encore de fait",
    new="Nouveau fait",
    kind_field="Type",
    typed_kind="abîm",
    kind="Dégâts ou vandalisme",
    account_field="Ce qui s",
    account="Des griffes sur la porte.",
    saved="Fait 1 enregistré",
    hand_over="Pour qui",
    preview="Sera transmis",
    folder_field="Dans quel dossier",
    leave="sortie rapide",
    when="hier à neuf heures",
    yes="oui",
    heard=("Le fait 1 est enregistré", "Noté sous l", "Quitté. Tout ce qui était enregistré est en sécurité."),
)


@pytest.fixture(params=[DUTCH, FRENCH], ids=lambda one: one.locale)
def speech(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Speech:
    """What is said in the language that the computer is set to, with letters of every language."""
    spoken: Speech = request.param
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setenv("LC_MESSAGES", f"{spoken.locale}.UTF-8")
    monkeypatch.setenv("LC_CTYPE", "C.UTF-8")
    return spoken


def test_full_screen_from_the_first_start_to_a_dossier(tmp_path: Path, speech: Speech) -> None:
    path, out = tmp_path / "new" / "journal.json", tmp_path / "out"
    out.mkdir()
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for(speech.begins, speech.leave)
        terminal.press("right", "enter")
        terminal.wait_for(speech.empty, speech.leave)
        terminal.press("n")
        terminal.wait_for(speech.new, ", exact)", speech.leave)
        terminal.press("enter")
        terminal.wait_for_field(speech.kind_field)
        terminal.press(speech.typed_kind)
        terminal.wait_for(speech.kind)
        terminal.press("enter")
        terminal.wait_for_field(speech.account_field)
        terminal.press(speech.account)
        terminal.wait_for(speech.account)
        terminal.press("f2")
        terminal.wait_for(speech.saved)
        terminal.press("x")
        terminal.wait_for(speech.hand_over, speech.leave)
        terminal.press("f2")
        terminal.wait_for(speech.preview, speech.leave)
        terminal.press("f2")
        terminal.wait_for_field(speech.folder_field)
        terminal.press(str(out), "f2")
        terminal.wait(lambda _: bool(list(out.glob("*.pdf"))), "the dossier")
        terminal.press("f12")
        assert terminal.wait_for_end() == 0

    (dossier,) = out.iterdir()
    pages = " ".join(page.extract_text() for page in PdfReader(dossier).pages)
    assert speech.kind in " ".join(pages.split())
    assert speech.account in " ".join(pages.split())
    assert verify(path).sound


def test_plain_mode_from_the_first_start_to_a_dossier(tmp_path: Path, speech: Speech) -> None:
    path, out = tmp_path / "new" / "journal.json", tmp_path / "out"
    out.mkdir()
    with Terminal(tmp_path, "--plain", "--file", path, columns=COLUMNS, rows=300) as terminal:
        talk = Conversation(terminal)
        talk.hear("Nederlands", "français")
        talk.answer(speech.figure, "2", "a", speech.when, "2", speech.typed_kind, speech.account, ".", "", "", "")
        talk.answer("h", "1", "", "", "", "3", "", str(out), speech.yes, "An Office", "", speech.yes)
        terminal.press("q", "enter")
        assert terminal.wait_for_end() == 0
        said = terminal.sent.decode()

    assert sorted(speech.heard, key=said.find) == list(speech.heard)
    assert all(words in said for words in speech.heard)
    (dossier,) = out.iterdir()
    assert speech.kind in dossier.read_text(encoding="utf-8")
    assert verify(path).sound
