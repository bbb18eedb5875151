"""Exhibits on the screen: listed, looked at under a cover, copied out, amended, and followed to what they prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.evidence.checklist import Mark
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import CarriedBy, Exhibit, FileTime, Target
from journal.domain.time.moment import Certainty, Moment
from journal.ui.evidence.exhibit import ExhibitScreen
from tests.evidence.builders import PLACE, a_film, a_jpeg, a_mail, a_picture, box, saved
from tests.ui.builders import HOSTILE_TOGETHER, LONG, a_logbook, an_entry, at
from tests.ui.evidence_screens import a_case, drawn, press, settled, words_on
from tests.ui.looking import NARROW, WIDE, opened, text, toasts

if TYPE_CHECKING:
    from pathlib import Path


PICTURES = {
    "rotated.jpg": saved(
        a_picture(), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    ),
    "print.jpg": saved(a_picture("CMYK"), "JPEG"),
    "moving.gif": saved(a_picture("P"), "GIF", save_all=True, append_images=[a_picture("P")]),
    "tiny.png": saved(a_picture().resize((1, 1))),
    "wide.png": saved(a_picture().resize((3000, 2))),
}
NO_PICTURES = {
    "telephone.heic": box(b"ftyp", b"heic" + bytes(4) + b"mif1heic") + b"\x1b]0;owned\x07" * 20,
    "cut off.png": saved(a_picture())[:60],
    "not one.jpg": b"\xff\xd8\xff\x1b[2J\x9b31m" * 50,
}


async def test_the_entry_lists_its_exhibits_and_enter_opens_the_only_one(tmp_path: Path) -> None:
    logbook = a_case(tmp_path, ("door.jpg", a_jpeg(place=PLACE)))
    digest = logbook.exhibits.standing[0].sha256

    async with opened(logbook) as pilot:
        assert "Exhibit 1 door.jpg photo" in words_on(pilot.app)
        await press(pilot, "enter", "enter")

        assert isinstance(pilot.app.screen, ExhibitScreen)
        shown = words_on(pilot.app)
        assert digest in shown.replace(" ", "").replace("Addedon", "")
        assert "This photo says where it was taken." in shown
        assert "The content is covered. Space shows it." in shown
        assert "Original not noted yet" in shown
        assert "entry 1, Missed call" in shown


async def test_of_a_recording_that_says_where_it_was_made_no_copy_without_that_is_promised(tmp_path: Path) -> None:
    place = box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+50.8504+004.3488/"))

    async with opened(a_case(tmp_path, ("voice.m4a", a_film(3, b"M4A ", place)))) as pilot:
        await press(pilot, "l", "enter")

        shown = words_on(pilot.app)
        assert "sound recording" in shown
        assert "This file says where it was made." in shown
        assert "can be made without it" not in shown


KNOWN = Exhibit(
    number=0,
    title="The letter",
    obtained_how="under the door",
    from_person=1,
    original_place="drawer",
    note="smells of smoke",
    sha256="ab" * 32,
    size=1_234_567,
    file_name="scan.pdf",
    media_type="application/pdf",
    lies_at="/nowhere/scan.pdf",
    seconds=62,
    file_times=(
        FileTime(CarriedBy.SENT, Moment(Certainty.EXACT, "2026-11-21T16:14:05", offset="-05:00")),
        FileTime(CarriedBy.TAKEN, Moment(Certainty.EXACT, "2026-11-20T08:09:10")),
    ),
)
WENT = Movement(
    number=0, exhibit=1, holder=Custodian.POLICE, place="Nullville", on=at("2026-11-22T10:00"), receipt="7/26"
)
TOLD = (
    *("The letter", "under the door", "An Invented", "drawer", "smells of smoke", "1,234,567 bytes", "1:02"),
    *("application/pdf", "/nowhere/scan.pdf", "Mail sent", "police, Nullville", "7/26", "rings counted"),
    *("Saturday 21 November 2026, 22:14:05 (UTC+01:00)", "Taken or recorded, by the device's clock"),
    "Friday 20 November 2026, 08:09:10 (the file names no time zone)",
)


async def test_everything_that_is_known_stands_on_the_screen_and_what_is_not_here_is_not_offered(
    tmp_path: Path,
) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    logbook.exhibits.add(KNOWN, Target(entry=1, item="rings_counted"))
    logbook.case.add(WENT)

    async with opened(logbook) as pilot:
        await press(pilot, "l", "enter")

        shown = words_on(pilot.app)
        assert [words for words in TOLD if words not in shown] == []
        assert "Only the fingerprint is kept here." in shown
        await press(pilot, "space", "s")
        assert isinstance(pilot.app.screen, ExhibitScreen)


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_is_drawn_once_it_is_asked_for_and_covered_again(tmp_path: Path, name: str) -> None:
    async with opened(a_case(tmp_path, (name, PICTURES[name]))) as pilot:
        await press(pilot, "l", "enter")
        assert "▀" not in drawn(pilot.app)

        await press(pilot, "space")
        assert "▀" in drawn(pilot.app)

        await press(pilot, "enter")
        assert "▀" not in drawn(pilot.app)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_footer_offers_what_the_key_does_and_the_media_type_stands_beside_the_plain_word(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(a_case(tmp_path, ("door.jpg", a_jpeg())), size) as pilot:
        await press(pilot, "l", "enter")
        assert "photo, " in words_on(pilot.app)
        assert "image/jpeg" in words_on(pilot.app)
        assert text(pilot.app).splitlines()[-1].strip().startswith("space show")

        await press(pilot, "space")
        assert text(pilot.app).splitlines()[-1].strip().startswith("space cover")

        await press(pilot, "space")
        assert text(pilot.app).splitlines()[-1].strip().startswith("space show")


@pytest.mark.parametrize("name", NO_PICTURES)
async def test_a_picture_that_cannot_be_drawn_is_said_calmly_and_no_byte_of_it_acts(tmp_path: Path, name: str) -> None:
    async with opened(a_case(tmp_path, (name, NO_PICTURES[name]))) as pilot:
        await press(pilot, "l", "enter", "space")

        shown = words_on(pilot.app)
        assert "not shown here" in shown or "cannot be shown here" in shown
        assert "owned" not in shown.replace(name, "")


async def test_a_picture_is_drawn_anew_for_another_size_of_the_window(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path, ("door.png", saved(a_picture(size=(400, 300)))))) as pilot:
        await press(pilot, "l", "enter", "space")
        before = text(pilot.app).count("▀")
        await pilot.resize_terminal(200, 60)
        await settled(pilot)

        assert text(pilot.app).count("▀") > before


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_mail_and_a_text_are_shown_harmlessly(tmp_path: Path, size: tuple[int, int]) -> None:
    words = "\x1b[31mI wait [/] \u202efor you\x07"
    mail = a_mail("Received: from nowhere.invalid", text=words)
    logbook = a_case(tmp_path, ("a.eml", mail), ("b.txt", words.encode()), ("c.txt", LONG.encode()), ("d", b""))

    async with opened(logbook, size) as pilot:
        for name, shown in (
            ("a.eml", "An invented subject"),
            ("b.txt", "␛[31mI wait [/]"),
            ("c.txt", "a long"),
            ("d", ""),
        ):
            await press(pilot, "l", *name, "enter", "space")
            assert shown in drawn(pilot.app)
            await press(pilot, "pagedown", "escape")
            if isinstance(pilot.app.screen, ExhibitScreen):
                await press(pilot, "escape")
            await press(pilot, "escape")


@pytest.mark.parametrize("words", HOSTILE_TOGETHER)
async def test_hostile_words_about_an_exhibit_are_drawn_as_they_stand(tmp_path: Path, words: str) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    hostile = Exhibit(
        number=0,
        title=words,
        obtained_how=words,
        from_whom=words,
        original_place=words,
        sha256="0" * 64,
        file_name=words,
        media_type=words,
        lies_at=words,
        note=words,
    )
    logbook.exhibits.add(hostile, Target(entry=1))
    logbook.case.add(Movement(number=0, exhibit=1, place=words, receiver=words, receipt=words, note=words))
    logbook.exhibits.link(1, Target(step=words)) if words else None
    logbook.mark(1, "own.1", Mark(label=words or "x", note=words))

    async with opened(logbook) as pilot:
        for keys in (["enter"], ["enter"], ["s"], ["e"], ["escape"], ["escape"], ["l"], ["escape"], ["t"], ["escape"]):
            await press(pilot, *keys)
            drawn(pilot.app)


async def test_an_exhibit_is_amended_unlinked_and_withdrawn_and_each_is_a_record(tmp_path: Path) -> None:
    logbook = a_case(tmp_path, ("a.txt", b"a"))

    async with opened(logbook) as pilot:
        await press(pilot, "l", "enter", "e", *"The note", "f2")
        assert "The note" in text(pilot.app)
        await press(pilot, "tab", "delete")
        assert logbook.exhibits.of_entry(1) == ()
        await press(pilot, "w", *"doubled", "f2")
        assert "This exhibit is crossed out." in text(pilot.app)
        assert toasts(pilot.app)[-1] == "Saved, record 7."

        await press(pilot, "e", "w")
        assert isinstance(pilot.app.screen, ExhibitScreen)
    assert logbook.exhibits.standing == []
    assert logbook.state.of(Exhibit).now[1].title == "The note"
