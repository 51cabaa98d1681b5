"""The gate of the public sets: predict a part, have it scored, compare, show the worst errors.

In: names of sets and a part. Out: figures with intervals, saved beside those of the run before; an
error page of read items in the ignored folder. The check part is scored and never shown.
"""

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.figures import Figure
from bench.files import DataMissingError, data_file, write_predictions
from bench.linkage import gate as linkage
from bench.parts import Item, copy_part, hash_of
from bench.places import gate as places
from bench.scorer import SHARED, Scored, score, score_muc4
from bench.sets import airwars, dronestream, isaf, msa, muc4

Predict = Callable[[Path], Iterator[dict[str, object]]]


@dataclass(frozen=True, slots=True)
class PublicSet:
    """A set: its folder, the hash that splits its items, their text, who predicts, its headline."""

    folder: str
    digest_of: Callable[[Item], str]
    text: str
    predict: Predict
    headline: tuple[str, ...]


SETS = {
    "isaf": PublicSet(
        "isaf-press-releases",
        lambda item: str(item["id"]),  # the id is the sha1 of the text
        "text",
        isaf.predict,
        (
            *("date", "province", "killed", "killed_nonzero", "captured", "airstrike"),
            *("event_type", "target_group", "captured_nonzero"),
        ),
    ),
    "airwars": PublicSet(
        "airwars-gaza",
        lambda item: hash_of(item["url_code"]),
        "text",
        airwars.predict,
        (
            *("killed_low", "killed_high", "injured_low", "injured_high", "date", "strike_type"),
            *("children_low", "women_low", "men_low", "place_5km.first", "place_25km"),
        ),
    ),
    "msa": PublicSet(
        "stanford-msa",
        lambda item: hash_of(item["CaseID"]),
        "Description",
        msa.predict,
        ("civilians_killed", "civilians_injured", "date", "city"),
    ),
    "dronestream": PublicSet(
        "dronestream-tbij",
        lambda item: hash_of(item["number"]),
        "bij_summary_short",
        dronestream.predict,
        ("killed_low", "killed_high", "injured_low", "injured_high", "civilians_killed_low"),
    ),
}
MUC4 = "muc4"
MUC4_PARTS = {"dev": "DEV", "tune": "TST1", "check": "TST2", "read": "DEV"}
MUC4_HEADLINE = ("official.ALL TEMPLATES.F", "gtt.micro.F")
NAMES = (*SETS, MUC4, *places.NAMES, *linkage.NAMES)


def predictions_of(
    name: str, data: Path, *, mode: str | None = None, gazetteers: Path | None = None
) -> Iterator[dict[str, object]]:
    """Yield what is predicted for the set that lies at ``data``.

    Sets of places have a ``mode``, and are answered with the country data in ``gazetteers``.
    """
    if name in places.NAMES:
        return places.predictions_of(name, data, mode=mode, gazetteers=gazetteers)
    if name in linkage.NAMES:
        return linkage.predictions_of(name, data)
    return muc4.predict(data) if name == MUC4 else SETS[name].predict(data)


def measure(name: str, *, part: str = "check") -> list[Scored]:
    """Predict and score one part of a set; return every figure of its scorer."""
    if not SHARED.is_dir():
        raise DataMissingError(f"needs the development data at {SHARED}")
    if name == MUC4:
        return _measure_muc4(part)
    if name in places.NAMES:
        return places.measure(name, part=part)
    if name in linkage.NAMES:
        return linkage.measure(name, part=part)
    chosen = SETS[name]
    source = data_file(SHARED / "data" / chosen.folder)
    with tempfile.TemporaryDirectory() as folder:
        data, predictions = Path(folder), Path(folder) / "predictions" / "P.jsonl"
        predictions.parent.mkdir()
        copy_part(source, data, chosen.digest_of, part=part)
        write_predictions(chosen.predict(data), predictions)
        return score(name, data, predictions)


def _measure_muc4(part: str) -> list[Scored]:
    """Score MUC-4's own parts, which are test sets of the years 1991 and 1992."""
    data, documents = SHARED / "data" / MUC4, MUC4_PARTS[part]
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "P.jsonl"
        write_predictions(muc4.predict(data, (documents,)), predictions)
        keys = sorted((data / "corpora" / documents.lower()).glob("key-*"))
        gtt = sorted((data / "gtt-processed").glob("*.json"))
        return score_muc4(predictions, keys, gtt, f"^{documents}-")


def measured(name: str) -> list[Figure]:
    """Return the figures of a set that are asked for, on check, as floors hold them."""
    by_name = {figure.name: figure.value or 0.0 for figure in measure(name)}
    return [Figure(wanted, by_name[wanted], "%") for wanted in headline(name)]


def headline(name: str) -> tuple[str, ...]:
    """Return the figures of a set that are asked for."""
    if name in places.NAMES:
        return places.HEADLINE[name]
    if name in linkage.NAMES:
        return linkage.HEADLINE[name]
    return MUC4_HEADLINE if name == MUC4 else SETS[name].headline


def save(name: str, part: str, scored: list[Scored], out: Path) -> None:
    """Write every figure with its interval into the ignored folder."""
    out.mkdir(parents=True, exist_ok=True)
    content = json.dumps([asdict(figure) for figure in scored], indent=1) + "\n"
    (out / f"{name}.{part}.scored.json").write_text(content, encoding="utf-8")


def table(name: str, part: str, scored: list[Scored], out: Path) -> Iterator[str]:
    """Yield the lines of a set's table, each figure beside what the run before had."""
    before: dict[str, float | None] = {}
    path = out / f"{name}.{part}.scored.json"
    if path.is_file():
        saved = json.loads(path.read_text(encoding="utf-8"))
        before = {figure["name"]: figure["value"] for figure in saved}
    if name == MUC4:
        yield from _muc4_table(scored, before)
        return
    wanted = set(headline(name))
    for figure in scored:
        base = figure.name.partition(".")[0]
        if figure.value is None or not {figure.name, base} & wanted:
            continue
        interval = "" if figure.low is None else f"[{figure.low:.1f}, {figure.high:.1f}]"
        old = before.get(figure.name)
        change = "" if old is None else f"{figure.value - old:+.1f}"
        mark = "*" if figure.name in wanted else " "
        shown = f"{name:12}{mark}{figure.name:34}{figure.value:7.1f}"
        yield f"{shown} {interval:16}n={figure.n:<5}{change}"


def _muc4_table(scored: list[Scored], before: dict[str, float | None]) -> Iterator[str]:
    """Yield recall, precision and F of each slot in a line, and what F was before."""
    values = {figure.name: figure.value or 0.0 for figure in scored}
    for name, value in values.items():
        if not name.endswith(".F") or not value:
            continue
        recall, precision = (values[name[:-1] + letter] for letter in "RP")
        old = before.get(name)
        change = "" if old is None else f"{value - old:+.1f}"
        mark = "*" if name in MUC4_HEADLINE else " "
        yield f"{mark}{name:34} R {recall:5.1f} P {precision:5.1f} F {value:5.1f} {change}"


def items_of(name: str, *, part: str = "read") -> list[Item]:
    """Return the items of a set: those to read for an error page, or a part to measure."""
    chosen = SETS[name]
    with tempfile.TemporaryDirectory() as folder:
        source = data_file(SHARED / "data" / chosen.folder)
        return copy_part(source, Path(folder), chosen.digest_of, part=part)
