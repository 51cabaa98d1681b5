"""The set ``gazetteer``: what the embedded gazetteer weighs, and how soon it answers.

A fresh process is asked each time, as ``allegata`` is: nothing is warm but the disk.
"""

import json
import subprocess
import sys
from importlib import resources

from bench.figures import Figure
from bench.pace import pace, seconds_at_pace

RUNS = 7
# Opens and asks in a process of its own, and prints seconds and megabytes.
_ASK = """
import json, time
from allegata.gazetteers import embedded
from bench.memory import peak_megabytes
started = time.process_time()
gazetteer = embedded.open_embedded()
opened = time.process_time()
found = gazetteer.find("Raqqa", country="SY")
asked = time.process_time()
every = sum(1 for _ in gazetteer.entries())
print(json.dumps([opened - started, asked - opened, peak_megabytes(), len(found), every]))
"""


def measure() -> list[Figure]:
    """Return the figures of the set."""
    runs = [_run() for _ in range(RUNS)]
    if not all(found for *_, found, _ in runs):
        raise RuntimeError("the gazetteer did not answer: the time would mean nothing")
    opened, first, megabytes = (min(run[at] for run in runs) for at in range(3))
    content = resources.files("allegata.gazetteers").joinpath("data", "embedded.gaz")
    return [
        Figure("megabytes_on_disk", round(len(content.read_bytes()) / 1e6, 2), "MB"),
        Figure("entries", runs[0][4], "entries"),
        Figure("open_milliseconds", round(1000 * opened, 2), "ms"),
        Figure(
            "open_milliseconds_at_pace",
            round(1000 * seconds_at_pace(opened, pace=pace()), 2),
            "ms",
        ),
        Figure("first_find_milliseconds", round(1000 * first, 1), "ms"),
        Figure("megabytes_of_memory", round(megabytes, 1), "MB"),
    ]


def _run() -> list[float]:
    done = subprocess.run([sys.executable, "-c", _ASK], capture_output=True, check=True)
    told: list[float] = json.loads(done.stdout)
    return told
