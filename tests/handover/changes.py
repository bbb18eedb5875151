"""What can be done to a bundle, and the words in which each is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.handover.cases import changed_json, listed_anew

if TYPE_CHECKING:
    from tests.handover.cases import Files

LEDGER, EXHIBITS = "data/ledger.json", "data/exhibits.json"
PHOTO, NOTE = "data/exhibits/0001-gate.jpg", "data/exhibits/0003-note.txt"


def record(ledger: dict[str, Any], action: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in ledger["records"] if one["body"].get("action") == action)
    return found


def one_byte_changed(files: Files) -> Files:
    return files | {NOTE: b"an" + files[NOTE][2:]}


def one_byte_changed_and_listed_anew(files: Files) -> Files:
    return listed_anew(one_byte_changed(files))


def a_field_swapped(files: Files) -> Files:
    def swap(ledger: dict[str, Any]) -> None:
        one, other = ledger["records"][3], ledger["records"][4]
        one["body"], other["body"] = other["body"], one["body"]

    return changed_json(files, LEDGER, swap)


def a_value_changed(files: Files) -> Files:
    return changed_json(files, LEDGER, lambda it: record(it, "entry.recorded")["body"].update(account="Nothing."))


def a_time_changed(files: Files) -> Files:
    return changed_json(files, LEDGER, lambda it: it["records"][4].update(recorded_at="2020-01-01T00:00:00Z"))


def an_exhibit_missing(files: Files) -> Files:
    return {name: data for name, data in files.items() if name != NOTE}


def an_exhibit_missing_and_listed_anew(files: Files) -> Files:
    return listed_anew(an_exhibit_missing(files))


def an_exhibit_taken_out_everywhere(files: Files) -> Files:
    return changed_json(an_exhibit_missing(files), EXHIBITS, lambda listed: listed.pop(2))


def another_photo_put_in(files: Files) -> Files:
    return listed_anew(files | {PHOTO: b"another photo"})


def the_last_records_cut(files: Files) -> Files:
    def cut(ledger: dict[str, Any]) -> None:
        del ledger["records"][-2:]

    return changed_json(files, LEDGER, cut)


def a_record_taken_out(files: Files) -> Files:
    return changed_json(files, LEDGER, lambda ledger: ledger["records"].pop(4))


def a_field_blackened_but_unlisted(files: Files) -> Files:
    return changed_json(files, LEDGER, lambda ledger: ledger["left_out"].pop("3"))


def an_unlisted_file(files: Files) -> Files:
    return files | {"data/exhibits/0009-more.txt": b"more"}


def an_unlisted_page(files: Files) -> Files:
    return files | {"more.txt": b"more"}


def the_program_changed(files: Files) -> Files:
    return files | {"verify.py": files["verify.py"] + b"#"}


def an_exhibit_listed_that_nobody_logged(files: Files) -> Files:
    more = {"exhibit": 9, "file": NOTE, "sha256": "0" * 64, "copy_sha256": "", "not_here": "", "size": 1}
    return changed_json(files, EXHIBITS, lambda listed: listed.append(more | {"media_type": ""}))


def a_file_among_the_exhibits_that_is_none(files: Files) -> Files:
    return listed_anew(an_unlisted_file(files))


CHANGES = [
    (one_byte_changed, [f"changed file: {NOTE}", "exhibit 3 is not the file that was handed over"]),
    (one_byte_changed_and_listed_anew, ["exhibit 3 is not the file that was handed over"]),
    (an_exhibit_missing, [f"missing file: {NOTE}", f"exhibit 3 is missing: {NOTE}"]),
    (an_exhibit_missing_and_listed_anew, [f"exhibit 3 is missing: {NOTE}"]),
    (an_exhibit_taken_out_everywhere, ["exhibit 3 is in the ledger, and exhibits.json does not list it"]),
    (another_photo_put_in, ["exhibit 1 is not the file that was handed over"]),
    (a_value_changed, ["record 3: a field was changed, added or removed"]),
    (
        a_field_swapped,
        ["record 4: a field was changed, added or removed", "record 5: a field was changed, added or removed"],
    ),
    (a_time_changed, ["record 5: number, time or link was changed"]),
    (
        the_last_records_cut,
        [
            "record 11 is not here, and fields of it are said to be left out",
            "the ledger does not end with the record that it says is its last: records are missing or were added",
        ],
    ),
    (
        a_record_taken_out,
        [
            "record 6 stands where record 5 has to be",
            "record 5 is not here, and fields of it are said to be left out",
            "the ledger does not end with the record that it says is its last: records are missing or were added",
        ],
    ),
    (a_field_blackened_but_unlisted, ["record 3: field private_note is blackened, and nothing says why"]),
    (
        an_unlisted_file,
        [
            "file that nobody listed: data/exhibits/0009-more.txt",
            "exhibit that nobody listed: data/exhibits/0009-more.txt",
        ],
    ),
    (an_unlisted_page, ["file that nobody listed: more.txt"]),
    (the_program_changed, ["changed file: verify.py"]),
    (
        an_exhibit_listed_that_nobody_logged,
        [
            "exhibit 9: the ledger knows none of this number, or its row is of another layout",
            "exhibit 9: the ledger speaks of another file",
            "exhibit 9 is not the file that was handed over",
            f"two exhibits share one file: {NOTE}",
        ],
    ),
    (a_file_among_the_exhibits_that_is_none, ["exhibit that nobody listed: data/exhibits/0009-more.txt"]),
]
"""Each change, with every fault that is found."""
