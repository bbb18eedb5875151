"""Forged bundles, each made by breaking one rule of rules.txt in files that agree otherwise; all of it is invented."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.ledger.record import Record, blacken, seal
from tests.handover.cases import changed_json, listed_anew, put_together
from tests.handover.changes import CHANGES, EXHIBITS, LEDGER, NOTE, PHOTO, record

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.handover.cases import Files

BAG_INFO, MANIFEST = "bag-info.txt", "manifest-sha256.txt"
_LATER = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


def of_ledger(change: Callable[[dict[str, Any]], object]) -> Callable[[Files], Files]:
    return lambda files: changed_json(files, LEDGER, change)


def of_exhibits(change: Callable[[list[dict[str, Any]]], object]) -> Callable[[Files], Files]:
    return lambda files: changed_json(files, EXHIBITS, change)


def text_changed(name: str, old: str, new: str) -> Callable[[Files], Files]:
    return lambda files: listed_anew(files | {name: files[name].replace(old.encode(), new.encode())})


def manifest_changed(change: Callable[[bytes], bytes]) -> Callable[[Files], Files]:
    def changed(files: Files) -> Files:
        listed = files | {MANIFEST: change(files[MANIFEST])}
        return _tags_anew(listed)

    return changed


def _tags_anew(files: Files) -> Files:
    own = "tagmanifest-sha256.txt"
    tags = {name: data for name, data in files.items() if not name.startswith("data/") and name != own}
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(tags.items()))
    return files | {own: "".join(lines).encode()}


def with_record(act: dict[str, Any], black: tuple[int, str]) -> Callable[[Files], Files]:
    """Blacken a field and append a record that is said to excuse it, the head and the bag made to fit."""

    def change(files: Files) -> Files:
        ledger = json.loads(files[LEDGER])
        last = ledger["records"][-1]
        more = seal(last["seq"] + 1, act, recorded_at=_LATER, previous=last["digest"], salts=lambda: bytes(16))
        seq, name = black
        one = msgspec.convert(ledger["records"][seq - 1] | _raw(ledger["records"][seq - 1]), Record)
        ledger["records"][seq - 1] = json.loads(msgspec.json.encode(blacken(one, frozenset({name}))))
        return _appended(files, ledger, json.loads(msgspec.json.encode(more)))

    return change


def without_fields(files: Files) -> Files:
    """Append a record of no field that has a salt for a field without a name."""
    ledger = json.loads(files[LEDGER])
    last = ledger["records"][-1]
    more = seal(last["seq"] + 1, {}, recorded_at=_LATER, previous=last["digest"], salts=lambda: bytes(16))
    return _appended(files, ledger, json.loads(msgspec.json.encode(more)) | {"salts": {"": "a"}})


def _appended(files: Files, ledger: dict[str, Any], more: dict[str, Any]) -> Files:
    last = ledger["records"][-1]
    ledger["records"].append(more)
    ledger |= {"count": more["seq"], "head": more["digest"]}
    plain = json.dumps(ledger, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    info = files[BAG_INFO].replace(last["digest"].encode(), more["digest"].encode())
    return listed_anew(files | {LEDGER: plain, BAG_INFO: info})


def _raw(plain: dict[str, Any]) -> dict[str, Any]:
    return {name: msgspec.Raw(msgspec.json.encode(plain[name])) for name in ("body", "salts")}


def _salt(change: Callable[[str], str]) -> Callable[[dict[str, Any]], object]:
    def changed(ledger: dict[str, Any]) -> None:
        salts = record(ledger, "entry.recorded")["salts"]
        salts["account"] = change(salts["account"])

    return changed


def _deep(ledger: dict[str, Any]) -> None:
    value: list[Any] = []
    for _ in range(60):
        value = [value]
    ledger["records"][2]["body"]["account"] = value


def nested(files: Files) -> Files:
    """A sound bundle lies within a forged one."""
    inner = {f"inner/{name}": data for name, data in files.items()}
    return listed_anew(files | {NOTE: b"forged"}) | inner


def swapped_as_a_copy(files: Files) -> Files:
    digest = hashlib.sha256(b"forged").hexdigest()
    return changed_json(files | {NOTE: b"forged"}, EXHIBITS, lambda rows: rows[2].update(copy_sha256=digest))


def planted(files: Files) -> Files:
    name = "data/exhibits/0077-planted.jpg"
    row = {"exhibit": 77, "file": name, "sha256": "", "copy_sha256": hashlib.sha256(b"forged").hexdigest()}
    row |= {"not_here": "", "size": 6, "media_type": "image/jpeg"}
    return changed_json(files | {name: b"forged"}, EXHIBITS, lambda rows: rows.append(row))


def a_second_row(files: Files) -> Files:
    return changed_json(files, EXHIBITS, lambda rows: rows.append(dict(rows[2])))


SINGLE: dict[str, Callable[[Files], Files]] = {
    **{change.__name__: change for change, _named in CHANGES},
    "nested": nested,
    "swapped as a copy": swapped_as_a_copy,
    "planted": planted,
    "a second row": a_second_row,
    "blank line": manifest_changed(lambda data: b"\n" + data),
    "listed twice, the false line first": manifest_changed(
        lambda data: b"0" * 64 + data.split(b"\n")[0][64:] + b"\n" + data
    ),
    "another bag": text_changed("bagit.txt", "1.0", "9.0"),
    "another head beside": text_changed(BAG_INFO, "External-Identifier: ", "External-Identifier: 0"),
    "a float": of_exhibits(lambda rows: rows[0].update(size=16.0)),
    "a large number": of_exhibits(lambda rows: rows[0].update(size=2**53)),
    "layers": of_ledger(_deep),
    "half a sign": lambda files: listed_anew(files | {LEDGER: files[LEDGER].replace(b"It rang.", b"\\ud800")}),
    "layout true": of_ledger(lambda ledger: ledger.update(format=True)),
    "of no journal": of_ledger(lambda ledger: ledger.pop("journal")),
    "without a digest of the body": of_ledger(lambda ledger: ledger["records"][3].pop("body_sha256")),
    "a type that is no text": of_ledger(lambda ledger: record(ledger, "exhibit.added")["body"].update(media_type=1)),
    "blackened a number": of_ledger(lambda ledger: ledger["records"][3].update(blackened=5)),
    "a salt for no name": without_fields,
    "listed behind a byte order mark": manifest_changed(lambda data: b"0" * 64 + b"  \xef\xbb\xbfx\n" + data),
    "listed behind a sign of separation": manifest_changed(lambda data: b"0" * 64 + b"  \xc2\x85x\n" + data),
    "layout 2": of_ledger(lambda ledger: ledger.update(format=2)),
    "another journal": of_ledger(lambda ledger: ledger.update(journal="f" * 32)),
    "a member more": of_ledger(lambda ledger: ledger.update(note="more")),
    "a word in a record": of_ledger(lambda ledger: ledger["records"][3].update(note="more")),
    "another link": of_ledger(lambda ledger: ledger["records"][3].update(previous="0" * 64)),
    "blackened nothing": of_ledger(lambda ledger: ledger["records"][3].update(blackened=None)),
    "a true number": of_ledger(lambda ledger: ledger["records"][0].update(seq=True)),
    "a digest that is none": of_ledger(lambda ledger: ledger["records"][3].update(blackened={"place": "zz"})),
    "a salt without its end": of_ledger(_salt(lambda salt: salt.rstrip("="))),
    "a salt with other last bits": of_ledger(_salt(lambda salt: f"{salt[:21]}B==")),
    "a salt with a blank": of_ledger(_salt(lambda salt: f" {salt}")),
    "a salt of nothing": of_ledger(lambda ledger: ledger["records"][3]["salts"].update(place=f"{'A' * 22}==")),
    "left out and there": of_ledger(lambda ledger: ledger["left_out"].update({"4": ["account"]})),
    "left out of nothing": of_ledger(lambda ledger: ledger["left_out"].update({"99": ["account"]})),
    "a list that is none": of_ledger(lambda ledger: ledger.update(left_out=[])),
    "a row with a word more": of_exhibits(lambda rows: rows[0].update(note="more")),
    "a row that says both": of_exhibits(lambda rows: rows[2].update(not_here="stays")),
    "a file of nobody": of_exhibits(lambda rows: rows[2].update(exhibit=99)),
    "excused by an unknown act": with_record({"action": "zzz.unknown", "erases": [[4, "account"]]}, (4, "account")),
    "a second head beside": text_changed(
        BAG_INFO, "External-Identifier: ", "External-Identifier: 0\nExternal-Identifier: "
    ),
    "an id erased": with_record({"action": "field.erased", "erases": [[4, "kind"]]}, (4, "kind")),
    "erased, and still there": with_record(
        {"action": "field.erased", "erases": [[4, "account"], [5, "account"]]}, (4, "account")
    ),
    "the action blackened": with_record({"action": "field.erased", "erases": [[4, "action"]]}, (4, "action")),
    "beyond the first plane": of_ledger(
        lambda ledger: ledger["records"][3]["body"].update({"\U0001f600": 1, "\uffff": 1})
    ),
}
"""By what was done: one change of the files that somebody makes who knows how a bundle is built."""

HARMLESS: dict[str, Callable[[Files], Files]] = {
    "as it was": lambda files: files,
    "CR LF": manifest_changed(lambda data: data.replace(b"\n", b"\r\n")),
    "CR": manifest_changed(lambda data: data.replace(b"\n", b"\r")),
    "files of a computer": lambda files: (
        files | dict.fromkeys((".DS_Store", "data/Thumbs.db", "data/exhibits/desktop.ini", "data/._ledger.json"), b"x")
    ),
    "erased, and a record says so": with_record({"action": "field.erased", "erases": [[4, "account"]]}, (4, "account")),
}
"""What changes nothing that was handed over."""


def members_changed(files: Files, change: Callable[[zipfile.ZipInfo], object], name: str = NOTE) -> bytes:
    """A zip of these files in which one member is another sort of member."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for one, data in files.items():
            info = zipfile.ZipInfo(f"bundle/{one}")
            info.compress_type = zipfile.ZIP_DEFLATED
            if one == name:
                change(info)
            whole.writestr(info, data)
    return out.getvalue()


def _link(info: zipfile.ZipInfo) -> None:
    info.create_system, info.external_attr = 3, 0o120777 << 16


def _pipe(info: zipfile.ZipInfo) -> None:
    info.create_system, info.external_attr = 3, 0o010644 << 16


def _other_packing(info: zipfile.ZipInfo) -> None:
    info.compress_type = zipfile.ZIP_BZIP2


def _bytes_changed(files: Files, name: str = PHOTO) -> bytes:
    """A zip in which a packed byte of one file was changed, without anything else."""
    data = bytearray(put_together(files))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as whole:
        member = whole.getinfo(f"bundle/{name}")
    at = member.header_offset + 30 + len(member.orig_filename) + member.compress_size // 2
    data[at] ^= 0x40
    return bytes(data)


def _local_name_changed(files: Files) -> bytes:
    data = put_together(files)
    at = data.index(b"bundle/" + NOTE.encode())
    return data[:at] + b"bundle/" + NOTE.replace("note", "nota").encode() + data[at + len("bundle/" + NOTE) :]


def hidden_behind(name: str) -> Callable[[Files], bytes]:
    """A zip in which a file that no list names lies behind one whose content does not count."""

    def forged(files: Files) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
            for one, data in files.items():
                whole.writestr(f"bundle/{one}", data)
            whole.writestr(name, b"")
            whole.writestr(f"bundle/{NOTE}x", b"forged")
            whole.filelist.pop()
        return out.getvalue()

    return forged


def _far_away(files: Files) -> bytes:
    """A zip whose end names a list that lies beyond what a file can hold."""
    data = put_together(files)
    end = data.rindex(b"PK\5\6")
    return data[:end] + b"PK\6\7" + bytes(4) + b"\xff" * 8 + bytes(4) + data[end:]


PACKED: dict[str, Callable[[Files], bytes]] = {
    "hidden behind a folder": hidden_behind("bundle/data/"),
    "hidden behind a file of a computer": hidden_behind("bundle/.DS_Store"),
    "hidden behind a file of a computer beside the folder": hidden_behind("__MACOSX/._bundle"),
    "a folder that holds words": lambda files: put_together(files | {"data/": b"forged"}),
    "its list far away": _far_away,
    "a link": lambda files: members_changed(files, _link),
    "a pipe": lambda files: members_changed(files, _pipe),
    "a link for the ledger": lambda files: members_changed(files, _link, LEDGER),
    "another packing": lambda files: members_changed(files, _other_packing),
    "a byte changed": _bytes_changed,
    "a byte of the ledger changed": lambda files: _bytes_changed(files, LEDGER),
    "another name before it": _local_name_changed,
    "bytes before it": lambda files: b"MZ" + put_together(files),
    "cut": lambda files: put_together(files)[:-200],
    "beside the folder": lambda files: put_together({f"bundle/{k}": v for k, v in files.items()} | {"evil": b"x"}, ""),
    "what a Mac adds beside the folder": lambda files: put_together(
        {f"bundle/{k}": v for k, v in files.items()} | {"__MACOSX/bundle/._x": b"x"}, ""
    ),
    "no letters": lambda files: put_together(files | {"data/caf\u00e9.txt": b"x"}),
}
"""By what was done: one change of the zip itself."""
