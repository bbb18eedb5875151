"""Invented cases to hand over, and bundles taken apart and put together again."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from journal.domain.case.people import Person, Role
from journal.domain.case.report import Receiver, Report
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.text.words import Words
from journal.evidence.examining import examine
from journal.handover.bundle.bundle import NAME, write_bundle
from journal.handover.selection.choice import HandoverChoice
from journal.handover.selection.choosing import SelectionSource, choose
from tests.evidence.builders import PLACE, a_film, a_jpeg
from tests.store.journals import a_logbook, an_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from journal.handover.selection.selection import Selection
    from journal.logbook import Logbook

Files = dict[str, bytes]
"""A bundle as its files, by their names below its one folder."""


def a_case(folder: Path) -> Logbook:
    """Three entries, one of them amended; a photo that says where it was taken, a film, a note and a thing."""
    logbook = a_logbook(folder / "journal.json")
    stalker = logbook.case.add(Person(number=0, name="An Invented", role=Role.STALKER)).subject
    for account in ("It rang.", "Stood at the gate.", "It rang again."):
        logbook.record(an_entry(account, person=stalker, private_note="Was afraid."))
    logbook.amend(2, an_entry("Stood at the gate for an hour.", person=stalker), "Remembered more.")
    (folder / "gate.jpg").write_bytes(a_jpeg(place=PLACE))
    (folder / "film.mp4").write_bytes(a_film())
    (folder / "note.txt").write_text("An invented note")
    files = [examine(folder / name) for name in ("gate.jpg", "film.mp4", "note.txt")]
    logbook.exhibits.attach(files, Target(entry=2))
    logbook.exhibits.add(Exhibit(number=0, title="A letter"), Target(entry=1))
    logbook.case.add(Movement(number=0, exhibit=4, holder=Custodian.POLICE, place="Invented station", receipt="7"))
    logbook.case.add(Report(number=0, receiver=Receiver.POLICE, reference="AN.1", entries=(2,), handed_over=(4,)))
    return logbook


def chosen_of(logbook: Logbook, choice: HandoverChoice | None = None) -> Selection:
    """What a choice takes of a journal as it stands; without one, what the police get by default."""
    choice = choice or HandoverChoice()
    words = Words(choice.language)
    return choose(
        SelectionSource(logbook._ledger.records, logbook.state, words, logbook.now(), logbook.exhibits.read), choice
    )


def bundle_of(chosen: Selection, documents: Mapping[str, bytes] | None = None) -> bytes:
    """A bundle as a zip."""
    out = io.BytesIO()
    write_bundle(chosen, documents or {}, out)
    return out.getvalue()


def taken_apart(bundle: bytes) -> Files:
    """The files of a bundle."""
    with zipfile.ZipFile(io.BytesIO(bundle)) as whole:
        return {name.removeprefix(f"{NAME}/"): whole.read(name) for name in whole.namelist()}


def put_together(files: Files, folder: str = f"{NAME}/") -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, data in files.items():
            whole.writestr(folder + name, data)
    return out.getvalue()


def unpacked(files: Files, folder: Path) -> Path:
    """These files in a folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def listed_anew(files: Files) -> Files:
    """The same files under new manifests, as somebody makes them who changes a bundle and knows how it is built."""
    payload = {name: data for name, data in files.items() if name.startswith("data/")}
    with_payload = files | {"manifest-sha256.txt": _manifest(payload)}
    own = "tagmanifest-sha256.txt"
    tags = {name: data for name, data in with_payload.items() if not name.startswith("data/") and name != own}
    return with_payload | {own: _manifest(tags)}


def changed_json(files: Files, name: str, change: Callable[[Any], object]) -> Files:
    """The files with a JSON file changed in place, listed anew."""
    value = json.loads(files[name])
    change(value)
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return listed_anew(files | {name: plain})


def _manifest(files: Files) -> bytes:
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return "".join(lines).encode()
