"""The set ``speed``: a cold start, a thousand letters, and whether cost is linear in length.

The texts are SPECIMEN letters made here in our own words; whole processes are measured from
outside, the linear series inside one process, as ratios of one run.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.wiring import read
from bench.figures import Figure

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
RUNS = 5


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
        return [*_cold_start(Path(folder)), *_thousand(Path(folder)), *_linear()]


def _cold_start(folder: Path) -> list[Figure]:
    path = folder / "letter.txt"
    path.write_text(letter(0), encoding="utf-8")
    seconds = [_timed(str(path))[0] for _ in range(RUNS)]
    return [Figure("cold_start_seconds", round(statistics.median(seconds), 3), "s")]


def _thousand(folder: Path) -> list[Figure]:
    letters = folder / "letters"
    letters.mkdir()
    for number in range(1000):
        (letters / f"{number:04d}.txt").write_text(letter(number), encoding="utf-8")
    seconds, output = _timed(str(letters), "--format", "jsonl")
    lines = [json.loads(line) for line in output.splitlines()]
    if len(lines) != 1000 or not all(line["claims"] for line in lines):
        raise RuntimeError("not every letter was read to claims: the time would mean nothing")
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        Figure("thousand_letters_seconds", round(seconds, 2), "s"),
        Figure("thousand_letters_megabytes", round(megabytes, 1), "MB"),
    ]


def _linear() -> list[Figure]:
    costs = {}
    for times in (1, 1, 10, 100):  # the first run warms up
        text = letter(0, paragraphs=20 * times)
        content = text.encode()
        source = SourceFile(content_id(content), "letter.txt", content, "text/plain", "utf-8")
        started = time.perf_counter()
        read(source)
        costs[times] = (time.perf_counter() - started) / len(text)
    return [
        Figure("microseconds_a_character", round(costs[1] * 1e6, 3), "µs"),
        Figure("linear_ratio_10", round(costs[10] / costs[1], 3), "ratio"),
        Figure("linear_ratio_100", round(costs[100] / costs[1], 3), "ratio"),
    ]


def _timed(*arguments: str) -> tuple[float, str]:
    command = [sys.executable, "-m", "allegata", "read", *arguments]
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - started, done.stdout
