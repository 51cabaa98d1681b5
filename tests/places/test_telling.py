"""Words before places move them, join them or cut them, and never make them more precise."""

from dataclasses import replace

import pytest

from allegata.gazetteers.embedded import open_embedded
from allegata.model.places import Place
from allegata.model.vocabularies import PlacePrecision
from allegata.places.geodesy import distance_km
from allegata.places.relations import find_relations
from allegata.places.resolver import place_of
from allegata.places.telling import as_told


def place(entry_id: str) -> Place:
    entry = open_embedded().entry(entry_id)
    assert entry is not None
    return place_of(entry)


RAQQAH, ALEPPO = place("geonames:172955"), place("geonames:170063")
SYRIA, HASAKAH = place("geonames:163843"), place("geonames-adm1:SY.01")


def told(text: str, **named: Place) -> list[Place | None]:
    spans = [(at := text.index(name), at + len(name)) for name in named]
    return as_told(text, spans, list(named.values()), open_embedded())


@pytest.mark.parametrize(
    ("lead", "kind", "side", "km"),
    [
        ("20 km north of", "offset", "N", 20.0),
        ("20km north-east of", "offset", "NE", 20.0),
        ("2.5 kilometres to the south-west of", "offset", "SW", 2.5),
        ("ten miles, or 10 miles south of", "offset", "S", 16.1),
        ("à 20 km au nord de", "offset", "N", 20.0),
        ("a 20 km al sur de", "offset", "S", 20.0),
        ("в 20 км к северу от", "offset", "N", 20.0),
        ("east of the", "offset", "E", None),
        ("near", "near", "", None),
        ("in the vicinity of", "near", "", None),
        ("قرب", "near", "", None),
    ],
)
def test_one_anchor(lead: str, kind: str, side: str, km: float | None) -> None:
    text = f"It was {lead} Zuhur."
    at = text.index("Zuhur")
    (one,) = find_relations(text, [(at, at + 5)])
    assert (one.kind, one.anchors, one.side, one.distance_km) == (kind, (0,), side, km)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("between Zuhur and Corun", "between"),
        ("on the road from Zuhur to Corun", "along"),
        ("the highway between Zuhur and Corun", "along"),
        ("entre Zuhur et Corun", "between"),
        ("между Zuhur и Corun", "between"),
    ],
)
def test_two_anchors(text: str, kind: str) -> None:
    spans = [(at := text.index(name), at + 5) for name in ("Zuhur", "Corun")]
    assert [(one.kind, one.anchors) for one in find_relations(text, spans)] == [(kind, (0, 1))]


@pytest.mark.parametrize(
    "text", ["in Zuhur", "20 km of road in Zuhur", "Zuhur, north of which", "northern Zuhur"]
)
def test_no_relation(text: str) -> None:
    at = text.index("Zuhur")
    assert list(find_relations(text, [(at, at + 5)])) == []


def test_a_distance_is_a_point_with_a_quarter_of_it_for_doubt() -> None:
    (away,) = told("40 km south of Raqqah", Raqqah=RAQQAH)
    assert away is not None
    here, there = (RAQQAH.lat, RAQQAH.lon), (away.lat, away.lon)
    assert distance_km(here, there) == pytest.approx(40.0, abs=0.1)
    assert (away.radius_km, away.precision) == (10.0, PlacePrecision.NEAR_SETTLEMENT)
    assert away.lat < RAQQAH.lat
    assert away.reasons[0] == "40 km to the S of Ar Raqqah"


def test_near_is_around_the_place() -> None:
    (near,) = told("near Raqqah", Raqqah=RAQQAH)
    assert near is not None
    assert (near.lat, near.radius_km) == (RAQQAH.lat, RAQQAH.radius_km + 10.0)


def test_a_side_without_a_distance_may_be_in_the_place_or_beyond() -> None:
    (west,) = told("west of Raqqah", Raqqah=RAQQAH)
    assert west is not None
    assert (west.lat, west.lon, west.radius_km) == (RAQQAH.lat, RAQQAH.lon, RAQQAH.radius_km + 10.0)
    assert west.precision is PlacePrecision.NEAR_SETTLEMENT


def test_between_two_places_is_the_middle_as_far_as_both() -> None:
    one, other = told("between Raqqah and Aleppo", Raqqah=RAQQAH, Aleppo=ALEPPO)
    assert one == other
    assert one is not None
    apart = distance_km((RAQQAH.lat, RAQQAH.lon), (ALEPPO.lat, ALEPPO.lon))
    assert one.radius_km == pytest.approx(apart / 2, abs=0.1)
    assert (one.precision, one.geometry) == (PlacePrecision.REGION_OR_LINE, None)


def test_a_road_is_a_corridor_that_holds_both_ends() -> None:
    one, _ = told("on the road from Raqqah to Aleppo", Raqqah=RAQQAH, Aleppo=ALEPPO)
    assert one is not None
    assert one.geometry is not None
    assert len(one.geometry.coordinates[0]) == 5


def test_countries_and_units_are_no_anchors() -> None:
    assert told("between Syria and Hasakah", Syria=SYRIA, Hasakah=HASAKAH) == [SYRIA, HASAKAH]
    assert told("near Hasakah", Hasakah=HASAKAH) == [HASAKAH]


def test_what_a_person_chose_stays() -> None:
    chosen = replace(ALEPPO, method="chosen")
    assert told("20 km north of Aleppo", Aleppo=chosen) == [chosen]
