"""Check a bundle: python3 verify.py FOLDER-OR-ZIP
Een bundel controleren: python3 verify.py MAP-OF-ZIP nl
Vérifier une archive: python3 verify.py RÉPERTOIRE-OU-ZIP fr

Needs Python 3.8 or newer and nothing else, uses no network and changes nothing. It checks that every file is the one
that was handed over (manifest-sha256.txt), that the ledger is whole and unchanged from its first record to its last
(data/ledger.json), and that every exhibit is the one that the ledger speaks of (data/exhibits.json). The rules are
written down in rules.txt, by numbers that stand here too. What was found is told in the language of the documents; nl,
fr or en behind the name asks for another one.
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
LANGUAGES = ("nl", "fr", "en")
NO_BREAK = "\u00a0"
BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Said(str):
    """A sentence in English that keeps what it was made of, so that it can be told in another language too."""

    __slots__ = ("text", "values")
    text: str
    values: dict[str, Any]

    def __new__(cls, text: str, **values: Any) -> Said:
        """Fill the blanks of a sentence; the values are never read as blanks."""
        made = super().__new__(cls, text.format(**values))
        made.text, made.values = text, values
        return made

    def told(self, language: str) -> str:
        """Return the sentence in this language, in English where that is not written."""
        values = {name: one.told(language) if isinstance(one, Said) else one for name, one in self.values.items()}
        return WORDS.get((language, self.text), self.text).format(**values)


class Bundle:
    """The files of a bundle, in a folder or in a zip; nothing is unpacked, and no file is in memory as a whole."""

    def __init__(self, path: Path) -> None:
        """Find the files by their names below the one folder of the bundle."""
        self.path = path
        self.faults: list[Said] = []
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
                    self.faults.append(Said("symbolic link: {name}", name=told))  # rule 5
                elif not (path.is_dir() or path.is_file()):
                    self.faults.append(Said("neither file nor folder: {name}", name=told))  # rule 5
                elif name in names:
                    self._open[told] = lambda path=path: pieces_of(path)  # type: ignore[misc]

    def _take_zip(self) -> None:
        members = members_of(self.path)
        names = [member["name"] for member in members]
        self.faults = [
            Said("name that a zip must not hold: {name}", name=name) for name in names if not is_plain(name)
        ]  # rule 2
        self.faults += [
            Said("two files of one name: {name}", name=name) for name, times in Counter(names).items() if times > 1
        ]  # 3
        holding = sorted(name.split("/")[0] for name in names if re.fullmatch(r"[^/]+/bagit\.txt", name))
        top = f"{holding[0] if holding else names[0].split('/')[0]}/"
        for member in sorted(members, key=lambda one: one["name"]):
            name = member["name"]
            of_computer = BY_A_COMPUTER.fullmatch(name)
            if not (name.startswith(top) or of_computer):
                self.faults.append(Said("file outside the bundle: {name}", name=name))  # rule 4
            elif stat.S_ISLNK(member["mode"]):
                self.faults.append(Said("symbolic link: {name}", name=name))  # rule 5
            elif stat.S_IFMT(member["mode"]) not in {0, stat.S_IFREG, stat.S_IFDIR}:
                self.faults.append(Said("neither file nor folder: {name}", name=name))  # rule 5
            elif (name.endswith("/") or of_computer) and not lies_where_listed(self.path, member):
                self.faults.append(Said("damaged file: {name}", name=name))  # rule 7
            elif not name.endswith("/") and name.startswith(top):
                self._take_member(name[len(top) :], member)

    def _take_member(self, name: str, member: dict[str, Any]) -> None:
        if member["flags"] & 1 or member["method"] not in {STORED, DEFLATED}:
            self.faults.append(Said("packed in a way that is not known here: {name}", name=name))  # rule 6
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
            raise ValueError(Said("there is no {name}", name=name))
        data = bytearray()
        for piece in self._open[name]():
            data += piece
            if len(data) > LONGEST_TEXT:
                raise ValueError(Said("{name} is too long", name=name))
        return data.decode("utf-8")

    def json(self, name: str) -> Any:
        """Return a JSON file; refused where it is not in its one form, which also finds names that stand twice."""
        text = self.text(name)
        value = json.loads(text, parse_float=no_number, parse_constant=no_number)
        if not is_ordinary(value) or canonical(value).decode("utf-8") != text:  # rules 13 and 14
            raise ValueError(Said("{name} was written anew by something else", name=name))
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
        raise ValueError(Said("this is no file"))
    return os.fdopen(handle, "rb")


def members_of(path: Path) -> list[dict[str, Any]]:
    """Return the files that the list at the end of a zip names, in its order; raises ValueError or struct.error."""
    with opened(path) as file:
        size = file.seek(0, os.SEEK_END)
        tail_at = max(0, size - 65557)
        tail = part_of(file, tail_at, size)
        at = tail.rfind(b"PK\x05\x06", 0, max(0, len(tail) - 18))
        if at < 0:
            raise ValueError(Said("this is no zip"))
        length, start = struct.unpack_from("<II", tail, at + 12)
        end = tail_at + at
        if at >= 20 and tail[at - 20 : at - 16] == b"PK\x06\x07":
            (end,) = struct.unpack_from("<Q", tail, at - 12)
            length, start = struct.unpack_from("<QQ", part_of(file, end, end + 56), 40)
        listed = part_of(file, start, start + length)
        if start + length != end or part_of(file, 0, 4) != b"PK\x03\x04":
            raise ValueError(Said("nothing of a zip stands at its beginning"))  # rule 1
    members = []
    here = 0
    while here < length:
        members.append(member_at(listed, here))
        here = members[-1]["next"]
    if not members or min(member["offset"] for member in members):
        raise ValueError(Said("nothing of a zip stands at its beginning"))  # rule 1
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
        raise ValueError(Said("this is no zip"))
    if flags & 0x800:
        raw.decode("utf-8")
    sizes = [whole, packed, offset]
    while extra_at + 4 <= end:
        number, length = struct.unpack_from("<HH", listed, extra_at)
        large, extra_at = extra_at + 4, extra_at + 4 + length
        if extra_at > end:
            raise ValueError(Said("this is no zip"))
        for at, value in enumerate(sizes if number == 1 else []):
            if value == 0xFFFFFFFF:
                if large + 8 > extra_at:
                    raise ValueError(Said("this is no zip"))
                (sizes[at],) = struct.unpack_from("<Q", listed, large)
                large += 8
    name = "".join(chr(byte) if byte < 0x80 else "?" for byte in raw)
    said = {"name": name, "raw": raw, "flags": flags, "method": method, "check": check, "mode": external >> 16}
    return {**said, "whole": sizes[0], "packed": sizes[1], "offset": sizes[2], "next": end + note_size}


def part_of(file: BinaryIO, start: int, end: int) -> bytes:
    """Return these bytes of a file; raises ValueError where it does not hold them."""
    if not 0 <= start <= end <= file.seek(0, os.SEEK_END):
        raise ValueError(Said("it ends elsewhere"))
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
            raise ValueError(Said("it does not lie where the list says"))
        file.seek(start)
        packed = zlib.decompressobj(-15) if member["method"] == DEFLATED else None
        left, size, check = member["packed"], 0, 0
        while left:
            data = file.read(min(left, PIECE))
            if packed and packed.eof:
                raise ValueError(Said("it ends elsewhere"))
            left -= len(data)
            data = packed.decompress(data, PIECE) if packed else data
            while data:
                size, check = size + len(data), zlib.crc32(data, check)
                yield data
                data = packed.decompress(packed.unconsumed_tail, PIECE) if packed else b""
        whole = not packed or (packed.eof and not packed.unused_data)
        if not whole or member["method"] not in {STORED, DEFLATED}:
            raise ValueError(Said("it is packed in another way"))
        if (size, check) != (member["whole"], member["check"]):
            raise ValueError(Said("it is not as long as it says, or was changed"))


def is_plain(name: str) -> bool:
    """Tell whether a name in a zip stays inside the folder into which it is unpacked."""
    parts = name[:-1].split("/") if name.endswith("/") else name.split("/")
    return not any(part in {"", ".", ".."} for part in parts) and not re.search(r"[\\:?\x00-\x1f]", name)


def no_number(text: str) -> Any:
    """Refuse a number that is not whole."""
    raise ValueError(Said("{number} is no whole number", number=text))


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


def manifest_faults(bundle: Bundle, manifest: str) -> Iterator[Said]:
    """Yield what is wrong with the files that a manifest lists: one those in data, the other those beside it."""
    listed: dict[str, str] = {}
    yield from list_faults(bundle.text(manifest), manifest, listed)
    for name, known in sorted(listed.items()):
        if name not in bundle:
            yield Said("missing file: {name}", name=name)  # rule 10
        elif not bundle.digest(name):
            yield Said("damaged file: {name}", name=name)  # rule 7
        elif bundle.digest(name) != known:
            yield Said("changed file: {name}", name=name)  # rule 10
    of_tags = manifest.startswith("tag")
    for name in bundle.names:
        if name.startswith("data/") != of_tags and name not in listed and name != manifest:
            yield Said("file that nobody listed: {name}", name=name)  # rule 10


def list_faults(text: str, manifest: str, listed: dict[str, str]) -> Iterator[Said]:
    """Read the lines of a manifest into `listed`, and yield what is wrong with them."""
    lines = re.split("\r\n|\r|\n", text)
    for number, line in enumerate(lines, start=1):
        found = LISTED.fullmatch(line)
        if found is None and (line or number < len(lines)):
            yield Said("line {number} of {manifest} lists nothing", number=number, manifest=manifest)  # rule 8
        elif found and found[2] in listed:
            yield Said("listed twice in {manifest}: {name}", manifest=manifest, name=found[2])  # rule 9
        elif found:
            listed[found[2]] = found[1]


def bag_faults(bundle: Bundle, ledger: dict[str, Any]) -> Iterator[Said]:
    """Yield what is wrong with the pages that say what sort of bag this is."""
    if bundle.text("bagit.txt") != BAGIT:
        yield Said("bagit.txt is not that of BagIt 1.0")  # rule 11
    told = [line for line in bundle.text("bag-info.txt").split("\n") if line.lower().startswith("external-identifier")]
    if told != [f"External-Identifier: {ledger['head']}"]:
        yield Said("bag-info.txt tells another digest of the last record")  # rule 12


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


def ledger_faults(ledger: dict[str, Any]) -> Iterator[Said]:
    """Yield what is wrong with the ledger."""
    if set(ledger) != LEDGER or canonical(ledger["format"]) != b"1":
        yield Said("the ledger is of another layout")  # rule 15
    left_out, erased, lost = ledger["left_out"], erased_fields(ledger), lost_records(ledger)
    previous, last = FIRST_PREVIOUS, 0
    for record in ledger["records"]:
        number, expected = record["seq"], last + 1
        told = any(first <= expected and number <= through + 1 for first, through, _ in lost)
        if number < expected or (number > expected and not told):
            yield Said(
                "record {number} stands where record {expected} has to be", number=number, expected=expected
            )  # rule 17
        elif number == expected and record["previous"] != previous:
            yield Said("record {number} does not follow from the one before it", number=number)  # rule 17
        previous, last = record["digest"], number
        try:
            yield from record_faults(record)
            yield from blackened_faults(record, set(left_out.get(str(number), [])), erased.get(number, set()))
        except IMPOSSIBLE:
            yield Said("record {number} cannot be read", number=number)  # rule 16
    for name in sorted(set(left_out) - {str(record["seq"]) for record in ledger["records"]}):
        yield Said("record {name} is not here, and fields of it are said to be left out", name=name)  # rule 19
    begun = [record["body"].get("journal") for record in ledger["records"][:1]]
    if begun and canonical(begun[0]) != canonical(ledger.get("journal")):
        yield Said("the ledger is said to be of another journal than its first record begins")  # rule 15
    if (len(ledger["records"]), previous) != (ledger["count"], ledger["head"]):
        # rule 18
        yield Said(
            "the ledger does not end with the record that it says is its last: records are missing or were added"
        )


def record_faults(record: dict[str, Any]) -> Iterator[Said]:
    """Yield what is wrong with one record of the ledger taken alone (rule 16).

    The digest of a field is made of 16 random bytes, its name and its value. Of a blackened field only the digest is
    left. The digests of all fields make that of the body, and that one with number, time and link the record's own.
    """
    number, blackened = record["seq"], record.get("blackened", {})
    if set(record) - {"blackened"} != RECORD:
        yield Said("record {number}: it holds something that no record holds, or lacks something", number=number)
    if not all(DIGEST.fullmatch(digest) for digest in blackened.values()):
        raise ValueError("no digest")
    digests = dict(blackened)
    for name, value in record["body"].items():
        proper = SALT.fullmatch(record["salts"][name])
        if name in blackened or not proper:
            yield Said("record {number}: field {name} stands twice or has no proper salt", number=number, name=name)
        if not proper:
            raise ValueError("no salt")
        digests[name] = sha256(base64.b64decode(record["salts"][name]) + canonical([name, value]))
    if set(record["salts"]) != set(record["body"]):
        yield Said("record {number}: values and salts do not belong together", number=number)
    if sha256(canonical(digests)) != record["body_sha256"]:
        yield Said("record {number}: a field was changed, added or removed", number=number)
    header = {name: record[name] for name in ("seq", "recorded_at", "body_sha256", "previous")}
    if sha256(canonical(header)) != record["digest"]:
        yield Said("record {number}: number, time or link was changed", number=number)


def blackened_faults(record: dict[str, Any], left_out: set[str], erased: set[str]) -> Iterator[Said]:
    """Yield what is wrong with the blackened fields of a record: each is erased, or left out (rule 19)."""
    number, blackened = record["seq"], set(record.get("blackened", {}))
    for name in sorted(erased & set(record["body"])):
        yield Said("record {number}: field {name} is said to be erased, and it is not", number=number, name=name)
    of_report = str(record["body"].get("action")).startswith("report.")
    erased = erased - NEVER_ERASED - ({"receiver"} if of_report else set())
    for name in sorted(blackened & NEVER_BLACKENED):
        yield Said("record {number}: field {name} can never be blackened", number=number, name=name)
    for name in sorted(blackened - left_out - erased):
        yield Said("record {number}: field {name} is blackened, and nothing says why", number=number, name=name)
    for name in sorted(left_out - blackened):
        yield Said("record {number}: field {name} is said to be left out, and it is not", number=number, name=name)


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


def exhibit_faults(bundle: Bundle, ledger: dict[str, Any], exhibits: list[dict[str, Any]]) -> Iterator[Said]:
    """Yield what is wrong with the exhibits (rules 20 to 24)."""
    added = [record["body"] for record in saying(ledger, "exhibit.added") if "exhibit" in record["body"]]
    known = {body["exhibit"]: body for body in added}
    numbers = [one["exhibit"] for one in exhibits]
    for number in sorted(body["exhibit"] for body in added if "sha256" in body and body["exhibit"] not in numbers):
        yield Said("exhibit {number} is in the ledger, and exhibits.json does not list it", number=number)
    for number in sorted(number for number, times in Counter(numbers).items() if times > 1):
        yield Said("exhibit {number} stands twice in exhibits.json", number=number)
    for one in exhibits:
        yield from row_faults(bundle, one, known.get(one["exhibit"], {}))
    listed = Counter(one["file"] for one in exhibits if one["file"])
    for name in sorted(name for name, times in listed.items() if times > 1):
        yield Said("two exhibits share one file: {name}", name=name)
    for name in bundle.names:
        if name.startswith("data/exhibits/") and name not in listed:
            yield Said("exhibit that nobody listed: {name}", name=name)


def row_faults(bundle: Bundle, one: dict[str, Any], said: dict[str, Any]) -> Iterator[Said]:
    """Yield what is wrong with one row of exhibits.json, beside what the ledger says of it."""
    number, original, copy, name = one["exhibit"], one["sha256"], one["copy_sha256"], one["file"]
    if set(one) != EXHIBIT or not said:
        yield Said(
            "exhibit {number}: the ledger knows none of this number, or its row is of another layout", number=number
        )
    if said.get("sha256", original) != original or (name and not said.get("sha256")):
        yield Said("exhibit {number}: the ledger speaks of another file", number=number)
    kinds = (one["media_type"], said.get("media_type", one["media_type"]))
    if copy and not all(kind.startswith(MAY_BE_A_COPY) for kind in kinds):
        yield Said("exhibit {number} is said to be a copy, and is neither photo nor film", number=number)
    if bool(name) == bool(one["not_here"]) or (name and not name.startswith("data/exhibits/")):
        yield Said("exhibit {number}: its row does not say plainly whether its file is here", number=number)
    elif name and name not in bundle:
        yield Said("exhibit {number} is missing: {name}", number=number, name=name)
    elif name and bundle.digest(name) != (copy or original):
        yield Said("exhibit {number} is not the file that was handed over", number=number)


def check(path: Path) -> tuple[list[Said], list[Said]]:
    """Return what was checked, and every fault, as lines of text."""
    bundle = Bundle(path)
    faults = bundle.faults
    faults += manifest_faults(bundle, "manifest-sha256.txt")
    faults += manifest_faults(bundle, "tagmanifest-sha256.txt")
    ledger, exhibits = bundle.json("data/ledger.json"), bundle.json("data/exhibits.json")
    if not (is_ledger(ledger) and is_list_of_exhibits(exhibits)):
        raise ValueError(Said("the ledger or the list of exhibits is built in another way"))
    faults += bag_faults(bundle, ledger)
    faults += ledger_faults(ledger)
    faults += exhibit_faults(bundle, ledger, exhibits)
    return [*told_of_file(bundle), *told_of(bundle, ledger, exhibits)], faults


def told_of_file(bundle: Bundle) -> Iterator[Said]:
    """Yield what stands for the whole: the digest of the zip, where it is one."""
    if bundle.path.is_file():
        whole = hashlib.sha256()
        for piece in pieces_of(bundle.path):
            whole.update(piece)
        yield Said("Digest of the whole file (SHA-256): {digest}", digest=whole.hexdigest())
        yield Said("Compare it with one that was told to you another way: it alone stands for everything in the file.")


def told_of(bundle: Bundle, ledger: dict[str, Any], exhibits: list[dict[str, Any]]) -> Iterator[Said]:
    """Yield what was checked, what is gone, and the digest of the last record."""
    files = many(len(bundle.names), "{count} file", "{count} files")
    records = many(len(ledger["records"]), "{count} record", "{count} records")
    listed = many(len(exhibits), "{count} exhibit", "{count} exhibits")
    yield Said("Checked: {files}, {records}, {exhibits}.", files=files, records=records, exhibits=listed)
    if bundle.added:
        added = ", ".join(bundle.added)
        yield Said("Left aside, because computers add such files by themselves: {names}", names=added)
    for first, last, number in lost_records(ledger):
        lost = "Records {first} to {last} were lost in a damaged file, as record {number} says."
        yield Said(lost, first=first, last=last, number=number)
    gone = {(record["seq"], name) for record in ledger["records"] for name in record.get("blackened") or ()}
    erased = sum((number, name) in gone for number, names in erased_fields(ledger).items() for name in names)
    if erased:
        yield many(erased, "{count} field was erased on purpose.", "{count} fields were erased on purpose.")
    for record in saying(ledger, "exhibit.erased"):
        if "exhibit" in record["body"]:
            number = record["body"]["exhibit"]
            without = "The file of exhibit {number} was erased on purpose, as record {record} says."
            yield Said(without, number=number, record=record["seq"])
    yield many(
        sum(len(names) for names in ledger["left_out"].values()),
        "{count} field was left out for this reader; the ledger lists it.",
        "{count} fields were left out for this reader; the ledger lists them.",
    )
    yield many(
        sum(1 for one in exhibits if one["copy_sha256"]),
        "{count} exhibit is a copy without the place where it was made.",
        "{count} exhibits are copies without the place where they were made.",
    )
    groups = " ".join(re.findall("(?s).{1,4}", str(ledger["head"])))
    yield Said("Digest of the last record: {digest}", digest=groups)
    yield Said(
        "It stands for the records alone. Compare it with one that was told to you earlier, or that stands on paper."
    )


def many(count: int, one: str, more: str) -> Said:
    """Return the words for one of them, or those for another count."""
    return Said(one if count == 1 else more, count=count)


def told_fault(fault: Said) -> Said:
    """Return a fault as it is told."""
    return Said("DOES NOT AGREE: {fault}", fault=fault)


def verdict(faults: list[Said]) -> Said:
    """Return the last line."""
    return Said("Not everything agrees.") if faults else Said("Everything agrees.")


def reason(error: BaseException) -> Said:
    """Return why nothing could be checked; what Python says of it stays as it is."""
    if isinstance(error, FileNotFoundError):
        return Said("there is no file or folder {path}", path=str(error.filename))
    said = error.args[0] if error.args else None
    return said if isinstance(said, Said) else Said("{reason}", reason=str(error))


def shown(line: str) -> str:
    """Return a line without signs that act on a terminal."""
    return "".join(sign if sign.isprintable() or sign == NO_BREAK else "?" for sign in line)


def language_of(path: Path) -> str:
    """Return the language of the documents in a bundle, or that of the computer where none is told."""
    try:
        found = re.search("(?m)^Language: (nl|fr|en)$", Bundle(path).text("bag-info.txt"))
    except CANNOT_READ:
        found = None
    set_to = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return found[1] if found else next((one[:2] for one in set_to if one), "en")


def main(arguments: list[str]) -> int:
    """Check the bundle and say so; return 0 where everything agrees, 1 where not, 2 where no bundle was named."""
    helped = arguments in (["-h"], ["--help"])
    if helped or len(arguments) not in {1, 2} or arguments[1:] not in ([], *([one] for one in LANGUAGES)):
        print(__doc__)
        return 0 if helped else 2
    path = Path(arguments[0])
    language = arguments[1] if arguments[1:] else language_of(path)
    try:
        told, faults = check(path)
    except CANNOT_READ as error:
        said = Said("This cannot be checked as a bundle: {reason}", reason=reason(error))
        print(shown(said.told(language)))
        return 1
    for line in [*told, *map(told_fault, faults), verdict(faults)]:
        print(shown(line.told(language)))
    return 1 if faults else 0


def words_in(table: str) -> dict[tuple[str, str], str]:
    """Return, by language and English sentence, the sentences of the table; French has its spaces that do not break."""
    words = {}
    for english, *others in (block.split("\n") for block in table.strip().split("\n\n")):
        for other in others:
            words[other[:2], english] = re.sub(" (?=[:;])", NO_BREAK, other[3:])
    return words


TABLE = """\
symbolic link: {name}
nl symbolische koppeling: {name}
fr lien symbolique : {name}

neither file nor folder: {name}
nl bestand noch map: {name}
fr ni fichier ni répertoire : {name}

name that a zip must not hold: {name}
nl naam die niet in een zip mag staan: {name}
fr nom interdit dans un zip : {name}

two files of one name: {name}
nl twee bestanden met dezelfde naam: {name}
fr deux fichiers du même nom : {name}

file outside the bundle: {name}
nl bestand buiten de bundel: {name}
fr fichier hors de l’archive : {name}

damaged file: {name}
nl beschadigd bestand: {name}
fr fichier endommagé : {name}

packed in a way that is not known here: {name}
nl ingepakt op een manier die hier niet bekend is: {name}
fr compressé d’une façon inconnue ici : {name}

missing file: {name}
nl ontbrekend bestand: {name}
fr fichier manquant : {name}

changed file: {name}
nl gewijzigd bestand: {name}
fr fichier modifié : {name}

file that nobody listed: {name}
nl bestand dat in geen lijst staat: {name}
fr fichier qui n’est dans aucune liste : {name}

line {number} of {manifest} lists nothing
nl regel {number} van {manifest} noemt niets
fr la ligne {number} de {manifest} n’indique rien

listed twice in {manifest}: {name}
nl staat twee keer in {manifest}: {name}
fr figure deux fois dans {manifest} : {name}

bagit.txt is not that of BagIt 1.0
nl bagit.txt is niet die van BagIt 1.0
fr bagit.txt n’est pas celui de BagIt 1.0

bag-info.txt tells another digest of the last record
nl bag-info.txt noemt een andere hashwaarde van de laatste logregel
fr bag-info.txt indique une autre empreinte de la dernière inscription

the ledger is of another layout
nl het register is anders opgebouwd
fr le registre est construit autrement

the ledger is said to be of another journal than its first record begins
nl het register zou van een ander logboek zijn dan dat van de eerste logregel
fr le registre serait celui d’un autre journal que celui de sa première inscription

record {number} stands where record {expected} has to be
nl logregel {number} staat waar logregel {expected} moet staan
fr l’inscription {number} se trouve là où doit être l’inscription {expected}

record {number} does not follow from the one before it
nl logregel {number} sluit niet aan op de vorige
fr l’inscription {number} ne suit pas la précédente

record {number} cannot be read
nl logregel {number} is niet leesbaar
fr l’inscription {number} n’est pas lisible

record {name} is not here, and fields of it are said to be left out
nl logregel {name} is er niet, en er zouden velden van weggelaten zijn
fr l’inscription {name} n’est pas ici, et des champs en seraient omis

the ledger does not end with the record that it says is its last: records are missing or were added
nl het register eindigt niet met de logregel die de laatste zou zijn: er ontbreken logregels of er zijn er toegevoegd
fr le registre ne finit pas par l’inscription dite la dernière : des inscriptions manquent ou ont été ajoutées

record {number}: it holds something that no record holds, or lacks something
nl logregel {number}: er staat iets in wat in geen logregel hoort, of er ontbreekt iets
fr inscription {number} : elle contient un élément étranger à toute inscription, ou il y manque un élément

record {number}: field {name} stands twice or has no proper salt
nl logregel {number}: veld {name} staat er twee keer of heeft geen geldig salt
fr inscription {number} : le champ {name} y figure deux fois ou n’a pas de sel valable

record {number}: values and salts do not belong together
nl logregel {number}: waarden en salts horen niet bij elkaar
fr inscription {number} : les valeurs et les sels ne vont pas ensemble

record {number}: a field was changed, added or removed
nl logregel {number}: een veld is gewijzigd, toegevoegd of verwijderd
fr inscription {number} : un champ a été modifié, ajouté ou retiré

record {number}: number, time or link was changed
nl logregel {number}: nummer, tijdstip of verband is gewijzigd
fr inscription {number} : le numéro, l’heure ou le lien a été modifié

record {number}: field {name} is said to be erased, and it is not
nl logregel {number}: veld {name} zou gewist zijn, en is het niet
fr inscription {number} : le champ {name} serait effacé, et ne l’est pas

record {number}: field {name} can never be blackened
nl logregel {number}: veld {name} mag nooit onleesbaar gemaakt worden
fr inscription {number} : le champ {name} ne peut jamais être rendu illisible

record {number}: field {name} is blackened, and nothing says why
nl logregel {number}: veld {name} is onleesbaar gemaakt, en nergens staat waarom
fr inscription {number} : le champ {name} est rendu illisible, et rien ne dit pourquoi

record {number}: field {name} is said to be left out, and it is not
nl logregel {number}: veld {name} zou weggelaten zijn, en is het niet
fr inscription {number} : le champ {name} serait omis, et ne l’est pas

exhibit {number} is in the ledger, and exhibits.json does not list it
nl bewijsstuk {number} staat in het register, en niet in exhibits.json
fr la pièce {number} est dans le registre, et pas dans exhibits.json

exhibit {number} stands twice in exhibits.json
nl bewijsstuk {number} staat twee keer in exhibits.json
fr la pièce {number} figure deux fois dans exhibits.json

two exhibits share one file: {name}
nl twee bewijsstukken hebben hetzelfde bestand: {name}
fr deux pièces ont le même fichier : {name}

exhibit that nobody listed: {name}
nl bewijsstuk dat in geen lijst staat: {name}
fr pièce qui n’est dans aucune liste : {name}

exhibit {number}: the ledger knows none of this number, or its row is of another layout
nl bewijsstuk {number}: het register kent dit nummer niet, of de rij is anders opgebouwd
fr pièce {number} : le registre ne connaît pas ce numéro, ou sa ligne est construite autrement

exhibit {number}: the ledger speaks of another file
nl bewijsstuk {number}: het register spreekt van een ander bestand
fr pièce {number} : le registre parle d’un autre fichier

exhibit {number} is said to be a copy, and is neither photo nor film
nl bewijsstuk {number} zou een kopie zijn, en is foto noch film
fr la pièce {number} serait une copie, et n’est ni photo ni film

exhibit {number}: its row does not say plainly whether its file is here
nl bewijsstuk {number}: de rij zegt niet duidelijk of het bestand er is
fr pièce {number} : sa ligne ne dit pas clairement si son fichier est ici

exhibit {number} is missing: {name}
nl bewijsstuk {number} ontbreekt: {name}
fr la pièce {number} manque : {name}

exhibit {number} is not the file that was handed over
nl bewijsstuk {number} is niet het bestand dat is afgegeven
fr la pièce {number} n’est pas le fichier qui a été remis

there is no {name}
nl {name} is er niet
fr il n’y a pas de {name}

{name} is too long
nl {name} is te lang
fr {name} est trop long

{name} was written anew by something else
nl {name} is door iets anders opnieuw geschreven
fr {name} a été réécrit par autre chose

this is no file
nl dit is geen bestand
fr ceci n’est pas un fichier

this is no zip
nl dit is geen zip
fr ceci n’est pas un zip

nothing of a zip stands at its beginning
nl aan het begin staat niets van een zip
fr rien d’un zip ne se trouve à son début

it ends elsewhere
nl het eindigt ergens anders
fr il finit ailleurs

it does not lie where the list says
nl het staat niet waar de lijst zegt
fr il n’est pas là où la liste le dit

the ledger or the list of exhibits is built in another way
nl het register of de lijst van bewijsstukken is anders opgebouwd
fr le registre ou la liste des pièces est construit autrement

Digest of the whole file (SHA-256): {digest}
nl Hashwaarde van het hele bestand (SHA-256): {digest}
fr Empreinte numérique du fichier entier (SHA-256) : {digest}

Compare it with one that was told to you another way: it alone stands for everything in the file.
nl Vergelijk ze met een die u langs een andere weg kreeg: alleen deze geldt voor alles in het bestand.
fr Comparez-la à celle reçue par une autre voie : elle seule vaut pour tout ce que contient le fichier.

Checked: {files}, {records}, {exhibits}.
nl Gecontroleerd: {files}, {records}, {exhibits}.
fr Vérifié : {files}, {records}, {exhibits}.

{count} file
nl {count} bestand
fr {count} fichier

{count} files
nl {count} bestanden
fr {count} fichiers

{count} record
nl {count} logregel
fr {count} inscription

{count} records
nl {count} logregels
fr {count} inscriptions

{count} exhibit
nl {count} bewijsstuk
fr {count} pièce

{count} exhibits
nl {count} bewijsstukken
fr {count} pièces

Left aside, because computers add such files by themselves: {names}
nl Niet meegeteld, omdat computers zulke bestanden zelf toevoegen: {names}
fr Laissés de côté, car les ordinateurs ajoutent d’eux-mêmes de tels fichiers : {names}

Records {first} to {last} were lost in a damaged file, as record {number} says.
nl Logregels {first} tot en met {last} zijn verloren gegaan in een beschadigd bestand, zoals logregel {number} zegt.
fr Inscriptions {first} à {last} : perdues dans un fichier endommagé, comme le dit l’inscription {number}.

{count} field was erased on purpose.
nl {count} veld is met opzet gewist.
fr {count} champ a été effacé volontairement.

{count} fields were erased on purpose.
nl {count} velden zijn met opzet gewist.
fr {count} champs ont été effacés volontairement.

The file of exhibit {number} was erased on purpose, as record {record} says.
nl Het bestand van bewijsstuk {number} is met opzet gewist, zoals logregel {record} zegt.
fr Le fichier de la pièce {number} a été effacé volontairement, comme le dit l’inscription {record}.

{count} field was left out for this reader; the ledger lists it.
nl Voor deze lezer is {count} veld weggelaten; het register noemt het.
fr {count} champ a été omis pour ce lecteur ; le registre l’indique.

{count} fields were left out for this reader; the ledger lists them.
nl Voor deze lezer zijn {count} velden weggelaten; het register noemt ze.
fr Champs omis pour ce lecteur : {count} ; le registre les indique.

{count} exhibit is a copy without the place where it was made.
nl {count} bewijsstuk is een kopie zonder de plaats waar het gemaakt is.
fr {count} pièce est une copie sans le lieu où elle a été faite.

{count} exhibits are copies without the place where they were made.
nl {count} bewijsstukken zijn kopieën zonder de plaats waar ze gemaakt zijn.
fr Pièces qui sont des copies sans le lieu où elles ont été faites : {count}.

Digest of the last record: {digest}
nl Hashwaarde van de laatste logregel: {digest}
fr Empreinte numérique de la dernière inscription : {digest}

It stands for the records alone. Compare it with one that was told to you earlier, or that stands on paper.
nl Ze geldt alleen voor de logregels. Vergelijk ze met een die u eerder kreeg, of die op papier staat.
fr Elle ne vaut que pour les inscriptions. Comparez-la à celle reçue plus tôt, ou notée sur papier.

DOES NOT AGREE: {fault}
nl KLOPT NIET: {fault}
fr NE CONCORDE PAS : {fault}

Not everything agrees.
nl Niet alles klopt.
fr Tout ne concorde pas.

Everything agrees.
nl Alles klopt.
fr Tout concorde.

This cannot be checked as a bundle: {reason}
nl Dit kan niet als bundel gecontroleerd worden: {reason}
fr Ceci ne peut pas être vérifié comme archive : {reason}

there is no file or folder {path}
nl er is geen bestand of map {path}
fr il n’y a pas de fichier ni de répertoire {path}

it is packed in another way
nl het is anders ingepakt
fr il est compressé autrement

it is not as long as it says, or was changed
nl het is niet zo lang als het zegt, of het is gewijzigd
fr il n’a pas la longueur qu’il indique, ou a été modifié

{number} is no whole number
nl {number} is geen geheel getal
fr {number} n’est pas un nombre entier

this browser cannot look into a zip; please unpack it and choose the folder
nl deze browser kan niet in een zip kijken; pak hem uit en kies de map
fr ce navigateur ne peut pas lire un zip ; décompressez-le et choisissez le répertoire

Checking …
nl Er wordt gecontroleerd …
fr Vérification en cours …
"""
"""Each English sentence with its Dutch and its French; the table of verify.html too."""
WORDS = words_in(TABLE)

if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
