"""The journal's file and TinyDB: stock TinyDB opens the file, and the storage keeps what TinyDB promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import Raw
from tinydb import Query, TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from journal.domain.base.task import Task
from journal.store.age.protection import Key
from journal.store.file.identity import Identity
from journal.store.file.layout import TABLES
from journal.store.ledger.checkpoint import JournalFileChanged
from journal.store.ledger.reencryption import reencrypt
from journal.store.ledger.storage import JournalStorage
from journal.store.ledger.table import GrowingTable, JournalDB
from tests.store.journals import a_journal, a_logbook, files_in, tables
from tests.store.protected import TYPED, in_no_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


KEY = Key()


def stock_table(path: Path) -> TinyDB:
    """Stock TinyDB with its own table class on the journal's storage."""
    return TinyDB(path, storage=JournalStorage)


def growing_table(path: Path) -> TinyDB:
    """TinyDB with the journal's table class on the journal's storage."""
    return JournalDB(JournalStorage(str(path)))


def protected_table(path: Path) -> TinyDB:
    """Stock TinyDB with its own table class on a storage of which the file is protected."""
    if not path.exists():
        storage = JournalStorage(path)
        storage.begin(Raw(msgspec.json.encode(Identity())))
        reencrypt(storage.committer, KEY, in_no_time(KEY, TYPED, "an invented code"), Task())
        storage.close()
    return TinyDB(path, storage=JournalStorage, key=KEY)


both = pytest.mark.parametrize("opened", [stock_table, growing_table, protected_table])


def test_stock_tinydb_opens_a_journal_and_sees_its_tables(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=3)

    with TinyDB(path) as database:
        records = database.table("records")
        found = records.search(where("body")["action"] == "entry.recorded")

        assert database.tables() == set(TABLES)
        assert len(records) == 4
        assert [row["body"]["account"] for row in found] == [f"It rang {number} times." for number in (1, 2, 3)]
        assert [row.doc_id for row in found] == [2, 3, 4]
        assert database.table("lock").get(doc_id=1) == {"program": "Journal", "format": 1}


def test_what_stock_tinydb_writes_into_a_journal_is_kept_and_named(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=3)
    with TinyDB(path) as database:
        database.insert({"a": "stranger"})

    logbook = a_logbook(path, entries=1)

    assert not logbook.read_only
    assert [fault.kind.value for fault in logbook.verify().faults] == ["table"]
    logbook.close()
    assert tables(path)["_default"] == {"1": {"a": "stranger"}}


@both
def test_documents_are_inserted_found_and_kept(tmp_path: Path, opened: Callable[[Path], TinyDB]) -> None:
    database = opened(tmp_path / "db.json")

    numbers = [database.insert({"name": name, "n": n}) for n, name in enumerate("abc")]
    more = database.insert_multiple([{"name": "d"}, Document({"name": "e"}, doc_id=9)])

    assert (numbers, more) == ([1, 2, 3], [4, 9])
    assert database.insert({"name": "f"}) == 5
    assert [row["name"] for row in database] == list("abcdef")
    assert database.get(doc_id=9) == {"name": "e"}
    assert database.contains(Query().name == "f")
    assert database.count(Query().n >= 1) == 2
    assert [row["name"] for row in opened(tmp_path / "db.json")] == list("abcdef")


@both
def test_documents_are_updated_and_removed(tmp_path: Path, opened: Callable[[Path], TinyDB]) -> None:
    database = opened(tmp_path / "db.json")
    database.insert_multiple({"n": n} for n in range(5))

    database.update({"even": True}, where("n").one_of([0, 2, 4]))
    database.update(lambda row: row.update(n=row["n"] * 10), doc_ids=[1, 2])
    removed = database.remove(where("n") == 3)
    upserted = database.upsert({"n": 4, "old": True}, where("n") == 4)
    new = database.upsert({"n": 77}, where("n") == 77)

    assert (removed, upserted, new) == ([4], [5], [6])
    expected: list[dict[str, Any]] = [
        {"n": 0, "even": True},
        {"n": 10},
        {"n": 2, "even": True},
        {"n": 4, "even": True, "old": True},
        {"n": 77},
    ]
    assert database.all() == expected
    assert opened(tmp_path / "db.json").all() == expected


@both
def test_several_tables_stay_apart(tmp_path: Path, opened: Callable[[Path], TinyDB]) -> None:
    database = opened(tmp_path / "db.json")

    database.table("one").insert({"n": 1})
    database.table("two").insert({"n": 2})
    database.table("one").insert({"n": 3})

    assert [row["n"] for row in database.table("one")] == [1, 3]
    assert database.tables() == {*TABLES, "one", "two"}
    database.drop_table("one")
    assert opened(tmp_path / "db.json").tables() == {*TABLES, "two"}
    database.table("two").truncate()
    assert len(database.table("two")) == 0
    database.drop_tables()
    assert opened(tmp_path / "db.json").tables() == set(TABLES)


@both
def test_an_answer_of_a_query_is_not_kept_beyond_the_next_insert(
    tmp_path: Path, opened: Callable[[Path], TinyDB]
) -> None:
    database = opened(tmp_path / "db.json")
    database.insert({"n": 1})
    assert database.count(where("n") > 0) == 1

    database.insert({"n": 2})

    assert database.count(where("n") > 0) == 2


@both
@pytest.mark.parametrize("document", ["text", 5, None, [1]])
def test_what_is_no_document_is_refused_as_stock_tinydb_does(
    tmp_path: Path, opened: Callable[[Path], TinyDB], document: Any
) -> None:
    database = opened(tmp_path / "db.json")

    with pytest.raises(ValueError, match="apping"):
        database.insert(document)

    assert len(database) == 0


@both
def test_a_number_that_is_taken_is_refused(tmp_path: Path, opened: Callable[[Path], TinyDB]) -> None:
    database = opened(tmp_path / "db.json")
    database.insert({"n": 1})

    with pytest.raises(ValueError, match="already"):
        database.insert(Document({"n": 2}, doc_id=1))

    assert database.all() == [{"n": 1}]
    assert database.insert({"n": 3}) == 2


@both
def test_nothing_is_written_over_what_another_instance_wrote(tmp_path: Path, opened: Callable[[Path], TinyDB]) -> None:
    first, second = opened(tmp_path / "db.json"), opened(tmp_path / "db.json")
    first.insert({"by": "first"})
    assert second.all() == [{"by": "first"}]
    first.insert({"by": "first again"})

    with pytest.raises(JournalFileChanged):
        second.insert({"by": "second"})

    assert len(opened(tmp_path / "db.json")) == 2
    assert files_in(tmp_path) == ["db.json"]


def test_stock_tinydb_reads_what_the_storage_wrote(tmp_path: Path) -> None:
    growing_table(tmp_path / "db.json").insert({"text": "é \N{GRINNING FACE} \u2028 \n", "n": [1, None, True, 0.5]})

    with TinyDB(tmp_path / "db.json", encoding="utf-8") as database:
        assert database.all() == [{"text": "é \N{GRINNING FACE} \u2028 \n", "n": [1, None, True, 0.5]}]


def test_encoded_rows_are_appended_as_they_are_together_with_another_table(tmp_path: Path) -> None:
    table = JournalDB(JournalStorage(tmp_path / "db.json")).growing("records")
    table.insert({"n": 1})

    table.append({"7": Raw(b'{"n":  7}'), "8": Raw(b'{"n":8}')}, {"1": Raw(b'{"about":"head"}')})

    assert [row.doc_id for row in table] == [1, 7, 8]
    assert table.insert({"n": 2}) == 9
    table.storage.close()
    assert b'"7":{"n":  7},' in (tmp_path / "db.json").read_bytes()
    assert tables(tmp_path / "db.json")["desk"]["1"] == {"about": "head"}
    assert files_in(tmp_path) == ["db.json"]


DOCUMENTS = st.dictionaries(st.text(max_size=3), st.none() | st.booleans() | st.integers(-9, 9) | st.text(), max_size=3)
STEPS = st.one_of(
    st.tuples(st.just("insert"), DOCUMENTS),
    st.tuples(st.just("insert_multiple"), st.lists(DOCUMENTS, max_size=3)),
    st.tuples(st.just("update"), DOCUMENTS, st.just(None), st.lists(st.integers(1, 9), max_size=3, unique=True)),
    st.tuples(st.just("remove"), st.just(None), st.lists(st.integers(1, 9), max_size=3, unique=True)),
    st.tuples(st.just("truncate")),
    st.tuples(st.just("all")),
)


@both
@example(steps=[("records", ("insert_multiple", [{}, {}])), ("records", ("remove", None, [1]))])
@given(steps=st.lists(st.tuples(st.sampled_from(["_default", "records", "x"]), STEPS), max_size=12))
def test_any_row_of_steps_gives_what_stock_tinydb_gives(
    tmp_path_factory: pytest.TempPathFactory, opened: Callable[[Path], TinyDB], steps: list[tuple[str, tuple[Any, ...]]]
) -> None:
    path = tmp_path_factory.mktemp("steps") / "db.json"
    database, model = opened(path), TinyDB(storage=MemoryStorage)

    for table, (step, *arguments) in steps:
        ours = getattr(database.table(table), step)(*arguments)
        assert ours == getattr(model.table(table), step)(*arguments)

    again = opened(path)
    for name in model.tables():
        kept, there = ({row.doc_id: row for row in one.table(name)} for one in (again, model))
        if opened is protected_table and name == "records":
            # A sealed line holds no key of its own: that is the number of the record, which these rows do not have.
            assert [*kept.values()] == [*there.values()]
        else:
            assert kept == there


def test_a_growing_table_needs_the_journals_storage(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "db.json") as database, pytest.raises(TypeError, match="JournalStorage"):
        GrowingTable(database.storage, "records").insert({"n": 1})
