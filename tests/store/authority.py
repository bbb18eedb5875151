"""A time-stamping authority of the tests' own, made with the OpenSSL tool in an empty folder."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="the OpenSSL tool is not installed")
"""Marks a test that asks a local authority."""

SETTINGS = """
[req]
distinguished_name = name
prompt = no
[name]
CN = An Invented Authority
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[authority]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[stamps]
serial = serial
default_policy = 1.2.3.4
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
"""
NEW_KEY = "req -config settings -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"

BY = "-set_serial 2 -days 3650 -extfile settings -extensions"


@dataclass(frozen=True)
class Authority:
    """A root, and an authority that it certifies, in one folder."""

    folder: Path

    @property
    def certificates(self) -> Path:
        return self.folder / "root.pem"

    def reply_to(self, request: Path, reply: Path) -> Path:
        self.openssl(
            "ts -reply -config settings -section stamps -signer authority.pem -inkey authority.key",
            *("-queryfile", str(request), "-out", str(reply)),
        )
        return reply

    def certified_by_another(self) -> None:
        """Put somebody between root and authority, as most authorities do, and send that certificate along."""
        self.openssl(f"{NEW_KEY} -keyout between.key -out between.csr -subj /CN=Between")
        self.openssl(f"x509 -req -in between.csr -CA root.pem -CAkey root.key {BY} root -out between.pem")
        self.openssl(
            f"x509 -req -in authority.csr -CA between.pem -CAkey between.key {BY} authority -out authority.pem"
        )
        with (self.folder / "settings").open("a") as settings:
            settings.write("certs = between.pem\n")

    def openssl(self, arguments: str, *more: str) -> str:
        command = ["openssl", *arguments.split(), *more]
        return subprocess.run(command, cwd=self.folder, check=True, capture_output=True, text=True).stdout


def authority_in(folder: Path) -> Authority:
    """Make the keys and certificates of an authority in a new folder."""
    folder.mkdir()
    (folder / "settings").write_text(SETTINGS)
    (folder / "serial").write_text("01\n")
    made = Authority(folder)
    made.openssl(f"{NEW_KEY} -x509 -days 3650 -extensions root -keyout root.key -out root.pem")
    made.openssl(f"{NEW_KEY} -keyout authority.key -out authority.csr")
    made.openssl(f"x509 -req -in authority.csr -CA root.pem -CAkey root.key {BY} authority -out authority.pem")
    return made
