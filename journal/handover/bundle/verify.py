"""Check a bundle: python3 verify.py FOLDER-OR-ZIP

Needs Python 3.8 or newer and nothing else, uses no network and changes nothing. It checks that every file is the one
that was handed over (manifest-sha256.txt), that the ledger is whole and unchanged from its first record to its last
(data/ledger.json), and that every exhibit is the one that the ledger speaks of (data/exhibits.json).
"""

import base64
import hashlib
import json
import re
import sys
import zipfile
from pathlib import Path

FIRST_PREVIOUS = "0" * 64
PIECE = 1 << 20


class Folder:
    """The files of an unpacked bundle."""

    def __init__(self, path):
        """Find them."""
        self.path = path
        self.names = sorted(one.relative_to(path).as_posix() for one in path.rglob("*") if one.is_file())

    def open(self, name):
        """Open one of them."""
        return (self.path / name).open("rb")


class Zip:
    """The files of a bundle in a zip."""

    def __init__(self, path):
        """Find them, without the name of the one folder around them."""
        self.zip = zipfile.ZipFile(path)
        names = [name for name in self.zip.namelist() if not name.endswith("/")]
        self.top = names[0].split("/")[0] + "/" if names else ""
        self.names = sorted(name[len(self.top) :] for name in names)

    def open(self, name):
        """Open one of them."""
        return self.zip.open(self.top + name)


def digest(bundle, name):
    """Return the SHA-256 of a file."""
    found = hashlib.sha256()
    with bundle.open(name) as file:
        for piece in iter(lambda: file.read(PIECE), b""):
            found.update(piece)
    return found.hexdigest()


def read_json(bundle, name):
    """Return a JSON file; a name that stands twice in one object is refused."""

    def once(pairs):
        if len({key for key, _ in pairs}) != len(pairs):
            raise ValueError("a name stands twice in " + name)
        return dict(pairs)

    with bundle.open(name) as file:
        return json.loads(file.read().decode("utf-8"), object_pairs_hook=once)


def canonical(value):
    """Return the bytes of a JSON value: sorted names, no spaces, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def sha256(data):
    """Return the SHA-256 of some bytes as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def manifest_faults(bundle, manifest, folder):
    """Yield what is wrong with the files that a manifest lists; every file in the folder has to be listed."""
    with bundle.open(manifest) as file:
        lines = file.read().decode("utf-8").splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines if line)
    for name, known in listed.items():
        if name not in bundle.names:
            yield "missing file: " + name
        elif digest(bundle, name) != known:
            yield "changed file: " + name
    own = {"tagmanifest-sha256.txt"} if not folder else set()
    for name in bundle.names:
        inside = name.startswith("data/") if folder else not name.startswith("data/")
        if inside and name not in listed and name not in own:
            yield "file that nobody listed: " + name


def record_faults(record, left_out):
    """Yield what is wrong with one record of the ledger taken alone."""
    number = record["seq"]
    digests = dict(record.get("blackened", {}))
    for name, value in record["body"].items():
        salt = base64.b64decode(record["salts"][name], validate=True)
        if name in digests or len(salt) != 16:
            yield "record %d: field %s stands twice or has no proper salt" % (number, name)
        digests[name] = sha256(salt + canonical([name, value]))
    if set(record["salts"]) != set(record["body"]):
        yield "record %d: values and salts do not belong together" % number
    for name in record.get("blackened", {}):
        if name not in left_out:
            yield "record %d: field %s is blackened, and nothing says why" % (number, name)
    if sha256(canonical(digests)) != record["body_sha256"]:
        yield "record %d: a field was changed, added or removed" % number
    header = {name: record[name] for name in ("seq", "recorded_at", "body_sha256", "previous")}
    if sha256(canonical(header)) != record["digest"]:
        yield "record %d: number, time or link was changed" % number


def ledger_faults(ledger):
    """Yield what is wrong with the ledger."""
    left_out = {(int(seq), name) for seq, names in ledger["left_out"].items() for name in names}
    lost = set()
    for record in ledger["records"]:
        for seq, name in record["body"].get("erases", []):
            if seq < record["seq"]:
                left_out.add((seq, name))
        for first, last in record["body"].get("missing", []):
            lost.update(range(first, min(last, record["seq"] - 1) + 1))
    previous, expected = FIRST_PREVIOUS, 1
    for record in ledger["records"]:
        gap = set(range(expected, record["seq"]))
        if record["seq"] < expected or gap - lost:
            yield "record %d stands where record %d has to be" % (record["seq"], expected)
        elif record["previous"] != previous and not gap:
            yield "record %d does not follow from the one before it" % record["seq"]
        previous, expected = record["digest"], record["seq"] + 1
        try:
            yield from record_faults(record, {name for seq, name in left_out if seq == record["seq"]})
        except (KeyError, TypeError, ValueError) as error:
            yield "record %d cannot be read: %s" % (record["seq"], error)
    if len(ledger["records"]) != ledger["count"] or previous != ledger["head"]:
        yield "the ledger does not end with the record that it says is its last: records are missing or were added"


def exhibit_faults(bundle, ledger, exhibits):
    """Yield what is wrong with the exhibits."""
    known = {}
    for record in ledger["records"]:
        body = record["body"]
        if body.get("action") == "exhibit.added" and "sha256" in body:
            known[body.get("exhibit")] = body["sha256"]
    for one in exhibits:
        number, original = one["exhibit"], one["sha256"]
        if known.get(number) != original:
            yield "exhibit %d: the ledger speaks of another file" % number
        if not one["file"]:
            continue
        if one["file"] not in bundle.names:
            yield "exhibit %d is missing: %s" % (number, one["file"])
        elif digest(bundle, one["file"]) != (one["copy_sha256"] or original):
            yield "exhibit %d is not the file that was handed over" % number


def check(path):
    """Return what was checked as lines of text, and every fault."""
    bundle = Zip(path) if zipfile.is_zipfile(path) else Folder(path)
    faults = list(manifest_faults(bundle, "manifest-sha256.txt", folder=True))
    faults += manifest_faults(bundle, "tagmanifest-sha256.txt", folder=False)
    ledger = read_json(bundle, "data/ledger.json")
    faults += ledger_faults(ledger)
    exhibits = read_json(bundle, "data/exhibits.json")
    faults += exhibit_faults(bundle, ledger, exhibits)
    head = " ".join(re.findall(".{4}", str(ledger["head"])))
    told = [
        "%d files, %d records, %d exhibits were checked." % (len(bundle.names), len(ledger["records"]), len(exhibits)),
        "%d fields were left out for this reader; the ledger lists them." % sum(map(len, ledger["left_out"].values())),
        "Digest of the last record: " + head,
        "Compare it with one that was told to you earlier, or that stands on paper.",
    ]
    return told, faults


def main(arguments):
    """Check the bundle and say so; return 0 where everything agrees, 1 where not."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    try:
        told, faults = check(Path(arguments[0]))
    except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
        print("This cannot be checked as a bundle: %s" % error)
        return 1
    print("\n".join(told))
    print("\n".join("DOES NOT AGREE: " + fault for fault in faults) or "Everything agrees.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
