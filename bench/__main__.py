"""The bench's commands.

    python -m bench run [SET…]                             measure, print, hold the floors
    python -m bench run undocs --only text                 a part of a set; no floors are held
    python -m bench gate [SET…] [--part read|check]        public sets, with intervals
    python -m bench predict SET --data DIR --out P.jsonl   predictions for the scorer

Exit code 1 where a floor does not hold, 2 for wrong use. A set whose data are not at hand is
skipped; with ``CI=true`` it fails.
"""

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from allegata.gazetteers.installed import VARIABLE
from bench import errors, gate
from bench.figures import Figure, better, broken, floors_of, save
from bench.files import DataMissingError, write_predictions
from bench.linkage import judged
from bench.muc4 import page
from bench.parts import PARTS
from bench.places import page as places_page
from bench.sets import (
    calibration,
    examples,
    gazetteer,
    invented,
    linking_scale,
    meltt,
    noise,
    search,
    speed,
    spellings,
    toponyms,
    undocs,
    voices,
)

MEASURED: dict[str, Callable[[], list[Figure]]] = {
    "calibration": calibration.measure,
    "examples": examples.measure,
    "gazetteer": gazetteer.measure,
    "invented": invented.measure,
    "judged": lambda: list(judged.measure()),
    "rule": meltt.measure,
    "noise": noise.measure,
    "search": search.measure,
    "linking_scale": linking_scale.measure,
    "speed": speed.measure,
    "spellings": spellings.measure,
    "undocs": undocs.measure,
    "voices": voices.measure,
    **{name: partial(gate.measured, name) for name in gate.NAMES},
}
IN_PARTS: dict[str, Callable[[str], list[Figure]]] = {"undocs": undocs.measure}
TIMED, TRIES = frozenset({"gazetteer", "search", "linking_scale", "speed"}), 3
OUT = Path(__file__).with_name("out")


def main(arguments: list[str]) -> int:
    """Run one command."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="measure sets and hold their floors")
    run.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(MEASURED)}")
    run.add_argument("--only", choices=(undocs.TEXT, undocs.SCANS), help="a part of the set")
    public = commands.add_parser("gate", help="score public sets, with intervals")
    public.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(gate.NAMES)}")
    public.add_argument("--part", choices=(*PARTS, "dev", "tune", "rest"), default="check")
    predict = commands.add_parser("predict", help="write predictions for the scorer")
    predict.add_argument("set", choices=sorted(gate.NAMES))
    predict.add_argument("--data", type=Path, required=True, help="the set's folder")
    predict.add_argument("--out", type=Path, required=True, help="a JSON Lines file")
    predict.add_argument("--mode", choices=toponyms.MODES, help="places told, or found in the text")
    predict.add_argument("--gazetteers", type=Path, help="a folder of sources of countries")
    given = parser.parse_args(arguments)
    os.environ[VARIABLE] = os.devnull  # what this computer has installed is not measured
    if given.command == "predict":
        predictions = gate.predictions_of(
            given.set, given.data, mode=given.mode, gazetteers=given.gazetteers
        )
        print(write_predictions(predictions, given.out), "predictions")
        return 0
    known = MEASURED if given.command == "run" else gate.NAMES
    unknown = set(given.sets) - set(known)
    if unknown:
        parser.error(f"unknown set {', '.join(sorted(unknown))}")
    if given.command == "run" and given.only is not None:
        if set(given.sets) - set(IN_PARTS) or not given.sets:
            parser.error(f"--only goes with {', '.join(IN_PARTS)}")
        for name in given.sets:
            _print(name, IN_PARTS[name](given.only))
        return 0
    sets = given.sets or list(known)
    return _run(sets) if given.command == "run" else _gate(sets, given.part)


def _print(name: str, figures: list[Figure]) -> None:
    for figure in figures:
        print(f"{name:10} {figure.name:32} {figure.value:>10g} {figure.unit}")


def _run(sets: list[str]) -> int:
    failed: list[str] = []
    for name in sets:
        try:
            figures = _measured(name)
        except DataMissingError as missing:
            print(f"{name:10} SKIPPED  {missing}")
            if os.environ.get("CI", "").lower() == "true":
                failed.append(f"{name:10} SKIPPED  {missing}")
            continue
        save(name, figures, OUT)
        _print(name, figures)
        below = broken(floors_of(name), figures)
        failed += [f"{name:10} BELOW THE FLOOR  {line}" for line in below]
        if name in gate.SETS:
            _errors(name, accept=not below)
    for line in failed:  # at the end, where they are seen
        print(line)
    return 1 if failed else 0


def _measured(name: str) -> list[Figure]:
    """Return the figures of a set; of times that break their floors, the best of a few runs.

    What else a computer does can only slow it: a program that has become slower is so every time.
    """
    figures, floors = MEASURED[name](), floors_of(name)
    for _ in range(TRIES - 1 if name in TIMED else 0):
        if not broken(floors, figures):
            break
        figures = better(floors, figures, MEASURED[name]())
    return figures


def _gate(sets: list[str], part: str) -> int:
    for name in sets:
        scored = gate.measure(name, part=part)
        for line in gate.table(name, part, scored, OUT):
            print(line)
        gate.save(name, part, scored, OUT)
        if name in gate.SETS:
            _errors(name, accept=False)
        elif name in places_page.FAR_KM:
            print(f"{name:10} {places_page.write_page(name, OUT)}")
        elif gate.MUC4_PARTS[part] == page.READ:
            print(f"{name:10} {page.write_page(page.judge_texts(), OUT)}")
    return 0


def _errors(name: str, *, accept: bool) -> None:
    """Write the page of errors; a run whose floors hold is one that later runs compare with."""
    print(f"{name:10} {errors.write_page(name, errors.judge_items(name), OUT)}")
    if accept:
        errors.accept(name, OUT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
