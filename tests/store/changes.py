"""What somebody with an editor can do to the records of a file, one change at a time.

Each change gets the records as plain rows and the number of one of them, does its work in place, and returns the
numbers of which at least one has to be named.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from journal.domain.ledger.record import Record, blacken, seal
from tests.store.journals import NOW

Rows = dict[str, dict[str, Any]]
Change = Callable[[Rows, int], set[int]]


def change_a_value(rows: Rows, number: int) -> set[int]:
    rows[str(number)]["body"]["action"] += "!"
    return {number}


def change_the_sort_of_a_value(rows: Rows, number: int) -> set[int]:
    rows[str(number)]["body"]["offset"] = [rows[str(number)]["body"]["offset"]]
    return {number}


def add_a_field(rows: Rows, number: int) -> set[int]:
    rows[str(number)]["body"]["place"] = "elsewhere"
    return {number}


def add_a_field_with_a_salt(rows: Rows, number: int) -> set[int]:
    rows[str(number)]["salts"]["place"] = rows[str(number)]["salts"]["action"]
    return add_a_field(rows, number)


def change_a_salt(rows: Rows, number: int) -> set[int]:
    salts = rows[str(number)]["salts"]
    salts["action"] = ("A" if salts["action"][0] != "A" else "B") + salts["action"][1:]
    return {number}


def write_a_salt_in_another_way(rows: Rows, number: int) -> set[int]:
    salts = rows[str(number)]["salts"]
    salts["action"] = salts["action"][:21] + chr(ord(salts["action"][21]) + 1) + "=="
    return {number}


def drop_a_value(rows: Rows, number: int) -> set[int]:
    del rows[str(number)]["body"]["offset"]
    return {number}


def drop_a_field_and_its_salt(rows: Rows, number: int) -> set[int]:
    del rows[str(number)]["salts"]["offset"]
    return drop_a_value(rows, number)


def rename_a_field(rows: Rows, number: int) -> set[int]:
    for part in ("body", "salts"):
        rows[str(number)][part]["other"] = rows[str(number)][part].pop("offset")
    return {number}


def exchange_two_values(rows: Rows, number: int) -> set[int]:
    body = rows[str(number)]["body"]
    body["action"], body["offset"] = body["offset"], body["action"]
    return {number}


def blacken_a_field(rows: Rows, number: int) -> set[int]:
    record = msgspec.json.decode(msgspec.json.encode(rows[str(number)]), type=Record)
    rows[str(number)] = msgspec.json.decode(msgspec.json.encode(blacken(record, frozenset({"offset"}))))
    return {number}


def change_when_it_was_recorded(rows: Rows, number: int) -> set[int]:
    rows[str(number)]["recorded_at"] = "2026-11-20T08:00:00Z"
    return {number}


def spoil_when_it_was_recorded(rows: Rows, number: int) -> set[int]:
    rows[str(number)]["recorded_at"] = "a week before"
    return {number}


def change_the_number(rows: Rows, number: int) -> set[int]:
    rows[str(number)]["seq"] = 5000
    return {number, 5000}


def change_the_key(rows: Rows, number: int) -> set[int]:
    rows["5000"] = rows.pop(str(number))
    return {number, 5000}


def change_a_digest(part: str) -> Change:
    def change(rows: Rows, number: int) -> set[int]:
        digest = rows[str(number)][part]
        rows[str(number)][part] = ("0" if digest[0] != "0" else "1") + digest[1:]
        return {number}

    change.__name__ = f"change_{part}"
    return change


def write_a_digest_in_capitals(rows: Rows, number: int) -> set[int]:
    rows[str(number)]["digest"] = "A" + rows[str(number)]["digest"].upper()[1:]
    return {number}


def add_to_the_header(rows: Rows, number: int) -> set[int]:
    rows[str(number)]["seen"] = True
    return {number}


def drop_from_the_header(rows: Rows, number: int) -> set[int]:
    del rows[str(number)]["salts"]
    return {number}


def put_something_else_there(rows: Rows, number: int) -> set[int]:
    rows[str(number)] = {"account": "It rang."}
    return {number}


def remove(rows: Rows, number: int) -> set[int]:
    del rows[str(number)]
    return {number}


def cut_off_from(rows: Rows, number: int) -> set[int]:
    for later in range(number, len(rows) + 1):
        del rows[str(later)]
    return {number}


def remove_and_close_the_gap(rows: Rows, number: int) -> set[int]:
    for later in range(number, len(rows)):
        rows[str(later)] = {**rows[str(later + 1)], "seq": later}
    rows.popitem()
    return {number, len(rows) + 1}


def exchange_with_the_first(rows: Rows, number: int) -> set[int]:
    rows["1"], rows[str(number)] = rows[str(number)], rows["1"]
    return {1, number}


def move_to_the_end(rows: Rows, number: int) -> set[int]:
    rows[str(number)] = rows.pop(str(number))
    return {number}


def _sealed(number: int, previous: str) -> dict[str, Any]:
    act = {"action": "entry.recorded", "entry": 900, "account": "It never rang."}
    record = seal(number, act, recorded_at=NOW, previous=previous, salts=lambda: bytes(16))
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return plain


def write_anew_with_its_own_digests_right(rows: Rows, number: int) -> set[int]:
    rows[str(number)] = _sealed(number, rows[str(number)]["previous"])
    return {number}


def add_at_the_end(rows: Rows, number: int) -> set[int]:
    last = len(rows) + 1
    rows[str(last)] = _sealed(last, rows[str(last - 1)]["digest"])
    return {last}


def insert(rows: Rows, number: int) -> set[int]:
    rows["5000"] = _sealed(number, rows[str(number)]["previous"])
    return {number}


CHANGES: tuple[Change, ...] = (
    change_a_value,
    change_the_sort_of_a_value,
    add_a_field,
    add_a_field_with_a_salt,
    change_a_salt,
    write_a_salt_in_another_way,
    drop_a_value,
    drop_a_field_and_its_salt,
    rename_a_field,
    exchange_two_values,
    blacken_a_field,
    change_when_it_was_recorded,
    spoil_when_it_was_recorded,
    change_the_number,
    change_the_key,
    change_a_digest("digest"),
    change_a_digest("previous"),
    change_a_digest("body_sha256"),
    write_a_digest_in_capitals,
    add_to_the_header,
    drop_from_the_header,
    put_something_else_there,
    remove,
    cut_off_from,
    remove_and_close_the_gap,
    exchange_with_the_first,
    move_to_the_end,
    write_anew_with_its_own_digests_right,
    add_at_the_end,
    insert,
)
