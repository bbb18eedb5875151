"""Help lines: emergencies first, every fact dated and sourced, and nothing claimed that was not found."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from journal.domain.case import help_lines, steps
from journal.domain.case.help_lines import HELP_LINES, for_country
from journal.domain.case.help_lines.line import ON_BILL, SURETY, HelpLine, OnBill, Surety

SURE = [
    ("BE", "101", "be_police"),
    ("BE", "112", "eu_emergency"),
    ("BE", "1712", "be_1712"),
    ("BE", "0800 30 030", "be_ecoute_violences_conjugales"),
    ("BE", "0800 98 100", "be_sos_viol"),
    ("BE", "102", "be_awel"),
    ("BE", "02 223 09 09", "be_telecom_ombudsman"),
    ("NL", "112", "eu_emergency"),
    ("NL", "0900-8844", "nl_police"),
    ("NL", "0800-2000", "nl_veilig_thuis"),
    ("NL", "0800-0188", "nl_centrum_seksueel_geweld"),
    ("NL", "0900-0101", "nl_slachtofferhulp"),
    ("NL", "113", "nl_113"),
]

CHECK_FIRST = {
    "be_caw",
    "be_tele_onthaal",
    "be_tele_accueil",
    "be_suicide_prevention_nl",
    "be_suicide_prevention_fr",
    "nl_juridisch_loket",
    "nl_meld_misdaad_anoniem",
}


def of_line(line: HelpLine) -> str:
    return line.id


@pytest.mark.parametrize(("country", "number", "line_id"), SURE)
def test_a_number_that_was_found_at_its_source_is_listed_as_sure(country: str, number: str, line_id: str) -> None:
    (line,) = [one for one in for_country(country) if number in one.numbers]

    assert line.id == line_id
    assert line.surety is Surety.SURE


def test_exactly_the_lines_that_were_not_confirmed_are_to_be_checked_first() -> None:
    assert {line.id for line in HELP_LINES if line.surety is Surety.CHECK_FIRST} == CHECK_FIRST


@pytest.mark.parametrize(
    ("country", "emergencies"), [("BE", ["101", "112"]), ("NL", ["112"]), ("EU", ["112"]), ("", ["112"])]
)
def test_emergency_numbers_come_first_and_112_is_there_everywhere(country: str, emergencies: list[str]) -> None:
    lines = for_country(country)

    assert [number for line in lines[: len(emergencies)] for number in line.numbers] == emergencies
    assert not any(line.emergency for line in lines[len(emergencies) :])


def test_a_country_shows_its_own_lines_and_no_others() -> None:
    assert {line.country for line in for_country("BE")} == {"BE", "EU"}
    assert {line.country for line in for_country("NL")} == {"NL", "EU"}
    assert {line.country for line in for_country("ZZ")} == {"EU"}
    assert {*for_country("BE"), *for_country("NL")} == set(HELP_LINES)


@pytest.mark.parametrize("line", HELP_LINES, ids=of_line)
def test_every_line_has_a_day_and_says_what_it_is_for_and_all_but_the_urgent_police_name_a_page(line: HelpLine) -> None:
    assert re.fullmatch(r"[a-z0-9_]+", line.id)
    assert date.fromisoformat(f"{line.checked_on}-01") >= date(2026, 11, 1)
    assert re.fullmatch(r"https?://[^\s]+", line.source) or line.id == "be_police"
    assert line.name
    assert line.purpose
    assert len(line.purpose) <= 80
    assert set(line.languages) <= {"nl", "fr"}


@pytest.mark.parametrize("line", HELP_LINES, ids=of_line)
def test_a_number_is_written_in_figures_and_only_a_service_at_the_police_has_none(line: HelpLine) -> None:
    assert all(re.fullmatch(r"[0-9][0-9 -]{1,13}[0-9]", number) for number in line.numbers)
    assert bool(line.numbers) is (line.id != "be_police_victim_assistance")


def test_no_line_and_no_number_of_a_country_stands_twice() -> None:
    ids = [line.id for line in HELP_LINES]
    assert len(set(ids)) == len(ids)
    for country in ("BE", "NL"):
        numbers = [re.sub(r"\D", "", number) for line in for_country(country) for number in line.numbers]

        assert len(set(numbers)) == len(numbers)


def test_the_line_for_children_is_not_given_as_the_one_for_violence_at_home() -> None:
    assert not [line for line in HELP_LINES if any("0432" in number for number in line.numbers)]


def test_only_the_line_that_is_known_not_to_stand_on_the_bill_is_said_so() -> None:
    assert {line.id for line in HELP_LINES if line.on_bill is OnBill.NOT_SHOWN} == {"be_1712"}
    assert set(ON_BILL) == set(OnBill)
    assert all("list of calls" in note for note in ON_BILL.values())


def test_every_surety_is_said_in_words() -> None:
    assert set(SURETY) == set(Surety)
    assert SURETY[Surety.SURE].format(month="November 2026") == "checked November 2026; may have changed"


def test_every_word_about_help_lines_reaches_the_translators_and_none_is_marked_in_vain() -> None:
    folder = Path(help_lines.__file__).parent
    marked = {message for _, _, message, _, _ in extract_from_dir(folder, keywords={"N_": None})}

    shown = {line.purpose for line in HELP_LINES} | {line.hours for line in HELP_LINES if line.hours}

    assert marked == shown | set(ON_BILL.values()) | set(SURETY.values())


def test_no_text_tells_to_call_the_other_side_or_raises_its_voice() -> None:
    texts = {line.purpose for line in HELP_LINES} | {line.hours for line in HELP_LINES}

    assert not [text for text in texts if re.search(r"stalker|offender|!", text, re.IGNORECASE)]


def test_steps_that_point_to_help_find_some_in_every_country() -> None:
    assert [step for step in steps.STEPS if step.help_lines]
    assert all(len(for_country(country)) > 5 for country in ("BE", "NL"))
