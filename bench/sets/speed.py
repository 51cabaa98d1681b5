"""The set ``speed``: a cold start, letters, pages of PDF, and whether cost is linear in length.

The texts are SPECIMEN letters made here in our own words; whole processes are measured from
outside, the linear series inside one process, by processor time. Of the cold starts the fastest
counts: what another process took is no part of it.
"""

import itertools
import json
import resource
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

from reportlab.pdfgen import canvas

from bench.figures import Figure
from bench.pace import pace, seconds_at_pace
from bench.resolving import mentions_a_second
from bench.tables import cost, large_text, memory_over_rows, words_a_second

LETTER = """SPECIMEN. An invented letter.

Letter dated {day} March 2031 from the Permanent Representative of Chad to the United Nations \
addressed to the President of the Security Council

On instructions from my Government, I wish to report the following:

{body}

I should be grateful if you would have the present letter issued as a document of the Security \
Council.

(Signed) Nescio Nomen
Ambassador
"""
PARAGRAPH = """On {day} March 2031, gunmen of the armed group attacked the village of Dar Salam \
{number}, killing {killed} civilians, including two children, and wounding at least {injured} \
others. Three houses and a school were destroyed. According to the Ministry of Health, one of the \
wounded later died. The Security Council must condemn these acts, which amount to war crimes.
"""
# What most pages of a report say: no incident, but numbers, dates and references.
PROSE = """The present report is submitted pursuant to paragraph {number} of resolution \
9{number:03d} (2031), by which the Council asked to be told every 60 days of progress in the valley.
The Mission maintained {killed} observation posts and carried out some {injured}0 patrols a week \
along the line of separation, which both sides have respected since {day} January 2031.
Schools in the district reopened on {day} February 2031 after repairs that cost $2.4 million. \
Attendance has returned to 80 per cent of that of the year before, according to the Ministry.
The parties met at Dorval on {day} April 2031 (see S/2031/{injured}0, annex) and agreed to go on \
with the exchange of letters, maps and lists; no date was set for a further round of talks.
""".splitlines()
PDF_FILES, PDF_PAGES = 50, 20
LINES_A_PAGE, LINE_WIDTH = 46, 92
RUNS = 12


def letter(number: int, paragraphs: int = 4) -> str:
    """Return one invented letter with that many paragraphs of incidents."""
    body = "\n".join(
        PARAGRAPH.format(
            day=1 + (number + index) % 28,
            number=index,
            killed=3 + index % 40,
            injured=5 + index % 9,
        )
        for index in range(paragraphs)
    )
    return LETTER.format(day=1 + number % 28, body=body)


def measure() -> list[Figure]:
    """Return the figures of the set."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            Figure("pace", round(pace(), 3), "of the first computer's"),
            *_cold_start(Path(folder)),
            *_thousand(Path(folder)),
            *_pages(Path(folder)),
            *words_a_second(Path(folder), (PARAGRAPH, *PROSE)),
            *memory_over_rows(Path(folder)),
            *_linear(),
            *mentions_a_second(),
            large_text(lambda paragraphs: letter(0, paragraphs)),
        ]


def _cold_start(folder: Path) -> list[Figure]:
    path = folder / "letter.txt"
    path.write_text(letter(0), encoding="utf-8")
    seconds, spent = [], []
    for _ in range(RUNS):
        before = _processor_seconds()
        seconds.append(_timed(str(path))[0])
        spent.append(_processor_seconds() - before)
    return [
        *_seconds("cold_start", min(seconds)),
        *_seconds("cold_start_processor", min(spent)),
    ]


def _thousand(folder: Path) -> list[Figure]:
    letters = folder / "letters"
    letters.mkdir()
    for number in range(1000):
        (letters / f"{number:04d}.txt").write_text(letter(number), encoding="utf-8")
    before, peak = _processor_seconds(), folder / "peak"
    seconds, output = _timed(str(letters), "--format", "jsonl", peak=peak)
    spent = _processor_seconds() - before
    lines = [json.loads(line) for line in output.splitlines()]
    if len(lines) != 1000 or not all(line["claims"] for line in lines):
        raise RuntimeError("not every letter was read to claims: the time would mean nothing")
    megabytes = float(peak.read_text(encoding="ascii"))
    return [
        *_seconds("thousand_letters", seconds),
        *_seconds("thousand_letters_processor", spent),
        Figure("thousand_letters_megabytes", round(megabytes, 1), "MB"),
    ]


def _pages(folder: Path) -> list[Figure]:
    reports = folder / "reports"
    reports.mkdir()
    for number in range(PDF_FILES):
        draw_report(reports / f"{number:02d}.pdf", number, PDF_PAGES)
    seconds, output = _timed(str(reports), "--format", "jsonl")
    lines = [json.loads(line) for line in output.splitlines()]
    if [line["document"]["pages"] for line in lines] != [PDF_PAGES] * PDF_FILES:
        raise RuntimeError("not every page was read: the time would mean nothing")
    if not all(line["claims"] for line in lines):
        raise RuntimeError("not every report was read to claims: the time would mean nothing")
    pages = PDF_FILES * PDF_PAGES
    return [
        *_seconds("thousand_pages", seconds * 1000 / pages),
        Figure("pages_a_second", round(pages / seconds, 1), "pages/s"),
    ]


def draw_report(path: Path, number: int, pages: int) -> None:
    """Write a SPECIMEN report as a PDF: a running head, prose with some incidents, a foot."""
    lines = _report_lines(number)
    page = canvas.Canvas(str(path), pagesize=(612, 792), invariant=1)
    for at in range(1, pages + 1):
        page.setFont("Times-Roman", 10.5)
        page.drawString(60, 752, f"SPECIMEN S/2031/{number + 100}")
        for row, line in enumerate(itertools.islice(lines, LINES_A_PAGE)):
            page.drawString(72, 720 - 14 * row, line)
        page.drawString(60, 40, f"31-{number:05d}")
        page.drawRightString(550, 40, f"{at}/{pages}")
        page.showPage()
    page.save()


def _report_lines(number: int) -> Iterator[str]:
    """Yield lines without end: four paragraphs of prose, and then one with an incident."""
    for index in itertools.count():
        values = {
            "number": index + 1,
            "day": 1 + (number + index) % 28,
            "killed": 3 + index % 40,
            "injured": 5 + index % 9,
        }
        shape = PARAGRAPH if index % 5 == 4 else PROSE[index % 5]
        yield from textwrap.wrap(f"{index + 1}. {shape.format(**values)}", LINE_WIDTH)
        yield ""


def _linear() -> list[Figure]:
    costs = {}
    for times, runs in ((1, 9), (10, 3), (100, 1)):
        text = letter(0, paragraphs=20 * times)
        costs[times] = min(cost(text) for _ in range(runs))
    return [
        Figure("microseconds_a_character", round(costs[1] * 1e6, 3), "µs"),
        Figure("linear_ratio_10", round(costs[10] / costs[1], 3), "ratio"),
        Figure("linear_ratio_100", round(costs[100] / costs[1], 3), "ratio"),
    ]


def _seconds(name: str, seconds: float) -> list[Figure]:
    """Return a time as measured, and as it would have been at the first computer's pace."""
    at_pace = seconds_at_pace(seconds, pace=pace())
    return [
        Figure(f"{name}_seconds", round(seconds, 3), "s"),
        Figure(f"{name}_seconds_at_pace", round(at_pace, 3), "s"),
    ]


def _processor_seconds() -> float:
    """Return the processor time of all processes started so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _timed(*arguments: str, peak: Path | None = None) -> tuple[float, str]:
    """Return seconds and output of reading; ``peak`` is a file for the megabytes."""
    noting = ["-m", "bench.memory", str(peak), "allegata"] if peak else ["-m", "allegata"]
    command = [sys.executable, *noting, "read", *arguments]
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - started, done.stdout
