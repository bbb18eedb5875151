"""Check a bundle: python3 verify.py FOLDER-OR-ZIP

Needs Python 3.8 or newer and nothing else, uses no network and changes nothing. It checks that every file is the one
that was handed over (manifest-sha256.txt), that the ledger is whole and unchanged from its first record to its last
(data/ledger.json), and that every exhibit is the one that the ledger speaks of (data/exhibits.json).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator  # noqa: TC003 - plain imports are read more easily
from pathlib import Path
from typing import IO, Any

FIRST_PREVIOUS = "0" * 64
PIECE = 1 << 20
LONGEST_TEXT = 1 << 28
IMPOSSIBLE = (KeyError, TypeError, ValueError, AttributeError)
CANNOT_READ = (*IMPOSSIBLE, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)


class Bundle:
    """The files of a bundle, in a folder or in a zip; nothing is unpacked, and no file is in memory as a whole."""

    def __init__(self, path: Path) -> None:
        """Find the files by their names below the one folder of the bundle."""
        self.folder, self.zip, self.top = path, None, ""
        self.faults: list[str] = []
        self._digests: dict[str, str] = {}
        if path.is_dir():
            self.names = sorted(one.relative_to(path).as_posix() for one in path.rglob("*") if not one.is_dir())
            return
        self.zip = zipfile.ZipFile(path)
        names = self.zip.namelist()
        self.faults = [f"name that a zip must not hold: {name}" for name in names if not is_plain(name)]
        self.faults += [f"two files of one name: {name}" for name, times in Counter(names).items() if times > 1]
        tops = sorted({name.split("/")[0] for name in names})
        if len(tops) != 1:
            self.faults.append(f"a bundle is one folder, and here are {len(tops)}: {', '.join(tops)}")
        self.top = next((name[: -len("bagit.txt")] for name in names if name.endswith("/bagit.txt")), "")
        inside = {name for name in names if name.startswith(self.top) and not name.endswith("/")}
        self.names = sorted(name[len(self.top) :] for name in inside)

    def open(self, name: str) -> IO[bytes]:
        """Open one of the files."""
        return self.zip.open(self.top + name) if self.zip else (self.folder / name).open("rb")

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a file."""
        if name not in self._digests:
            found = hashlib.sha256()
            with self.open(name) as file:
                for piece in iter(lambda: file.read(PIECE), b""):
                    found.update(piece)
            self._digests[name] = found.hexdigest()
        return self._digests[name]

    def text(self, name: str) -> str:
        """Return a file of text."""
        with self.open(name) as file:
            data = file.read(LONGEST_TEXT + 1)
        if len(data) > LONGEST_TEXT:
            raise ValueError(f"{name} is too long")
        return data.decode("utf-8")

    def json(self, name: str) -> Any:
        """Return a JSON file; refused where it is not in its one form, which also finds names that stand twice."""
        text = self.text(name)
        value = json.loads(text)
        if canonical(value).decode("utf-8") != text:
            raise ValueError(f"{name} was written anew by something else")
        return value


def is_plain(name: str) -> bool:
    """Tell whether a name in a zip stays inside the folder into which it is unpacked."""
    parts = name[:-1].split("/") if name.endswith("/") else name.split("/")
    return not any(part in {"", ".", ".."} for part in parts) and not re.search(r"[\\:\x00-\x1f]", name)


def canonical(value: Any) -> bytes:
    """Return the bytes of a JSON value in its one form: sorted names, no spaces, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def manifest_faults(bundle: Bundle, manifest: str) -> Iterator[str]:
    """Yield what is wrong with the files that a manifest lists: one those in data, the other those beside it."""
    of_tags = manifest.startswith("tag")
    listed = {}
    for line in bundle.text(manifest).splitlines():
        known, _, name = line.partition("  ")
        listed[name] = known
    for name, known in sorted(listed.items()):
        if name not in bundle.names:
            yield f"missing file: {name}"
        elif bundle.digest(name) != known:
            yield f"changed file: {name}"
    for name in bundle.names:
        if name.startswith("data/") != of_tags and name not in listed and name != manifest:
            yield f"file that nobody listed: {name}"


def record_faults(record: dict[str, Any], left_out: set[str]) -> Iterator[str]:
    """Yield what is wrong with one record of the ledger taken alone.

    The digest of a field is made of 16 random bytes, its name and its value. Of a blackened field only the digest is
    left. The digests of all fields make that of the body, and that one with number, time and link the record's own.
    """
    number, blackened = record["seq"], record.get("blackened", {})
    digests = dict(blackened)
    for name, value in record["body"].items():
        salt = base64.b64decode(record["salts"][name], validate=True)
        if name in blackened or len(salt) != 16:
            yield f"record {number}: field {name} stands twice or has no proper salt"
        digests[name] = sha256(salt + canonical([name, value]))
    if set(record["salts"]) != set(record["body"]):
        yield f"record {number}: values and salts do not belong together"
    for name in sorted(set(blackened) - left_out):
        yield f"record {number}: field {name} is blackened, and nothing says why"
    if sha256(canonical(digests)) != record["body_sha256"]:
        yield f"record {number}: a field was changed, added or removed"
    header = {name: record[name] for name in ("seq", "recorded_at", "body_sha256", "previous")}
    if sha256(canonical(header)) != record["digest"]:
        yield f"record {number}: number, time or link was changed"


def may_be_blackened(ledger: dict[str, Any]) -> dict[int, set[str]]:
    """Return by record which fields may be blackened: those left out for this reader, and those erased later on."""
    names = {int(number): set(listed) for number, listed in ledger["left_out"].items()}
    for record in ledger["records"]:
        for number, name in record["body"].get("erases", []):
            if number < record["seq"]:
                names.setdefault(number, set()).add(name)
    return names


def lost_records(ledger: dict[str, Any]) -> list[tuple[int, int, int]]:
    """Return the rows of records that were lost in a damaged file: first, last, and the record that says so."""
    found = [(record["seq"], pair) for record in ledger["records"] for pair in record["body"].get("missing", [])]
    return [(first, last, number) for number, (first, last) in found if last < number]


def ledger_faults(ledger: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the ledger."""
    may, lost = may_be_blackened(ledger), lost_records(ledger)
    previous, last = FIRST_PREVIOUS, 0
    for record in ledger["records"]:
        number, expected = record["seq"], last + 1
        told = any(first <= expected and number <= through + 1 for first, through, _ in lost)
        if number < expected or (number > expected and not told):
            yield f"record {number} stands where record {expected} has to be"
        elif number == expected and record["previous"] != previous:
            yield f"record {number} does not follow from the one before it"
        previous, last = record["digest"], number
        try:
            yield from record_faults(record, may.get(number, set()))
        except IMPOSSIBLE:
            yield f"record {number} cannot be read"
    if (len(ledger["records"]), previous) != (ledger["count"], ledger["head"]):
        yield "the ledger does not end with the record that it says is its last: records are missing or were added"


def exhibit_faults(bundle: Bundle, ledger: dict[str, Any], exhibits: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what is wrong with the exhibits."""
    added = (record["body"] for record in ledger["records"] if record["body"].get("action") == "exhibit.added")
    known = {body["exhibit"]: body["sha256"] for body in added if "sha256" in body}
    for number in sorted(set(known) - {one["exhibit"] for one in exhibits}):
        yield f"exhibit {number} is in the ledger, and exhibits.json does not list it"
    for one in exhibits:
        number, original, name = one["exhibit"], one["sha256"], one["file"]
        if original and known.get(number) != original:
            yield f"exhibit {number}: the ledger speaks of another file"
        if name and name not in bundle.names:
            yield f"exhibit {number} is missing: {name}"
        elif name and bundle.digest(name) != (one["copy_sha256"] or original):
            yield f"exhibit {number} is not the file that was handed over"
    listed = {one["file"] for one in exhibits}
    for name in bundle.names:
        if name.startswith("data/exhibits/") and name not in listed:
            yield f"exhibit that nobody listed: {name}"


def check(path: Path) -> tuple[list[str], list[str]]:
    """Return what was checked, and every fault, as lines of text."""
    bundle = Bundle(path)
    faults = bundle.faults
    faults += manifest_faults(bundle, "manifest-sha256.txt")
    faults += manifest_faults(bundle, "tagmanifest-sha256.txt")
    ledger, exhibits = bundle.json("data/ledger.json"), bundle.json("data/exhibits.json")
    faults += ledger_faults(ledger)
    faults += exhibit_faults(bundle, ledger, exhibits)
    parts = ((bundle.names, "file"), (ledger["records"], "record"), (exhibits, "exhibit"))
    told = ["Checked: " + ", ".join(many(len(found), f"1 {one}", f"{{}} {one}s") for found, one in parts) + "."]
    told += [
        f"Records {first} to {last} were lost in a damaged file, as record {number} says."
        for first, last, number in lost_records(ledger)
    ]
    left_out = sum(len(names) for names in ledger["left_out"].values())
    copies = sum(1 for one in exhibits if one["copy_sha256"])
    told += [
        many(
            left_out,
            "1 field was left out for this reader; the ledger lists it.",
            "{} fields were left out for this reader; the ledger lists them.",
        ),
        many(
            copies,
            "1 exhibit is a copy without the place where it was made.",
            "{} exhibits are copies without the place where they were made.",
        ),
        "Digest of the last record: " + " ".join(re.findall(".{1,4}", str(ledger["head"]))),
        "Compare it with one that was told to you earlier, or that stands on paper.",
    ]
    return told, faults


def many(count: int, one: str, more: str) -> str:
    """Return the words for one of them, or those for another count."""
    return one if count == 1 else more.format(count)


def told_fault(fault: str) -> str:
    """Return a fault as it is told."""
    return f"DOES NOT AGREE: {fault}"


def verdict(faults: list[str]) -> str:
    """Return the last line."""
    return "Not everything agrees." if faults else "Everything agrees."


def shown(line: str) -> str:
    """Return a line without signs that act on a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in line)


def main(arguments: list[str]) -> int:
    """Check the bundle and say so; return 0 where everything agrees, 1 where not, 2 where no bundle was named."""
    helped = arguments in (["-h"], ["--help"])
    if helped or len(arguments) != 1:
        print(__doc__)
        return 0 if helped else 2
    try:
        told, faults = check(Path(arguments[0]))
    except CANNOT_READ as error:
        print(shown(f"This cannot be checked as a bundle: {error}"))
        return 1
    for line in [*told, *map(told_fault, faults), verdict(faults)]:
        print(shown(line))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
