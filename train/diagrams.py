"""Reliability diagrams as SVG: what was thought likely against what was right, set by set.

In: the check part of the public sets. Out: one small file for each set; no text of any item.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.sets.calibration import SETS, Bin, Scored, binned, error, scored

SIZE, EDGE = 260, 40


def write_diagrams(folder: Path) -> list[Path]:
    """Write the diagrams of counts; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in SETS:
        counts, _ = scored(name, part="check")
        path = folder / f"reliability-{name}.svg"
        path.write_text(draw(name, counts), encoding="utf-8")
        paths.append(path)
    return paths


def draw(name: str, counts: Sequence[Scored]) -> str:
    """Return the diagram of a set."""
    told = f"{name}: {len(counts)} counts, expected calibration error {error(counts)} points"
    return "\n".join(_lines(told, binned(counts))) + "\n"


def _lines(told: str, bins: Sequence[Bin]) -> Iterator[str]:
    width = SIZE + 2 * EDGE
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}" role="img" '
        f'font-family="sans-serif" font-size="10"><title>{told}</title>'
    )
    yield f'<rect width="{width}" height="{width}" fill="#fff"/>'
    yield f'<text x="{EDGE}" y="20">{told}</text>'
    yield (
        f'<path d="M{EDGE} {EDGE + SIZE}L{EDGE + SIZE} {EDGE}" stroke="#999" '
        'stroke-dasharray="4 3"/>'
    )
    yield (f'<path d="M{EDGE} {EDGE}V{EDGE + SIZE}H{EDGE + SIZE}" fill="none" stroke="#333"/>')
    for tenth in range(0, 11, 2):
        at = tenth / 10
        yield f'<text x="{_x(at) - 8}" y="{EDGE + SIZE + 14}">{at:.1f}</text>'
        yield f'<text x="{EDGE - 22}" y="{_y(at) + 3}">{at:.1f}</text>'
    yield f'<text x="{EDGE + SIZE / 2 - 30}" y="{EDGE + SIZE + 30}">confidence</text>'
    yield f'<text x="{EDGE + 4}" y="{EDGE + 10}">share right</text>'
    for one in bins:
        radius = min(3 + one.of**0.5, 14)
        yield (
            f'<circle cx="{_x(one.sure)}" cy="{_y(one.right)}" r="{radius:.1f}" fill="#2b6cb0" '
            f'fill-opacity="0.6"><title>{one.of} counts: {one.sure:.2f} sure, '
            f"{one.right:.2f} right</title></circle>"
        )
    yield "</svg>"


def _x(value: float) -> float:
    return round(EDGE + value * SIZE, 1)


def _y(value: float) -> float:
    return round(EDGE + (1 - value) * SIZE, 1)
