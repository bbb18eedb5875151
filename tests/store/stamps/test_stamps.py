"""Time stamps: asked with a digest only, checked offline, and never believed without the authority's signature."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.canonical import sha256
from journal.domain.base.errors import NotSaved, Refused
from journal.store.stamps.der import with_certificates_sorted
from journal.store.stamps.timestamps import DoesNotHold, Stamp, check, read_file, request, write_request
from tests.store.authority import Authority, authority_in, needs_openssl

if TYPE_CHECKING:
    from pathlib import Path

HEAD = sha256(b"an invented head")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority_in(tmp_path_factory.mktemp("authorities") / "invented")


def stamped(authority: Authority, folder: Path, head: str = HEAD) -> Path:
    write_request(folder / "request.tsq", head, os.urandom)
    return authority.reply_to(folder / "request.tsq", folder / "reply.tsr")


def answer(reply: bytes, certificates: bytes) -> Stamp | None:
    try:
        return check(reply, certificates)
    except (DoesNotHold, Refused):
        return None


@needs_openssl
@pytest.mark.parametrize("nonce", [0, 1, 127, 128, 255, 256, 2**63 - 1, 2**63, 2**64 - 1])
def test_a_request_is_what_the_standard_tool_writes_for_the_same_digest(
    nonce: int, authority: Authority, tmp_path: Path
) -> None:
    (tmp_path / "ours.tsq").write_bytes(request(HEAD, nonce))
    authority.openssl(f"ts -query -digest {HEAD} -sha256 -cert -no_nonce -out", str(tmp_path / "theirs.tsq"))

    ours = authority.openssl("ts -query -text -in", str(tmp_path / "ours.tsq"))
    theirs = authority.openssl("ts -query -text -in", str(tmp_path / "theirs.tsq"))

    written = re.search("Nonce: (0x[0-9A-F]+)", ours)
    assert written
    assert int(written[1], 16) == nonce
    assert ours.replace(written[0], "Nonce: unspecified") == theirs


@pytest.mark.parametrize("head", ["", "00", HEAD[:-2], HEAD + "00", "not hexadecimal"])
def test_only_a_whole_head_digest_is_asked_for(head: str) -> None:
    with pytest.raises(ValueError, match=r"digest|hexadecimal"):
        request(head, 1)


def test_a_request_is_a_new_file_for_its_owner_only_and_never_replaces_another(tmp_path: Path) -> None:
    path = tmp_path / "request.tsq"

    write_request(path, HEAD, os.urandom)

    written = path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert bytes.fromhex(HEAD) in written
    with pytest.raises(NotSaved, match="The journal is as it was"):
        write_request(path, sha256(b"another head"), os.urandom)
    assert path.read_bytes() == written


@needs_openssl
def test_a_reply_says_what_was_stamped_when_and_by_whom(authority: Authority, tmp_path: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)

    stamp = check(read_file(stamped(authority, tmp_path)), read_file(authority.certificates))

    assert stamp.head == HEAD
    assert stamp.moment.utcoffset() == timedelta()
    assert before <= stamp.moment <= datetime.now(UTC)
    assert stamp.authority == "CN=An Invented Authority"
    assert stamp.serial >= 1


@needs_openssl
def test_anybody_can_check_the_same_reply_with_the_standard_tool(authority: Authority, tmp_path: Path) -> None:
    reply = stamped(authority, tmp_path)

    said = authority.openssl(f"ts -verify -digest {HEAD} -CAfile root.pem -in", str(reply))

    assert "Verification: OK" in said


@needs_openssl
def test_a_reply_holds_in_whatever_order_its_certificates_come(tmp_path: Path) -> None:
    certified = authority_in(tmp_path / "invented")
    certified.certified_by_another()
    unsorted = stamped(certified, tmp_path).read_bytes()

    sorted_by_us = with_certificates_sorted(unsorted)

    certificates = certified.certificates.read_bytes()
    assert sorted_by_us != unsorted
    assert sorted(sorted_by_us) == sorted(unsorted)
    assert with_certificates_sorted(sorted_by_us) == sorted_by_us
    assert check(unsorted, certificates) == check(sorted_by_us, certificates)


@given(st.binary() | st.binary().map(lambda rest: b"\x30\x84" + rest))
def test_what_is_not_built_like_a_reply_is_not_put_in_order(foreign: bytes) -> None:
    assert with_certificates_sorted(foreign) == foreign


@needs_openssl
def test_a_reply_of_another_authority_of_the_same_name_does_not_hold(authority: Authority, tmp_path: Path) -> None:
    another = authority_in(tmp_path / "another")
    reply = stamped(another, tmp_path)

    with pytest.raises(DoesNotHold, match="Nothing was changed"):
        check(read_file(reply), read_file(authority.certificates))


@needs_openssl
def test_a_reply_without_a_stamp_is_told_from_one_that_does_not_hold(authority: Authority, tmp_path: Path) -> None:
    authority.openssl(f"ts -query -digest {HEAD[:40]} -sha1 -cert -out", str(tmp_path / "request.tsq"))
    reply = authority.reply_to(tmp_path / "request.tsq", tmp_path / "reply.tsr")

    with pytest.raises(Refused, match="gave no time stamp"):
        check(read_file(reply), read_file(authority.certificates))


@needs_openssl
def test_a_flipped_bit_makes_the_stamp_fail_or_changes_nothing_of_what_it_says(
    authority: Authority, tmp_path: Path
) -> None:
    reply, certificates = stamped(authority, tmp_path).read_bytes(), authority.certificates.read_bytes()
    genuine = check(reply, certificates)

    answers = [
        answer(reply[:at] + bytes([reply[at] ^ 1 << at % 8]) + reply[at + 1 :], certificates)
        for at in range(len(reply))
    ]

    assert {said for said in answers if said} <= {genuine}
    assert answers.count(None) > len(answers) * 0.9


@needs_openssl
def test_another_head_put_into_a_reply_does_not_hold(authority: Authority, tmp_path: Path) -> None:
    reply = stamped(authority, tmp_path).read_bytes()
    forged = reply.replace(bytes.fromhex(HEAD), bytes.fromhex(sha256(b"another head")))

    with pytest.raises(DoesNotHold):
        check(forged, authority.certificates.read_bytes())

    assert forged != reply


@needs_openssl
@pytest.mark.parametrize("reply", [b"", b"invented", b"0\x80", b"\x30\x03\x02\x01\x00"])
def test_a_file_that_is_no_reply_is_refused(reply: bytes, authority: Authority) -> None:
    with pytest.raises(Refused, match="Nothing was changed"):
        check(reply, authority.certificates.read_bytes())


@needs_openssl
@pytest.mark.parametrize("certificates", [b"", b"invented", b"-----BEGIN CERTIFICATE-----\n"])
def test_certificates_that_cannot_be_understood_are_said_to_be_so(
    certificates: bytes, authority: Authority, tmp_path: Path
) -> None:
    reply = stamped(authority, tmp_path).read_bytes()

    with pytest.raises(Refused, match="certificates of the authority"):
        check(reply, certificates)


def test_a_request_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="Please choose another folder"):
        write_request(tmp_path / "not there" / "request.tsq", HEAD, os.urandom)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"reply\.tsr could not be read"):
        check(read_file(tmp_path / "reply.tsr"), read_file(tmp_path / "root.pem"))


def test_a_request_needs_nothing_that_is_installed_apart() -> None:
    program = (
        f"import sys; from journal.store.stamps.timestamps import request; request({HEAD!r}, 1); print(*sys.modules)"
    )

    modules = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()

    assert "journal.store.stamps.timestamps" in modules
    assert not {"cryptography", "rfc3161_client"} & set(modules)
