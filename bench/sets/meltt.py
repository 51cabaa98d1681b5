"""The set ``rule``: tables of events matched by rule, against what the authors' programme gives.

Two pairs of country and year with four tables each, and the authors' simulated crashes. Counts of
events are exact: a rule either gives them or does not.
"""

import csv
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from allegata.app.matching import MatchReport, Taxonomy, match
from allegata.app.table_columns import Table
from allegata.model.matching import Window
from bench.figures import Figure
from bench.files import DataMissingError
from bench.scorer import SHARED, score

DATA = SHARED / "data" / "linkage"
ORDER = ("acled", "ged", "gtd", "scad")
TAXONOMIES = (("event_type", "event_tax"), ("actor1", "actor_tax"), ("geo_precision", "prec_tax"))
CASES = ("nigeria_2011", "ssudan_2015")
COLUMNS = {"date": "date", "end": "enddate", "lat": "lat", "lon": "lon", "id": "row"}
CRASH_COLUMNS = {"date": "date", "end": "enddate", "lat": "latitude", "lon": "longitude"}
CRASHES = ("crash_data1", "crash_data2", "crash_data3")


def measure() -> list[Figure]:
    """Return the figures of the set."""
    if not DATA.is_dir():
        raise DataMissingError(f"{DATA} is not there")
    nigeria, sudan, wide = case("nigeria_2011", 3.0), case("ssudan_2015", 3.0), case(CASES[1], 50.0)
    crashes = crash()
    told = [len(event) for event in crashes.found.events]
    return [
        Figure("nigeria_3km_events", len(nigeria.found.events), "events"),
        Figure("ssudan_3km_events", len(sudan.found.events), "events"),
        Figure("ssudan_50km_events", len(wide.found.events), "events"),
        Figure("crashes_events", len(crashes.found.events), "events"),
        Figure("crashes_matched", sum(many > 1 for many in told), "events"),
        Figure("crashes_in_three", sum(many == len(CRASHES) for many in told), "events"),
        *silver({"nigeria_2011": nigeria, "ssudan_2015": sudan}),
    ]


def silver(reports: dict[str, MatchReport]) -> Iterator[Figure]:
    """Yield agreement with the authors' programme on its candidate pairs; it is not truth."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "P.jsonl"
        lines = (
            json.dumps(line) for name, report in reports.items() for line in pairs(name, report)
        )
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for scored in score("meltt", DATA, path):
            if scored.name.endswith("silver_f1") and scored.value is not None:
                yield Figure(scored.name.replace(".", "_"), scored.value, "%")


def pairs(name: str, report: MatchReport) -> Iterator[dict[str, object]]:
    """Yield a prediction for each candidate pair that the rule holds to be one event."""
    event_of = {
        f"{row.table}:{row.id}": at for at, event in enumerate(report.found.events) for row in event
    }
    with (DATA / "meltt" / name / "candidate_pairs.csv").open(encoding="utf-8") as file:
        for pair in csv.DictReader(file):
            if event_of[pair["a"]] == event_of[pair["b"]]:
                yield {"case": name, "a": pair["a"], "b": pair["b"], "same": True}


def case(name: str, km: float) -> MatchReport:
    """Return what the rule makes of the four tables of a country and year."""
    folder = DATA / "meltt" / name
    rows = _rows(folder / "claims.csv")
    tables = [
        Table(table, tuple(rows[0]), [row for row in rows if row["source"] == table])
        for table in ORDER
    ]
    taxonomies = [_taxonomy(folder / f"{file}.csv", column) for column, file in TAXONOMIES]
    return match(tables, Window(1, km), columns=COLUMNS, taxonomies=taxonomies)


def crash() -> MatchReport:
    """Return what the rule makes of the authors' simulated crashes: 4 km, 2 days."""
    folder = DATA / "meltt" / "crashMD"
    read = {name: _rows(folder / f"{name}.csv") for name in CRASHES}
    tables = [Table(name, tuple(rows[0]), rows) for name, rows in read.items()]
    columns = [
        name.removeprefix("tax_") for name in ("tax_model_tax", "tax_color_tax", "tax_damage_tax")
    ]
    taxonomies = [_taxonomy(folder / f"tax_{column}.csv", column) for column in columns]
    return match(tables, Window(2, 4.0), columns=CRASH_COLUMNS, taxonomies=taxonomies)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _taxonomy(path: Path, column: str) -> Taxonomy:
    with path.open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    return Taxonomy(column, {(row[0], row[1]): tuple(row[2:]) for row in rows})
