"""Public samples of WhatsApp chats: every dated line is found, and read as their own target says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from journal.intake.model.day_order import DayOrder
from journal.intake.model.found import Found
from tests.intake.exports import SAMPLES, found_in, items_of, with_samples

if TYPE_CHECKING:
    from pathlib import Path


def target(name: str) -> list[tuple[str, str, str]]:
    expected = json.loads((SAMPLES / "whatsapp" / name).read_text("utf-8"))
    return sorted((one["timestamp"][:16], one["author"], " ".join(one["message"].split())) for one in expected)


@with_samples
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("whatsapp/chat-miner_*.txt")), ids=lambda path: path.stem)
def test_public_samples_of_five_orders_are_read_as_their_target_says(path: Path) -> None:
    found = [one for one in found_in(path) if one.name and one.text and one.text != "."]

    assert sorted((one.when.local[:16], one.name, " ".join(one.text.split())) for one in found) == target(
        "chat-miner_target.json"
    )


@with_samples
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("minvws_nl_android", 78),
        ("minvws_nl_iphone_chat", 75),
        ("wa-reader_whatsapp_chat_en", 30),
        ("whatsr_germanios24h", 50),
        ("whatsr_germanandroid24h", 50),
        ("whatsr_englishios24h", 50),
        ("whatsr_englishandroidampm", 50),
        ("whatstk_pokemon", 20),
    ],
)
def test_every_dated_line_of_a_public_sample_is_found(name: str, count: int) -> None:
    order = DayOrder.DAY_FIRST if name.startswith("minvws") else None

    items = items_of(SAMPLES / "whatsapp" / f"{name}.txt", order)

    assert len([one for one in items if isinstance(one, Found)]) == len(items) == count
