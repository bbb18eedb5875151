#!/usr/bin/env bash
# A mail that hangs on another as message/rfc822 and is sent in base64, which RFC 2046 forbids and programs do: Python's
# email package parses the base64 lines as the headers of the attached mail, and no call gives its bytes back.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/attached.py" <<'PYTHON'
import base64
import email
import platform
import sys
from email import policy

INSIDE = b"From: somebody@example.org\r\nSubject: the first one\r\n\r\nThese words.\r\n"
OUTSIDE = (
    b"From: me@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
    b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(INSIDE)
    + b"--x--\r\n"
)


def seen(rules):
    part = email.message_from_bytes(OUTSIDE, policy=rules).get_payload(0)
    inner = part.get_payload(0)
    return inner["Subject"], part.get_payload(decode=True)


found = [seen(rules) for rules in (policy.compat32, policy.default)]
print("python", platform.python_version())
print("One would guess: the attached mail is decoded, or its bytes can be had with decode=True.")
print("Seen, subject and bytes, with both policies:", found)
sys.exit(found != [(None, None), (None, None)])
PYTHON

python3 "$work/attached.py"
