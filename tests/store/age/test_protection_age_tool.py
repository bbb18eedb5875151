"""What protection writes can be read without this program, with the standard `age` tool, and the other way round."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pexpect
import pytest

from journal.domain.ledger import recovery_code
from journal.store.age.protection import Key, from_text, to_text, unlock
from journal.store.age.wraps import Wraps

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not (shutil.which("age") and shutil.which("age-keygen")), reason="the standard age tool is not installed"
)

TYPED = "invent\u00e9 42"
WORDS = "An invented row, \u00e9crite pour le test\n".encode()


def age(folder: Path, arguments: str, typed: str = "") -> None:
    """Run the tool in a pseudo-terminal and type the passphrase where it asks for one."""
    tool = pexpect.spawn(f"age {arguments}", cwd=str(folder), encoding="utf-8", timeout=120)
    if typed:
        tool.expect("passphrase")
        tool.waitnoecho()
        tool.sendline(typed)
    tool.expect(pexpect.EOF)
    tool.close()
    assert tool.exitstatus == 0, tool.before


def test_a_sealed_part_is_read_with_the_age_tool_and_the_passphrase_alone(tmp_path: Path) -> None:
    key = Key()
    wraps = key.wrap(TYPED, recovery_code.draw(os.urandom))
    (tmp_path / "locked.age").write_text(wraps.passphrase)
    (tmp_path / "row.age").write_bytes(from_text(to_text(key.seal(WORDS))))

    age(tmp_path, "-d -o key.txt locked.age", TYPED)
    age(tmp_path, "-d -i key.txt -o row.txt row.age")

    assert (tmp_path / "row.txt").read_bytes() == WORDS


@pytest.mark.slow
def test_a_sealed_part_is_read_with_the_recovery_code_and_without_the_key_ever_standing_in_clear(
    tmp_path: Path,
) -> None:
    key, code = Key(), recovery_code.draw(os.urandom)
    wraps = key.wrap(TYPED, code)
    (tmp_path / "locked.age").write_text(wraps.recovery)
    (tmp_path / "row.age").write_bytes(key.seal(WORDS))

    age(tmp_path, "-d -i locked.age -o row.txt row.age", code)

    assert (tmp_path / "row.txt").read_bytes() == WORDS


def test_what_the_age_tool_seals_to_our_key_is_opened(tmp_path: Path) -> None:
    subprocess.run(["age-keygen", "-o", "key.txt"], cwd=tmp_path, check=True, capture_output=True)
    recipient = subprocess.run(["age-keygen", "-y", "key.txt"], cwd=tmp_path, check=True, capture_output=True).stdout
    (tmp_path / "row.txt").write_bytes(WORDS)

    age(tmp_path, f"-r {recipient.decode().strip()} -o row.age row.txt")

    *_comments, secret = (tmp_path / "key.txt").read_text().split()
    assert Key(secret).open((tmp_path / "row.age").read_bytes()) == WORDS


@pytest.mark.slow
def test_a_key_that_the_age_tool_put_under_a_passphrase_is_unlocked(tmp_path: Path) -> None:
    subprocess.run(["age-keygen", "-o", "key.txt"], cwd=tmp_path, check=True, capture_output=True)
    *_comments, secret = (tmp_path / "key.txt").read_text().split()
    (tmp_path / "key-only.txt").write_text(secret)
    tool = pexpect.spawn("age -p -a -o locked.age key-only.txt", cwd=str(tmp_path), encoding="utf-8", timeout=120)
    for asked in ("Enter passphrase", "Confirm passphrase"):
        tool.expect(asked)
        tool.waitnoecho()
        tool.sendline(TYPED)
    tool.expect(pexpect.EOF)
    locked = (tmp_path / "locked.age").read_text()

    key = unlock(Wraps(passphrase=locked, recovery=locked), TYPED)

    assert key.open(Key(secret).seal(WORDS)) == WORDS
