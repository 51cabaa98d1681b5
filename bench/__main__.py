"""The bench's commands.

    python -m bench run [SET…]                             measure, print, hold the floors
    python -m bench predict SET --data DIR --out P.jsonl   predictions for the scorer

Exit code 1 where a floor does not hold, 2 for wrong use.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.figures import Figure, broken, floors_of, save
from bench.files import write_predictions
from bench.sets import dronestream, examples, search, speed

MEASURED: dict[str, Callable[[], list[Figure]]] = {
    "examples": examples.measure,
    "search": search.measure,
    "speed": speed.measure,
}
PREDICTED: dict[str, Callable[[Path], Iterator[dict[str, object]]]] = {
    "dronestream": dronestream.predict,
}
OUT = Path(__file__).with_name("out")


def main(arguments: list[str]) -> int:
    """Run one command."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="measure sets and hold their floors")
    run.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(MEASURED)}")
    predict = commands.add_parser("predict", help="write predictions for the scorer")
    predict.add_argument("set", choices=sorted(PREDICTED))
    predict.add_argument("--data", type=Path, required=True, help="the set's folder")
    predict.add_argument("--out", type=Path, required=True, help="a JSON Lines file")
    given = parser.parse_args(arguments)
    if given.command == "predict":
        print(write_predictions(PREDICTED[given.set](given.data), given.out), "predictions")
        return 0
    unknown = set(given.sets) - set(MEASURED)
    if unknown:
        parser.error(f"unknown set {', '.join(sorted(unknown))}")
    return _run(given.sets or list(MEASURED))


def _run(sets: list[str]) -> int:
    failed = False
    for name in sets:
        figures = MEASURED[name]()
        save(name, figures, OUT)
        for figure in figures:
            print(f"{name:10} {figure.name:32} {figure.value:>10g} {figure.unit}")
        for line in broken(floors_of(name), figures):
            print(f"{name:10} BELOW THE FLOOR  {line}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
