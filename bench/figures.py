"""Figures and floors: what a run measured, and what it must not fall behind.

A floor says which way is better. Floors only move with a reason beside them in ``floors.toml``.

>>> Floor("seconds", "at_most", 2.0).holds(1.5)
True
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value with its unit."""

    name: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Floor:
    """A bound on a figure: ``at_most`` or ``at_least`` ``bound``."""

    figure: str
    sense: str
    bound: float

    def holds(self, value: float) -> bool:
        """Say whether ``value`` is on the right side of the bound."""
        return value <= self.bound if self.sense == "at_most" else value >= self.bound


def floors_of(set_name: str, path: Path = FLOORS) -> list[Floor]:
    """Return the floors of a set."""
    table = tomllib.loads(path.read_text(encoding="utf-8")).get(set_name, {})
    return [
        Floor(figure, sense, float(floor[sense]))
        for figure, floor in table.items()
        if isinstance(floor, dict)
        for sense in ("at_most", "at_least")
        if sense in floor
    ]


def data_of(set_name: str, path: Path = FLOORS) -> str | None:
    """Return the digest of the data to which the floors of a set belong, if one is pinned."""
    pinned: str | None = (
        tomllib.loads(path.read_text(encoding="utf-8")).get(set_name, {}).get("data")
    )
    return pinned


def broken(floors: list[Floor], figures: list[Figure]) -> list[str]:
    """Return a line for each floor that does not hold; a missing figure breaks its floor."""
    values: Mapping[str, float] = {figure.name: figure.value for figure in figures}
    lines = []
    for floor in floors:
        value = values.get(floor.figure)
        if value is None:
            lines.append(f"{floor.figure}: not measured")
        elif not floor.holds(value):
            lines.append(f"{floor.figure}: {value:g}, must be {floor.sense} {floor.bound:g}")
    return lines


def better(floors: list[Floor], one: list[Figure], other: list[Figure]) -> list[Figure]:
    """Return the figures of two runs of a set: of each that has a floor, the one on its side.

    >>> floors = [Floor("seconds", "at_most", 2.0)]
    >>> better(floors, [Figure("seconds", 3.0, "s")], [Figure("seconds", 1.0, "s")])[0].value
    1.0
    """
    sense = {floor.figure: floor.sense for floor in floors}
    again = {figure.name: figure for figure in other}
    found = []
    for figure in one:
        second = again.get(figure.name, figure)
        pick = max if sense.get(figure.name) == "at_least" else min
        chosen = pick(figure, second, key=lambda each: each.value)
        found.append(chosen if figure.name in sense else figure)
    return found


def save(set_name: str, figures: list[Figure], folder: Path) -> None:
    """Write the figures of a run as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    content = {"set": set_name, "figures": [asdict(figure) for figure in figures]}
    (folder / f"{set_name}.json").write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
