"""Notices of WhatsApp itself are nobody's messages, whatever name an export writes before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.intake.model.day_order import DayOrder
from journal.intake.model.found import SentBy
from tests.intake.exports import a_file, found_in

if TYPE_CHECKING:
    from pathlib import Path

LRM = "\u200e"
ENCRYPTED = (
    "Berichten en gesprekken zijn end-to-end versleuteld. Niemand anders kan ze lezen.",
    "Messages and calls are end-to-end encrypted. Only people in this chat can read them.",
    "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Tippe für mehr Infos.",
    "Les messages et les appels sont chiffrés de bout en bout. Personne d'autre ne peut les lire.",
)
NOTICES = (
    *ENCRYPTED,
    "You blocked this contact. Tap to unblock.",
    "Your security code with Somebody Invented changed. Tap to learn more.",
    "De beveiligingscode van Somebody Invented is gewijzigd. Tik voor meer informatie.",
    "Somebody Invented changed their phone number to a new number. Tap to message or add the new number.",
    "Somebody Invented heeft een nieuw telefoonnummer. Tik voor een bericht naar dat nummer.",
)


@pytest.mark.parametrize("words", NOTICES)
@pytest.mark.parametrize("before", ["", "Somebody Invented: ", f"Somebody Invented: {LRM}"])
def test_a_notice_of_the_program_is_nobody_s_message_whatever_name_stands_before_it(
    tmp_path: Path, before: str, words: str
) -> None:
    lines = f"[05-09-2026, 08:00:00] {before}{words}\n[05-09-2026, 15:23:44] Somebody Invented: hello\n"

    notice, message = found_in(a_file(tmp_path, lines), DayOrder.DAY_FIRST)

    assert (notice.direction, notice.name) == (SentBy.NEITHER, "")
    assert notice.text.endswith(words)
    assert (message.direction, message.text) == (SentBy.UNKNOWN, "hello")


@pytest.mark.parametrize(
    "words",
    [
        "Messages and calls are all I get from you",
        "je hebt mij geblokkeerd",
        "You blocked me again",
        "de beveiligingscode van je deur is gewijzigd",
        "Berichten die je stuurt lees ik toch, ook end-to-end",
    ],
)
def test_words_of_somebody_about_such_things_stay_words(tmp_path: Path, words: str) -> None:
    lines = f"[05-09-2026, 15:23:44] Somebody Invented: {words}\n[06-09-2026, 15:23:44] Somebody Invented: hello\n"

    first, _ = found_in(a_file(tmp_path, lines), DayOrder.DAY_FIRST)

    assert (first.direction, first.name, first.text) == (SentBy.UNKNOWN, "Somebody Invented", words)
