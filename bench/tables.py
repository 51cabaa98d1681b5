"""What a table of texts and one large text cost: words a second, memory over rows, a 10 MB text.

Processor time, not the clock: a busy machine waits, and waiting is no cost of ours. It still slows
a shared core, so that of several runs the fastest counts.

A million rows are measured with ``ALLEGATA_BENCH_ROWS=1000000 python -m bench run speed``, in half
an hour.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from allegata.app.pipeline import read_each
from allegata.export.read_contract import reading_to_json, to_line
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.runners.inputs import iter_inputs
from allegata.wiring import engines, read
from bench.figures import Figure
from bench.pace import pace, rate_at_pace

TABLES, ROWS_A_TABLE = 5, 300
MANY_ROWS = int(os.environ.get("ALLEGATA_BENCH_ROWS", "100000"))
EARLY = 5  # memory is compared with what it was after this part of the rows
LARGE = 10  # MB
_PAGE = os.sysconf("SC_PAGE_SIZE")


def words_a_second(folder: Path, shapes: tuple[str, ...]) -> list[Figure]:
    """Return the words that one core reads in a second from a table of short texts to JSON."""
    rates, paced = [], []
    for table in range(TABLES + 1):  # the first warms up
        texts = list(_rows(shapes, table * ROWS_A_TABLE, ROWS_A_TABLE))
        path = _table(folder / f"table{table}.jsonl", texts)
        started = time.process_time()
        for found in read_each(iter_inputs([str(path)]), engines(), strict=True):
            if not isinstance(found, Reading):
                raise TypeError(f"a row was not read: {found}")
            to_line(reading_to_json(found))
        rates.append(sum(len(text.split()) for text in texts) / (time.process_time() - started))
        paced.append(rate_at_pace(rates[-1], pace=pace()))
    return [
        Figure("table_words_a_second", round(max(rates[1:])), "words/s"),
        Figure("table_words_a_second_at_pace", round(max(paced[1:])), "words/s"),
    ]


def memory_over_rows(folder: Path) -> list[Figure]:
    """Return how much memory grows between the first part of many rows and the last of them."""
    shape = "On {day} March gunmen of band {number} killed {killed} people in Dar Salam {number}."
    path = _table(folder / "rows.jsonl", _rows((shape,), 0, MANY_ROWS))
    command = [sys.executable, "-m", "allegata", "read", str(path), "--format", "jsonl"]
    early = last = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for number, _ in enumerate(process.stdout, start=1):
            if number == MANY_ROWS // EARLY:
                early = _megabytes(process.pid)
            elif number == MANY_ROWS - 1:
                last = _megabytes(process.pid)
    if process.returncode != 0 or not early or not last:
        raise RuntimeError("not every row was read: the memory would mean nothing")
    return [
        Figure("table_megabytes", round(last, 1), "MB"),
        Figure("table_megabytes_growth", round(last - early, 1), "MB"),
    ]


def large_text(letter: Callable[[int], str]) -> Figure:
    """Return what a character costs in a text of 10 MB, over what it costs in one of 1 MB."""
    base = len(letter(100)) / 100
    one, ten = (letter(round(size * 1_000_000 / base)) for size in (1, LARGE))
    return Figure("large_text_ratio", round(cost(ten) / min(cost(one), cost(one)), 3), "ratio")


def cost(text: str) -> float:
    """Return the processor time that a character of a text costs."""
    content = text.encode()
    source = SourceFile(content_id(content), "text.txt", content, "text/plain", "utf-8")
    started = time.process_time()
    read(source)
    return (time.process_time() - started) / len(text)


def _rows(shapes: tuple[str, ...], first: int, many: int) -> Iterator[str]:
    """Yield short texts, no two alike."""
    for at in range(first, first + many):
        values = {"number": at, "day": 1 + at % 28, "killed": 3 + at % 40, "injured": 5 + at % 97}
        yield shapes[at % len(shapes)].format(**values).replace("\n", " ").strip()


def _table(path: Path, texts: Iterator[str] | list[str]) -> Path:
    with path.open("w", encoding="utf-8") as table:
        for at, text in enumerate(texts):
            table.write(json.dumps({"id": str(at), "text": text, "published": "2031-04-30"}) + "\n")
    return path


def _megabytes(process: int) -> float:
    """Return the memory that a process holds now."""
    pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * _PAGE / 1_000_000
