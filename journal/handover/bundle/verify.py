"""Check a bundle: python3 verify.py FOLDER-OR-ZIP

Needs Python 3.8 or newer and nothing else, uses no network and changes nothing. It checks that every file is the one
that was handed over (manifest-sha256.txt), that the ledger is whole and unchanged from its first record to its last
(data/ledger.json), and that every exhibit is the one that the ledger speaks of (data/exhibits.json). The rules are
written down in rules.txt, by numbers that stand here too.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import stat
import struct
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator  # noqa: TC003 - plain imports are read more easily
from pathlib import Path
from typing import Any, BinaryIO

FIRST_PREVIOUS = "0" * 64
PIECE = 1 << 20
LONGEST_TEXT = 1 << 28
LARGEST_NUMBER = 2**53 - 1
DEEPEST = 50
IMPOSSIBLE = (KeyError, TypeError, ValueError, AttributeError)
CANNOT_READ = (*IMPOSSIBLE, OSError, RuntimeError, zlib.error, struct.error)

STORED, DEFLATED = 0, 8
LEDGER = {"format", "journal", "count", "head", "left_out", "records"}
RECORD = {"seq", "recorded_at", "body", "salts", "body_sha256", "previous", "digest"}
EXHIBIT = {"exhibit", "file", "sha256", "copy_sha256", "not_here", "size", "media_type"}
NEVER_BLACKENED = {"action", "offset", "clock"}
NEVER_ERASED = (
    {"action", "asked_to", "at_record", "circle", "clock", "copy"}
    | {"end_unknown", "entry", "erases", "erases_files", "exhibit", "file"}
    | {"holder", "identified_by", "item", "journal", "kind", "media_type"}
    | {"missing", "missing_evidence", "movement", "obtained", "offset", "parts"}
    | {"role", "sha256", "sort", "state", "step", "supplement_to", "targeted"}
    | {"threat_felt", "together", "undoes", "unnamed_evidence", "willing_to_testify"}
)
MAY_BE_A_COPY = ("image/", "video/", "audio/mp4", "audio/x-m4a")
SALT = re.compile(r"[A-Za-z0-9+/]{21}[AQgw]==")
DIGEST = re.compile(r"[0-9a-f]{64}")
LISTED = re.compile(r"([0-9a-f]{64})  ([^ ].*)")
BY_A_COMPUTER = re.compile(
    r"(?:.*/)?(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)|(?:.*/)?__MACOSX/.*", re.ASCII | re.DOTALL | re.IGNORECASE
)
BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Bundle:
    """The files of a bundle, in a folder or in a zip; nothing is unpacked, and no file is in memory as a whole."""

    def __init__(self, path: Path) -> None:
        """Find the files by their names below the one folder of the bundle."""
        self.path = path
        self.faults: list[str] = []
        self._open: dict[str, Callable[[], Iterator[bytes]]] = {}
        self._digests: dict[str, str] = {}
        if path.is_dir():
            self._take_folder()
        else:
            self._take_zip()
        self.added = sorted(name for name in self._open if BY_A_COMPUTER.fullmatch(name))
        self.names = sorted(self._open.keys() - set(self.added))

    def _take_folder(self) -> None:
        for folder, folders, names in os.walk(self.path):
            for name in [*folders, *names]:
                path = Path(folder, name)
                told = path.relative_to(self.path).as_posix()
                if path.is_symlink():
                    self.faults.append(f"symbolic link: {told}")  # rule 5
                elif not (path.is_dir() or path.is_file()):
                    self.faults.append(f"neither file nor folder: {told}")  # rule 5
                elif name in names:
                    self._open[told] = lambda path=path: pieces_of(path)  # type: ignore[misc]

    def _take_zip(self) -> None:
        members = members_of(self.path)
        names = [member["name"] for member in members]
        self.faults = [f"name that a zip must not hold: {name}" for name in names if not is_plain(name)]  # rule 2
        self.faults += [f"two files of one name: {name}" for name, times in Counter(names).items() if times > 1]  # 3
        holding = sorted(name.split("/")[0] for name in names if re.fullmatch(r"[^/]+/bagit\.txt", name))
        top = f"{holding[0] if holding else names[0].split('/')[0]}/"
        for member in sorted(members, key=lambda one: one["name"]):
            name = member["name"]
            of_computer = BY_A_COMPUTER.fullmatch(name)
            if not (name.startswith(top) or of_computer):
                self.faults.append(f"file outside the bundle: {name}")  # rule 4
            elif stat.S_ISLNK(member["mode"]):
                self.faults.append(f"symbolic link: {name}")  # rule 5
            elif stat.S_IFMT(member["mode"]) not in {0, stat.S_IFREG, stat.S_IFDIR}:
                self.faults.append(f"neither file nor folder: {name}")  # rule 5
            elif (name.endswith("/") or of_computer) and not lies_where_listed(self.path, member):
                self.faults.append(f"damaged file: {name}")  # rule 7
            elif not name.endswith("/") and name.startswith(top):
                self._take_member(name[len(top) :], member)

    def _take_member(self, name: str, member: dict[str, Any]) -> None:
        if member["flags"] & 1 or member["method"] not in {STORED, DEFLATED}:
            self.faults.append(f"packed in a way that is not known here: {name}")  # rule 6
        self._open[name] = lambda: unzipped(self.path, member)

    def __contains__(self, name: str) -> bool:
        return name in self._open

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a file; nothing where it is damaged."""
        if name not in self._digests:
            found = hashlib.sha256()
            try:
                for piece in self._open[name]():
                    found.update(piece)
                self._digests[name] = found.hexdigest()
            except CANNOT_READ:
                self._digests[name] = ""
        return self._digests[name]

    def text(self, name: str) -> str:
        """Return a file of text."""
        if name not in self._open:
            raise ValueError(f"there is no {name}")
        data = bytearray()
        for piece in self._open[name]():
            data += piece
            if len(data) > LONGEST_TEXT:
                raise ValueError(f"{name} is too long")
        return data.decode("utf-8")

    def json(self, name: str) -> Any:
        """Return a JSON file; refused where it is not in its one form, which also finds names that stand twice."""
        text = self.text(name)
        value = json.loads(text, parse_float=no_number, parse_constant=no_number)
        if not is_ordinary(value) or canonical(value).decode("utf-8") != text:  # rules 13 and 14
            raise ValueError(f"{name} was written anew by something else")
        return value


def pieces_of(path: Path) -> Iterator[bytes]:
    """Yield a file piece by piece."""
    with opened(path) as file:
        yield from iter(lambda: file.read(PIECE), b"")


def opened(path: Path) -> BinaryIO:
    """Open a file; raises ValueError for what is none, as a pipe, and never waits for the other end of one."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ValueError("this is no file")
    return os.fdopen(handle, "rb")


def members_of(path: Path) -> list[dict[str, Any]]:
    """Return the files that the list at the end of a zip names, in its order; raises ValueError or struct.error."""
    with opened(path) as file:
        size = file.seek(0, os.SEEK_END)
        tail_at = max(0, size - 65557)
        tail = part_of(file, tail_at, size)
        at = tail.rfind(b"PK\x05\x06", 0, max(0, len(tail) - 18))
        if at < 0:
            raise ValueError("this is no zip")
        length, start = struct.unpack_from("<II", tail, at + 12)
        end = tail_at + at
        if at >= 20 and tail[at - 20 : at - 16] == b"PK\x06\x07":
            (end,) = struct.unpack_from("<Q", tail, at - 12)
            length, start = struct.unpack_from("<QQ", part_of(file, end, end + 56), 40)
        listed = part_of(file, start, start + length)
        if start + length != end or part_of(file, 0, 4) != b"PK\x03\x04":
            raise ValueError("nothing of a zip stands at its beginning")  # rule 1
    members = []
    here = 0
    while here < length:
        members.append(member_at(listed, here))
        here = members[-1]["next"]
    if not members or min(member["offset"] for member in members):
        raise ValueError("nothing of a zip stands at its beginning")  # rule 1
    in_order = sorted(members, key=lambda one: one["offset"])
    for member, following in zip(in_order, [*(one["offset"] for one in in_order[1:]), start]):  # noqa: B905 - Python 3.8
        member["ends"] = following
    return members


def member_at(listed: bytes, here: int) -> dict[str, Any]:
    """Return what the list at the end of a zip says of one file."""
    fields = struct.unpack_from("<4sBBBBHHHHIIIHHHHHII", listed, here)
    mark, _by, _on, needed, _reserved, flags, method, _time, _day, check, packed, whole = fields[:12]
    name_size, extra_size, note_size, _disk, _internal, external, offset = fields[12:]
    name_at = here + 46
    extra_at, end = name_at + name_size, name_at + name_size + extra_size
    raw = listed[name_at:extra_at]
    if mark != b"PK\x01\x02" or needed > 63 or end + note_size > len(listed):
        raise ValueError("this is no zip")
    if flags & 0x800:
        raw.decode("utf-8")
    sizes = [whole, packed, offset]
    while extra_at + 4 <= end:
        number, length = struct.unpack_from("<HH", listed, extra_at)
        large, extra_at = extra_at + 4, extra_at + 4 + length
        if extra_at > end:
            raise ValueError("this is no zip")
        for at, value in enumerate(sizes if number == 1 else []):
            if value == 0xFFFFFFFF:
                if large + 8 > extra_at:
                    raise ValueError("this is no zip")
                (sizes[at],) = struct.unpack_from("<Q", listed, large)
                large += 8
    name = "".join(chr(byte) if byte < 0x80 else "?" for byte in raw)
    said = {"name": name, "raw": raw, "flags": flags, "method": method, "check": check, "mode": external >> 16}
    return {**said, "whole": sizes[0], "packed": sizes[1], "offset": sizes[2], "next": end + note_size}


def part_of(file: BinaryIO, start: int, end: int) -> bytes:
    """Return these bytes of a file; raises ValueError where it does not hold them."""
    if not 0 <= start <= end <= file.seek(0, os.SEEK_END):
        raise ValueError("it ends elsewhere")
    file.seek(start)
    return file.read(end - start)


def lies_where_listed(path: Path, member: dict[str, Any]) -> bool:
    """Tell whether a member whose content does not count can be read, so that nothing hides behind it (rule 7)."""
    try:
        size = sum(len(piece) for piece in unzipped(path, member))
    except CANNOT_READ:
        return False
    return not (size and member["name"].endswith("/"))


def unzipped(path: Path, member: dict[str, Any]) -> Iterator[bytes]:
    """Yield a file of a zip piece by piece; raises ValueError or zlib.error where it is damaged (rule 7)."""
    with opened(path) as file:
        header = part_of(file, member["offset"], member["offset"] + 30)
        name_size, extra_size = struct.unpack_from("<HH", header, 26)
        start = member["offset"] + 30 + name_size + extra_size
        end = start + member["packed"]
        behind = part_of(file, end, member["ends"]) if end <= member["ends"] <= end + 24 else b"?"
        described = member["flags"] & 8 and len(behind) in {16, 24} and behind[:4] == b"PK\x07\x08"
        name = part_of(file, member["offset"] + 30, member["offset"] + 30 + name_size)
        if header[:4] != b"PK\x03\x04" or name != member["raw"] or not (behind == b"" or described):
            raise ValueError("it does not lie where the list says")
        file.seek(start)
        packed = zlib.decompressobj(-15) if member["method"] == DEFLATED else None
        left, size, check = member["packed"], 0, 0
        while left:
            data = file.read(min(left, PIECE))
            if packed and packed.eof:
                raise ValueError("it ends elsewhere")
            left -= len(data)
            data = packed.decompress(data, PIECE) if packed else data
            while data:
                size, check = size + len(data), zlib.crc32(data, check)
                yield data
                data = packed.decompress(packed.unconsumed_tail, PIECE) if packed else b""
        whole = not packed or (packed.eof and not packed.unused_data)
        if not whole or member["method"] not in {STORED, DEFLATED}:
            raise ValueError("it is packed in another way")
        if (size, check) != (member["whole"], member["check"]):
            raise ValueError("it is not as long as it says, or was changed")


def is_plain(name: str) -> bool:
    """Tell whether a name in a zip stays inside the folder into which it is unpacked."""
    parts = name[:-1].split("/") if name.endswith("/") else name.split("/")
    return not any(part in {"", ".", ".."} for part in parts) and not re.search(r"[\\:?\x00-\x1f]", name)


def no_number(text: str) -> Any:
    """Refuse a number that is not whole."""
    raise ValueError(f"{text} is no whole number")


def is_ordinary(value: Any, depth: int = 0) -> bool:
    """Tell whether a JSON value holds only what a ledger can hold, to no great depth."""
    if isinstance(value, (list, dict)):
        parts = value.values() if isinstance(value, dict) else value
        return depth < DEEPEST and all(is_ordinary(part, depth + 1) for part in parts)
    return not isinstance(value, int) or abs(value) <= LARGEST_NUMBER


def canonical(value: Any) -> bytes:
    """Return the bytes of a JSON value in its one form: sorted names, no spaces, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def manifest_faults(bundle: Bundle, manifest: str) -> Iterator[str]:
    """Yield what is wrong with the files that a manifest lists: one those in data, the other those beside it."""
    listed: dict[str, str] = {}
    yield from list_faults(bundle.text(manifest), manifest, listed)
    for name, known in sorted(listed.items()):
        if name not in bundle:
            yield f"missing file: {name}"  # rule 10
        elif not bundle.digest(name):
            yield f"damaged file: {name}"  # rule 7
        elif bundle.digest(name) != known:
            yield f"changed file: {name}"  # rule 10
    of_tags = manifest.startswith("tag")
    for name in bundle.names:
        if name.startswith("data/") != of_tags and name not in listed and name != manifest:
            yield f"file that nobody listed: {name}"  # rule 10


def list_faults(text: str, manifest: str, listed: dict[str, str]) -> Iterator[str]:
    """Read the lines of a manifest into `listed`, and yield what is wrong with them."""
    lines = re.split("\r\n|\r|\n", text)
    for number, line in enumerate(lines, start=1):
        found = LISTED.fullmatch(line)
        if found is None and (line or number < len(lines)):
            yield f"line {number} of {manifest} lists nothing"  # rule 8
        elif found and found[2] in listed:
            yield f"listed twice in {manifest}: {found[2]}"  # rule 9
        elif found:
            listed[found[2]] = found[1]


def bag_faults(bundle: Bundle, ledger: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the pages that say what sort of bag this is."""
    if bundle.text("bagit.txt") != BAGIT:
        yield "bagit.txt is not that of BagIt 1.0"  # rule 11
    told = [line for line in bundle.text("bag-info.txt").split("\n") if line.lower().startswith("external-identifier")]
    if told != [f"External-Identifier: {ledger['head']}"]:
        yield "bag-info.txt tells another digest of the last record"  # rule 12


def is_number(value: Any) -> bool:
    """Tell whether a value is a whole number from 0 on, and not true or false."""
    return type(value) is int and value >= 0


def is_ledger(ledger: Any) -> bool:
    """Tell whether the parts of the ledger that the checks rely on are of the right sort (rule 15)."""
    return (
        isinstance(ledger, dict)
        and isinstance(ledger["records"], list)
        and all(is_record(record) for record in ledger["records"])
        and isinstance(ledger["left_out"], dict)
        and all(is_list_of_names(names) for names in ledger["left_out"].values())
        and is_number(ledger["count"])
        and isinstance(ledger["head"], str)
    )


def is_record(record: Any) -> bool:
    """Tell whether a record has a number, a body, and what it declares erased or lost in the right form."""
    if not (isinstance(record, dict) and is_number(record["seq"]) and isinstance(record["body"], dict)):
        return False
    erases, missing = record["body"].get("erases", []), record["body"].get("missing", [])
    exhibit, kind = record["body"].get("exhibit", 0), record["body"].get("media_type", "")
    return (
        isinstance(record["previous"], str)
        and isinstance(record["digest"], str)
        and isinstance(erases, list)
        and all(is_pair(one) and is_number(one[0]) and isinstance(one[1], str) for one in erases)
        and isinstance(missing, list)
        and all(is_pair(one) and is_number(one[0]) and is_number(one[1]) for one in missing)
        and is_number(exhibit)
        and isinstance(kind, str)
        and isinstance(record["salts"], dict)
        and isinstance(record.get("blackened", {}), dict)
    )


def is_pair(value: Any) -> bool:
    """Tell whether a value is a list of two."""
    return isinstance(value, list) and len(value) == 2


def is_list_of_names(value: Any) -> bool:
    """Tell whether a value is a list of texts."""
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def is_list_of_exhibits(exhibits: Any) -> bool:
    """Tell whether the list of exhibits holds rows with a number and with texts."""
    return isinstance(exhibits, list) and all(
        isinstance(one, dict)
        and is_number(one["exhibit"])
        and all(isinstance(one[name], str) for name in ("file", "sha256", "copy_sha256", "not_here", "media_type"))
        for one in exhibits
    )


def ledger_faults(ledger: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the ledger."""
    if set(ledger) != LEDGER or canonical(ledger["format"]) != b"1":
        yield "the ledger is of another layout"  # rule 15
    left_out, erased, lost = ledger["left_out"], erased_fields(ledger), lost_records(ledger)
    previous, last = FIRST_PREVIOUS, 0
    for record in ledger["records"]:
        number, expected = record["seq"], last + 1
        told = any(first <= expected and number <= through + 1 for first, through, _ in lost)
        if number < expected or (number > expected and not told):
            yield f"record {number} stands where record {expected} has to be"  # rule 17
        elif number == expected and record["previous"] != previous:
            yield f"record {number} does not follow from the one before it"  # rule 17
        previous, last = record["digest"], number
        try:
            yield from record_faults(record)
            yield from blackened_faults(record, set(left_out.get(str(number), [])), erased.get(number, set()))
        except IMPOSSIBLE:
            yield f"record {number} cannot be read"  # rule 16
    for name in sorted(set(left_out) - {str(record["seq"]) for record in ledger["records"]}):
        yield f"record {name} is not here, and fields of it are said to be left out"  # rule 19
    begun = [record["body"].get("journal") for record in ledger["records"][:1]]
    if begun and canonical(begun[0]) != canonical(ledger.get("journal")):
        yield "the ledger is said to be of another journal than its first record begins"  # rule 15
    if (len(ledger["records"]), previous) != (ledger["count"], ledger["head"]):
        # rule 18
        yield "the ledger does not end with the record that it says is its last: records are missing or were added"


def record_faults(record: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with one record of the ledger taken alone (rule 16).

    The digest of a field is made of 16 random bytes, its name and its value. Of a blackened field only the digest is
    left. The digests of all fields make that of the body, and that one with number, time and link the record's own.
    """
    number, blackened = record["seq"], record.get("blackened", {})
    if set(record) - {"blackened"} != RECORD:
        yield f"record {number}: it holds something that no record holds, or lacks something"
    if not all(DIGEST.fullmatch(digest) for digest in blackened.values()):
        raise ValueError("no digest")
    digests = dict(blackened)
    for name, value in record["body"].items():
        proper = SALT.fullmatch(record["salts"][name])
        if name in blackened or not proper:
            yield f"record {number}: field {name} stands twice or has no proper salt"
        if not proper:
            raise ValueError("no salt")
        digests[name] = sha256(base64.b64decode(record["salts"][name]) + canonical([name, value]))
    if set(record["salts"]) != set(record["body"]):
        yield f"record {number}: values and salts do not belong together"
    if sha256(canonical(digests)) != record["body_sha256"]:
        yield f"record {number}: a field was changed, added or removed"
    header = {name: record[name] for name in ("seq", "recorded_at", "body_sha256", "previous")}
    if sha256(canonical(header)) != record["digest"]:
        yield f"record {number}: number, time or link was changed"


def blackened_faults(record: dict[str, Any], left_out: set[str], erased: set[str]) -> Iterator[str]:
    """Yield what is wrong with the blackened fields of a record: each is erased, or left out (rule 19)."""
    number, blackened = record["seq"], set(record.get("blackened", {}))
    for name in sorted(erased & set(record["body"])):
        yield f"record {number}: field {name} is said to be erased, and it is not"
    of_report = str(record["body"].get("action")).startswith("report.")
    erased = erased - NEVER_ERASED - ({"receiver"} if of_report else set())
    for name in sorted(blackened & NEVER_BLACKENED):
        yield f"record {number}: field {name} can never be blackened"
    for name in sorted(blackened - left_out - erased):
        yield f"record {number}: field {name} is blackened, and nothing says why"
    for name in sorted(left_out - blackened):
        yield f"record {number}: field {name} is said to be left out, and it is not"


def erased_fields(ledger: dict[str, Any]) -> dict[int, set[str]]:
    """Return by record which fields a later record says were erased on purpose."""
    names: dict[int, set[str]] = {}
    for record in saying(ledger, "field.erased", "journal.recovered"):
        for number, name in record["body"].get("erases", []):
            if number < record["seq"]:
                names.setdefault(number, set()).add(name)
    return names


def lost_records(ledger: dict[str, Any]) -> list[tuple[int, int, int]]:
    """Return the rows of records that were lost in a damaged file: first, last, and the record that says so."""
    found = [
        (record["seq"], pair)
        for record in saying(ledger, "journal.recovered")
        for pair in record["body"].get("missing", [])
    ]
    return [(first, last, number) for number, (first, last) in found if last < number]


def saying(ledger: dict[str, Any], *actions: str) -> list[dict[str, Any]]:
    """Return the records of these acts."""
    return [record for record in ledger["records"] if record["body"].get("action") in actions]


def exhibit_faults(bundle: Bundle, ledger: dict[str, Any], exhibits: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what is wrong with the exhibits (rules 20 to 24)."""
    added = [record["body"] for record in saying(ledger, "exhibit.added") if "exhibit" in record["body"]]
    known = {body["exhibit"]: body for body in added}
    numbers = [one["exhibit"] for one in exhibits]
    for number in sorted(body["exhibit"] for body in added if "sha256" in body and body["exhibit"] not in numbers):
        yield f"exhibit {number} is in the ledger, and exhibits.json does not list it"
    for number in sorted(number for number, times in Counter(numbers).items() if times > 1):
        yield f"exhibit {number} stands twice in exhibits.json"
    for one in exhibits:
        yield from row_faults(bundle, one, known.get(one["exhibit"], {}))
    listed = Counter(one["file"] for one in exhibits if one["file"])
    for name in sorted(name for name, times in listed.items() if times > 1):
        yield f"two exhibits share one file: {name}"
    for name in bundle.names:
        if name.startswith("data/exhibits/") and name not in listed:
            yield f"exhibit that nobody listed: {name}"


def row_faults(bundle: Bundle, one: dict[str, Any], said: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with one row of exhibits.json, beside what the ledger says of it."""
    number, original, copy, name = one["exhibit"], one["sha256"], one["copy_sha256"], one["file"]
    if set(one) != EXHIBIT or not said:
        yield f"exhibit {number}: the ledger knows none of this number, or its row is of another layout"
    if said.get("sha256", original) != original or (name and not said.get("sha256")):
        yield f"exhibit {number}: the ledger speaks of another file"
    kinds = (one["media_type"], said.get("media_type", one["media_type"]))
    if copy and not all(kind.startswith(MAY_BE_A_COPY) for kind in kinds):
        yield f"exhibit {number} is said to be a copy, and is neither photo nor film"
    if bool(name) == bool(one["not_here"]) or (name and not name.startswith("data/exhibits/")):
        yield f"exhibit {number}: its row does not say plainly whether its file is here"
    elif name and name not in bundle:
        yield f"exhibit {number} is missing: {name}"
    elif name and bundle.digest(name) != (copy or original):
        yield f"exhibit {number} is not the file that was handed over"


def check(path: Path) -> tuple[list[str], list[str]]:
    """Return what was checked, and every fault, as lines of text."""
    bundle = Bundle(path)
    faults = bundle.faults
    faults += manifest_faults(bundle, "manifest-sha256.txt")
    faults += manifest_faults(bundle, "tagmanifest-sha256.txt")
    ledger, exhibits = bundle.json("data/ledger.json"), bundle.json("data/exhibits.json")
    if not (is_ledger(ledger) and is_list_of_exhibits(exhibits)):
        raise ValueError("the ledger or the list of exhibits is built in another way")
    faults += bag_faults(bundle, ledger)
    faults += ledger_faults(ledger)
    faults += exhibit_faults(bundle, ledger, exhibits)
    return [*told_of_file(bundle), *told_of(bundle, ledger, exhibits)], faults


def told_of_file(bundle: Bundle) -> Iterator[str]:
    """Yield what stands for the whole: the digest of the zip, where it is one."""
    if bundle.path.is_file():
        whole = hashlib.sha256()
        for piece in pieces_of(bundle.path):
            whole.update(piece)
        yield f"Digest of the whole file (SHA-256): {whole.hexdigest()}"
        yield "Compare it with one that was told to you another way: it alone stands for everything in the file."


def told_of(bundle: Bundle, ledger: dict[str, Any], exhibits: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what was checked, what is gone, and the digest of the last record."""
    parts = ((bundle.names, "file"), (ledger["records"], "record"), (exhibits, "exhibit"))
    yield "Checked: " + ", ".join(many(len(found), f"1 {one}", f"{{}} {one}s") for found, one in parts) + "."
    if bundle.added:
        yield f"Left aside, because computers add such files by themselves: {', '.join(bundle.added)}"
    for first, last, number in lost_records(ledger):
        yield f"Records {first} to {last} were lost in a damaged file, as record {number} says."
    gone = {(record["seq"], name) for record in ledger["records"] for name in record.get("blackened") or ()}
    erased = sum((number, name) in gone for number, names in erased_fields(ledger).items() for name in names)
    if erased:
        yield many(erased, "1 field was erased on purpose.", "{} fields were erased on purpose.")
    for record in saying(ledger, "exhibit.erased"):
        if "exhibit" in record["body"]:
            number = record["body"]["exhibit"]
            yield f"The file of exhibit {number} was erased on purpose, as record {record['seq']} says."
    yield many(
        sum(len(names) for names in ledger["left_out"].values()),
        "1 field was left out for this reader; the ledger lists it.",
        "{} fields were left out for this reader; the ledger lists them.",
    )
    yield many(
        sum(1 for one in exhibits if one["copy_sha256"]),
        "1 exhibit is a copy without the place where it was made.",
        "{} exhibits are copies without the place where they were made.",
    )
    yield "Digest of the last record: " + " ".join(re.findall("(?s).{1,4}", str(ledger["head"])))
    yield "It stands for the records alone. Compare it with one that was told to you earlier, or that stands on paper."


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
