"""The set ``airwars_syria``: names of places in English and Arabic, the country told.

Output is the format of the scorer: the candidates in order, and one answer where the product has a
place within 25 km, or null.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from allegata.model.ports import Gazetteer
from allegata.places.asking import Ask
from allegata.places.place_strings import asks_of
from allegata.places.resolver import Resolved, resolve
from bench.places.names import NamedPlace, read_names

COUNTRY: Final = "SY"
PRECISE_KM: Final = 25.0  # a place told less precisely than this is no answer here


def predict(data: Path, gazetteer: Gazetteer) -> Iterator[dict[str, object]]:
    """Yield a prediction for each name."""
    for item in read_names(data):
        yield {"id": item.id, **answer(resolved(item, gazetteer))}


def ask_of_item(item: NamedPlace) -> tuple[str, list[Ask]]:
    """Return the text of an item and what it asks, its place first."""
    return asks_of([item.english, item.arabic])


def resolved(item: NamedPlace, gazetteer: Gazetteer) -> Resolved:
    """Return what an item stands for."""
    text, asks = ask_of_item(item)
    return resolve(text, asks, gazetteer, country=COUNTRY, is_address=True)[0]


def answer(one: Resolved) -> dict[str, object]:
    """Return what the scorer compares."""
    place = one.place
    is_precise = place is not None and place.radius_km <= PRECISE_KM
    return {
        "candidates": [[candidate.lat, candidate.lon] for candidate in one.candidates],
        "answer": [place.lat, place.lon] if place is not None and is_precise else None,
    }
