"""Pages as a scanner sees them: typed words on paper, slightly crooked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.demo import cast
from journal.demo.drawing import About, as_scan, sheet, wrapped, write
from journal.demo.milestones import NO_LETTER

if TYPE_CHECKING:
    from journal.demo.drawing import Maker

WIDTH, HEIGHT = 620, 877
_LEFT, _TOP, _STEP, _SIZE = 70, 90, 30, 20


def page(about: About, head: str, *paragraphs: str) -> bytes:
    """Draw a page with a head, the day, and paragraphs."""
    image, draw = sheet(WIDTH, HEIGHT, (247, 246, 242))
    write(draw, (_LEFT, _TOP), head, 24)
    write(draw, (_LEFT, _TOP + 40), f"{about.when:%d.%m.%Y}", 18, (90, 90, 90))
    down = _TOP + 90
    for paragraph in paragraphs:
        for line in wrapped(paragraph, WIDTH - 2 * _LEFT, _SIZE):
            write(draw, (_LEFT, down), line, _SIZE)
            down += _STEP
        down += _STEP // 2
    return as_scan(image)


def _paper(head: str, *paragraphs: str) -> Maker:
    return lambda about: page(about, head, *paragraphs)


NO = _paper("To Max Madeup, Elsewhere Lane 0", NO_LETTER, "Registered letter RR 000 000 000 XX")
POSTING = _paper("Post office Nullville", "Registered letter", "RR 000 000 000 XX", "1 item, paid")
POLICE_REPORT = _paper(
    "Police, Nowhere district",
    f"Report {cast.REPORT}",
    "The person reporting states that since September 2025 she is called, followed and written to by a former partner.",
    "Prosecution is asked for. Handed over: printed list, 12 pages; USB stick with 9 recordings.",
    "Officer Sample",
)
RECEIPT = _paper("Police, Nowhere district", "Receipt no. 000", f"belongs to {cast.REPORT}", "1 tag, serial XX000000")
CERTIFICATE = _paper("Dr Sample", "Examined on this day: bruise of 4 x 3 cm, left upper arm.", "Painful, no fracture.")
ESTIMATE = _paper("Garage Nergens", "Linkerkant herspuiten: twee deuren, spatbord", "Totaal, met btw: 900,00")
PIET = _paper(
    "Piet Fictief",
    "Ik zat aan het raam. Om 17u40 kwam zij buiten. Een man in een grijze mantel stapte achter haar aan, op een "
    "twintigtal meter, tot aan de bus. Hij stapte mee op.",
    "Ik heb dit zelf gezien en zelf geschreven.",
)
BAN = _paper(
    "Court of Nowhere",
    "Order no. 000 of 7 July 2026",
    "Max Madeup may not come into Nowhere Street, nor within 200 metres of number 1, nor make contact in any way.",
    "It holds until 6 July 2027.",
)
BILL = _paper("Serrurerie Sesame", "1 serrure, 3 clés, 1 lampe", "Total : 240,00")
