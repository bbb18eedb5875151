"""Glossary for the person, what the program cannot do, and how the log is checked, as marked messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

MEANINGS, TO_KEEP, CANNOT, CHECKED = N_("Words"), N_("What to keep"), N_("Program limits"), N_("Check the log")
"""Titles of what is told: the glossary, the checklists of the kinds, the limits, how the log is checked."""

GLOSSARY: Mapping[str, str] = {
    N_("entry"): N_("What happened at one moment, with a number. It may stand for several acts."),
    N_("act"): N_("One thing that the suspect did. Acts are counted, never scored."),
    N_("kind"): N_("What sort of thing an entry is about. Each kind has its own questions and its own checklist."),
    N_("own step"): N_("Something that you did yourself. It counts as no act."),
    N_("suspect"): N_("Who you think does it, known or not. The program calls nobody guilty."),
    N_("evidence checklist"): N_("What to keep for an entry, item by item, with ticks."),
    N_("exhibit"): N_("A numbered piece of evidence: a file, a picture or a thing."),
    N_("custody"): N_("Where an original and its copies are, and who had them."),
    N_("record of the log"): N_(
        "One numbered line of the log. It never changes; every change is a new record below it."
    ),
    N_("digest"): N_("Signs made from a file or a record (SHA-256). Change one letter, and they are others."),
    N_("head digest"): N_("The digest of the last record. It stands for all records before it."),
    N_("amend"): N_("Write a new version of an entry. The earlier one stays readable."),
    N_("cross out"): N_("Take an entry out of the counts. It stays readable, with the reason."),
    N_("erase"): N_("Remove words or a file for good. The log says that something was removed."),
    N_("draft"): N_("What you typed and did not record yet. It waits for you."),
    N_("report"): N_("What you told the police or another office, with its number."),
    N_("order"): N_("A contact ban or another condition that a judge or the police set."),
    N_("dossier"): N_("The document that you hand over."),
    N_("bundle"): N_("A zip file with the dossier, the evidence, and programs that check both."),
    N_("redacted"): N_("Left out of what you share, with a sign that something was left out."),
    N_("recovery code"): N_("A code on paper that opens the journal when the passphrase is lost."),
}
"""Term and meaning, in the order in which they are met."""

LIMITS = (
    N_("It cannot hide that this program and this file exist on the computer."),
    N_(
        "It cannot protect you from a program that spies on this computer, or from somebody who sees the "
        "screen. A device that the suspect never had is safer."
    ),
    N_("It cannot open the journal when the passphrase and the recovery code are both lost."),
    N_("It makes no backups by itself. Nobody else has a copy unless you give one."),
    N_(
        "It cannot prove when something happened. It can show since when it stands in the log, if somebody "
        "else keeps a digest."
    ),
    N_("It cannot say whether the police or a judge will accept it. They decide."),
    N_(
        "It does not judge how dangerous a situation is. If you are afraid, call for help: F8, or n in "
        "plain mode, shows whom."
    ),
    N_("It calls nobody, sends nothing and blocks nobody. It never uses the network."),
    N_("It cannot take back what you handed over."),
    N_("What is erased may still be in earlier backups, in what you handed over, and on the disk."),
)
"""What the program cannot do."""

CHECKING = (
    N_(
        "In the full screen, v compares every record and every file with its digest and says the result in "
        "one sentence."
    ),
    N_("On the command line, journal verify does the same; with the name of a file also for a copy or a bundle."),
    N_(
        "Give the head digest to somebody who is not involved, for example a lawyer. With it, everybody can "
        "see later that nothing before it was changed. The list of all commands shows it."
    ),
    N_("In a bundle, verify.py and verify.html check everything without this program, and a page says how."),
    N_("A check shows that the log is as it was recorded. It does not show that what it says is true."),
)
"""How the log is checked."""
