"""The scorers of the public sets, which are not ours: run as they are, beside the development data.

In: a set's name, a folder laid out as the set is, a file of predictions. Out: figures with their
intervals. Without the development data there is nothing to score.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(
    os.environ.get("ALLEGATA_SHARED", Path(__file__).resolve().parents[1].parent / "shared")
)


@dataclass(frozen=True, slots=True)
class Scored:
    """One figure of a scorer: per cent as a rule; the interval is of 95 %, ``n`` its items."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    n: int


def score(name: str, data: Path, predictions: Path, *, mode: str | None = None) -> list[Scored]:
    """Return every figure of a set but MUC-4's; a scorer that refuses is a RuntimeError."""
    command = [name, "--data", str(data), "--predictions", str(predictions), "--json"]
    command += ["--mode", mode] if mode else []
    figures = _run("score.py", command)["figures"]
    if not isinstance(figures, dict):
        raise TypeError(f"{name} was not scored")
    return [Scored(figure, **told) for figure, told in figures.items()]


def score_muc4(
    responses: Path, keys: Sequence[Path], gtt: Sequence[Path], docs: str
) -> list[Scored]:
    """Return R, P and F of every slot by the official rules, and GTT's by role."""
    command = [str(responses), "--json", "--docs", docs]
    command += ["--keys", *map(str, keys), "--gtt", *map(str, gtt)]
    report = _run("score_muc4.py", command)
    found = []
    for metric, rows in report.items():
        if isinstance(rows, dict):
            for row, tally in rows.items():
                found += [
                    Scored(f"{metric}.{row}.{part}", round(float(tally[part]), 2), None, None, 0)
                    for part in ("R", "P", "F")
                ]
    return found


def _run(script: str, arguments: list[str]) -> dict[str, object]:
    tool = SHARED / "tools" / script
    done = subprocess.run(
        [sys.executable, str(tool), *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{script} refused: {done.stderr.strip()[:500]}")
    report = json.loads(done.stdout)
    if not isinstance(report, dict):
        raise TypeError(f"{script} printed no object")
    return report
