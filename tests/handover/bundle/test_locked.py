"""A locked bundle: opened with the age library by whom it is for and by nobody else, and whole or not there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyrage
import pytest

from journal.domain.base.errors import NotSaved, Refused
from journal.handover.bundle.bundle import write_bundle
from journal.handover.bundle.encryption import Lock, locked
from tests.handover.cases import a_case, chosen_of
from tests.store.children import children

if TYPE_CHECKING:
    from journal.handover.bundle.bagit_writer import Sink

WORDS = "an invented phrase of five"
SSH = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB an@invented"
"""The public half of a key that nobody has: 32 times the same byte."""
UNTYPABLE = "\x1b[A"


def hello(out: Sink) -> None:
    for _ in range(100):
        out.write(b"An invented bundle. " * 1000)


def test_a_bundle_goes_through_the_lock_and_comes_out_as_it_was(tmp_path: Path) -> None:
    logbook, identity = a_case(tmp_path), pyrage.x25519.Identity.generate()
    chosen = chosen_of(logbook)
    with (tmp_path / "plain.zip").open("w+b") as plain:
        write_bundle(chosen, {}, plain)

    with (tmp_path / "bundle.age").open("w+b") as out:
        locked(out, Lock(key=f"{identity.to_public()}\n"), lambda target: write_bundle(chosen, {}, target))
        size = out.tell()

    data = (tmp_path / "bundle.age").read_bytes()
    assert size == len(data)
    assert pyrage.decrypt(data, [identity]) == (tmp_path / "plain.zip").read_bytes()
    logbook.close()


def test_a_passphrase_opens_it_however_its_accents_were_typed(tmp_path: Path) -> None:
    with (tmp_path / "bundle.age").open("w+b") as out:
        locked(out, Lock(passphrase="cafe\N{COMBINING ACUTE ACCENT} " + WORDS), hello)

    data = (tmp_path / "bundle.age").read_bytes()
    assert pyrage.passphrase.decrypt(data, "café " + WORDS) == b"An invented bundle. " * 100_000
    assert b"invented" not in data
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(data, WORDS)


def test_the_public_half_of_an_ssh_key_is_taken(tmp_path: Path) -> None:
    with (tmp_path / "bundle.age").open("w+b") as out:
        locked(out, Lock(key=SSH), hello)

    assert (tmp_path / "bundle.age").read_bytes().startswith(b"age-encryption.org/v1\n-> ssh-ed25519 ")


@pytest.mark.parametrize(
    "lock",
    [Lock(key="age1nonsense"), Lock(key="an invented key"), Lock(key=SSH[:40]), Lock(passphrase=UNTYPABLE), Lock()],
)
def test_what_can_lock_nothing_is_refused_before_anything_is_written(tmp_path: Path, lock: Lock) -> None:
    with (tmp_path / "bundle.age").open("w+b") as out, pytest.raises(Refused):
        locked(out, lock, hello)

    assert (tmp_path / "bundle.age").read_bytes() == b""


def test_more_than_can_be_put_under_a_passphrase_is_refused_and_a_key_has_no_such_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.handover.bundle.encryption.LARGEST_UNDER_PASSPHRASE", 20_000)

    with (tmp_path / "phrase.age").open("w+b") as out, pytest.raises(Refused, match="too large to be put under"):
        locked(out, Lock(passphrase=WORDS), hello)
    with (tmp_path / "key.age").open("w+b") as out:
        locked(out, Lock(key=SSH), hello)

    assert (tmp_path / "phrase.age").read_bytes() == b""
    assert (tmp_path / "key.age").stat().st_size > 2_000_000


def test_a_disk_that_is_full_at_the_end_only_is_said_too() -> None:
    with Path("/dev/full").open("w+b", buffering=0) as out, pytest.raises(NotSaved, match="Nothing was written"):
        locked(out, Lock(key=SSH), lambda target: target.write(b"little"))


@pytest.mark.parametrize("lock", [Lock(key=SSH), Lock(passphrase=WORDS)])
def test_a_full_disk_is_said_and_no_process_is_left(lock: Lock) -> None:
    with Path("/dev/full").open("w+b", buffering=0) as out, pytest.raises(NotSaved, match="Nothing was written"):
        locked(out, lock, hello)

    assert children() == []


def test_what_goes_wrong_on_the_way_comes_through_and_no_process_is_left(tmp_path: Path) -> None:
    def break_off(out: Sink) -> None:
        hello(out)
        raise Refused("Stopped.")

    with (tmp_path / "bundle.age").open("w+b") as out, pytest.raises(Refused, match=r"^Stopped\.$"):
        locked(out, Lock(key=SSH), break_off)

    assert children() == []


def test_nothing_that_is_shown_of_a_lock_tells_what_opens_it() -> None:
    assert WORDS not in repr(Lock(passphrase=WORDS))
