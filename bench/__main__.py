"""``python -m bench run [SET…]``: measure the sets, print the figures, hold the floors.

Exit code 1 where a floor does not hold.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure, broken, floors_of, save
from bench.sets import examples, speed

SETS: dict[str, Callable[[], list[Figure]]] = {
    "examples": examples.measure,
    "speed": speed.measure,
}
OUT = Path(__file__).with_name("out")


def main(arguments: list[str]) -> int:
    """Measure the named sets, or all of them."""
    if not arguments or arguments[0] != "run" or set(arguments[1:]) - set(SETS):
        print(f"usage: python -m bench run [{' | '.join(SETS)}]")
        return 2
    failed = False
    for name in arguments[1:] or list(SETS):
        figures = SETS[name]()
        save(name, figures, OUT)
        for figure in figures:
            print(f"{name:10} {figure.name:32} {figure.value:>10g} {figure.unit}")
        for line in broken(floors_of(name), figures):
            print(f"{name:10} BELOW THE FLOOR  {line}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
