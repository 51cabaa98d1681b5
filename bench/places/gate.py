"""The gate of the place sets: copy a part, predict it, have it scored, and say what is asked.

In: the name of a set and a part. Out: every figure of its scorer, and for news the share of
toponyms that got the right level of unit, which no scorer measures.
"""

import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from allegata.gazetteers.building import build_country
from allegata.gazetteers.embedded import open_embedded
from allegata.gazetteers.packed import PackedGazetteer
from allegata.model.ports import Gazetteer
from bench.files import DataMissingError, write_predictions
from bench.places.articles import articles, copy_articles, file_of
from bench.places.names import PATTERN, copy_names
from bench.scorer import SHARED, Scored, score
from bench.sets import airwars_syria, toponyms

FOLDER = "geoparsing"
SYRIA = "airwars_syria"
NAMES = (*toponyms.FILES, SYRIA)
MADE = "2026-01-01"  # the day that the gazetteer says it was made on
PARTS = ("read", "check", "rest", "all")
LEVEL = "level_right"
_GOLD = (
    *("gold_acc161", "at_25km", "at_5km", "answered", "precision_161km", "precision_25km"),
    LEVEL,
)
_END_TO_END = ("recognition_f1", "e2e_acc161", "e2e_at_25km", "e2e_at_5km")
HEADLINE = {
    **dict.fromkeys(toponyms.FILES, (*_GOLD, *_END_TO_END)),
    SYRIA: (
        "candidate_5km",
        "top1_5km",
        "top1_25km",
        "answered",
        "precision_5km",
        "precision_25km",
    ),
}
Copy = Callable[..., None]


def predictions_of(
    name: str, data: Path, *, mode: str | None, gazetteers: Path | None
) -> Iterator[dict[str, object]]:
    """Yield what is predicted for the set at ``data``, with the sources in ``gazetteers``."""
    if name == SYRIA:
        return airwars_syria.predict(data, syria(gazetteers or SHARED / "data" / "gazetteers"))
    return toponyms.predict(data, toponyms.FILES[name], mode=mode or toponyms.GOLD)


def measure(name: str, *, part: str = "check") -> list[Scored]:
    """Predict and score one part of a set; for news with toponyms told, and end to end."""
    if not SHARED.is_dir():
        raise DataMissingError(f"needs the development data at {SHARED}")
    pattern, copy = _file(name)
    modes = (None,) if name == SYRIA else toponyms.MODES
    with tempfile.TemporaryDirectory() as folder:
        data, predictions = Path(folder), Path(folder) / "predictions" / "P.jsonl"
        predictions.parent.mkdir()
        copy(file_of(SHARED / "data" / FOLDER, pattern), data, part=part)
        scored = []
        for mode in modes:
            predicted = predictions_of(name, data, mode=mode, gazetteers=None)
            write_predictions(predicted, predictions)
            scored += score(name, data, predictions, mode=mode)
        return scored if name == SYRIA else [*scored, _levels(data / _only(data))]


def _file(name: str) -> tuple[str, Copy]:
    """Return the pattern of a set's file, and what copies a part of it."""
    return (PATTERN, copy_names) if name == SYRIA else (toponyms.FILES[name], copy_articles)


def _only(folder: Path) -> str:
    return next(path.name for path in folder.iterdir() if path.is_file())


def _levels(path: Path) -> Scored:
    """Return how often the level is right: country, unit of a level, or a place in one."""
    right = asked = 0
    for article in articles(path):
        answered = toponyms.answers(article, mode=toponyms.GOLD)
        given = {(ask.start, ask.end): place for ask, place in answered}
        for toponym in article.toponyms:
            if toponym.point is not None:
                place = given[toponym.start, toponym.end]
                asked += 1
                right += place is not None and toponyms.level_of(place) == toponym.level
    return Scored(LEVEL, round(100 * right / asked, 2) if asked else None, None, None, asked)


@cache
def syria(sources: Path) -> Gazetteer:
    """Return the gazetteer of Syria built from ``sources``, as a person would add it."""
    content = build_country(airwars_syria.COUNTRY, sources, open_embedded(), made=MADE)
    return PackedGazetteer(content)
