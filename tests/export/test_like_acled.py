"""Incidents in columns like those of ACLED."""

from pathlib import Path

import pytest
from tests.export.incidentkit import incident, rows, saved

from allegata.export.like_acled import write_acled
from allegata.export.losses import losses_of
from allegata.model.vocabularies import Event


def test_fatalities_are_the_most_conservative_figure(tmp_path: Path) -> None:
    path, about = saved(tmp_path, write_acled)
    (row,) = rows(path)
    assert (row["event_id_cnty"], row["fatalities"]) == ("AL-000007", "38")
    assert (row["event_date"], row["time_precision"]) == ("2031-04-05", "2")
    assert row["sub_event_type"] == "Shelling/artillery/missile attack"
    assert about["this_format_loses"] == list(losses_of("acled"))


def test_unknown_is_not_zero(tmp_path: Path) -> None:
    silent = incident() | {"tallies": [], "other_rules": []}
    assert rows(saved(tmp_path, write_acled, silent)[0])[0]["fatalities"] == ""


@pytest.mark.parametrize("event", list(Event))
def test_every_event_has_both_types_or_none(tmp_path: Path, event: Event) -> None:
    (row,) = rows(saved(tmp_path, write_acled, incident() | {"event": event.value})[0])
    assert bool(row["event_type"]) == bool(row["sub_event_type"])
