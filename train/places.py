"""Learning the weights of signs that speak for a place, from the read part of the place sets.

In: the development data. Out: the bytes of ``resolver.json``. For each name with a point in gold,
the option nearest to it is the right one; the weights make the right options likely (softmax), held
near what was set by hand and within bounds, so that little data cannot turn a sign's sense. Sets
weigh by the root of their size. As what the context says depends on the weights, both are made in
turn, ``TURNS`` times.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # arrays of numpy, whose types say little

import numpy as np
from bench.places.articles import articles, file_of, part_of_place
from bench.places.names import read_names
from bench.scorer import SHARED
from bench.sets.airwars_syria import COUNTRY, ask_of_item
from scipy.optimize import minimize

from allegata.gazetteers.embedded import open_embedded
from allegata.model.ports import Gazetteer
from allegata.places import weights
from allegata.places.asking import Ask
from allegata.places.candidates import options
from allegata.places.geodesy import distance_km
from allegata.places.ranking import SIGNS, UNLISTED, Ranked, rank
from bench.sets import toponyms

TURNS = 4
LEARNED = (*SIGNS, UNLISTED)
RIDGE = 1.0
NEAR_KM, FAR_KM = 25.0, 161.0  # the right option is this near; a unit or country, this
HAND = {
    **dict.fromkeys(("romanised", "adm2", "adm3", "neighbourhood", "site"), -1.0),
    **dict.fromkeys(("main", "share", "near", "beside", "people", "fits", "home"), 1.0),
    **dict.fromkeys(("second_name", "amid", "adm1"), 2.0),
    **dict.fromkeys(("unit_told", "within"), 5.0),
    **dict.fromkeys(("abroad", "skeleton"), -2.0),
    "unlike": -6.0,
    "other_kind": -4.0,
    "country": 4.0,
    "people_unknown": 0.5,
    "country_told": 3.0,
    "region": 0.0,
    "kin": 2.0,
    "off_side": -4.0,
    UNLISTED: 1.0,
}
LOWEST = {
    "within": 4.0,
    "fits": 0.5,
    "home": 0.5,
    "second_name": 2.0,
    "near": 0.5,
    "beside": 0.2,
    "country_told": 2.0,
}
HIGHEST = {
    "people_unknown": 1.0,
    "romanised": -0.5,
    "skeleton": -1.0,
    "unlike": -4.0,
    "other_kind": -3.0,
    "abroad": -0.5,
    "off_side": -4.0,
    UNLISTED: 1.5,
}
Array = Any


@dataclass(frozen=True, slots=True)
class Document:
    """A text of a set, what it asks, and where gold says that each lies.

    With the ``country`` told the text is an address.
    """

    name: str
    text: str
    asks: Sequence[Ask]
    points: Sequence[tuple[float, float] | None]
    gazetteer: Gazetteer
    country: str | None


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of each option of a name, none of them last, and which is right."""

    signs: Array
    right: int
    name: str


def learn(syria: Gazetteer) -> bytes:
    """Return the model as the package holds it; ``syria`` is the gazetteer of that country."""
    documents = [*_news(), *_strikes(syria)]
    learned = dict(HAND)
    for _ in range(TURNS):
        _use(learned)
        examples = [example for document in documents for example in _examples(document)]
        learned = _fit(examples)
    sizes = {name: sum(one.name == name for one in examples) for name in ("lgl", "trnews", "syria")}
    rounded = {sign: round(learned[sign], 2) for sign in LEARNED}
    model = {"weights": rounded, "learned_from": sizes}
    return (json.dumps(model, indent=1) + "\n").encode()


def _news() -> Iterator[Document]:
    """Yield the read articles of both sets of news."""
    folder = SHARED / "data" / "geoparsing"
    for name, pattern in toponyms.FILES.items():
        for article in articles(file_of(folder, pattern)):
            if part_of_place(article.id) == "read":
                asks = list(toponyms.told(article))
                points = {(one.start, one.end): one.point for one in article.toponyms}
                where = [points[ask.start, ask.end] for ask in asks]
                yield Document(name, article.text, asks, where, open_embedded(), None)


def _strikes(syria: Gazetteer) -> Iterator[Document]:
    """Yield the read names of places in Syria."""
    for item in read_names(SHARED / "data" / "geoparsing"):
        if part_of_place(item.id) == "read" and item.point is not None:
            text, asks = ask_of_item(item)
            where = [item.point, *[None] * (len(asks) - 1)]
            yield Document("syria", text, asks, where, syria, COUNTRY)


def _use(learned: dict[str, float]) -> None:
    """Let the program use these weights."""
    weights.weights.cache_clear()
    weights.weights().update(learned)
    options.cache_clear()


def _examples(document: Document) -> Iterator[Example]:
    ranked = rank(
        document.text,
        document.asks,
        document.gazetteer,
        country=document.country,
        is_address=document.country is not None,
    )
    seen: set[int] = set()
    for number, point in zip(ranked.numbers, document.points, strict=True):
        rows = ranked.ranked[number]
        if point is None or number in seen or not rows:
            continue
        seen.add(number)
        right = _right(rows, point)
        signs = [(*row.signs, 0.0) for row in rows]
        unlisted = (*([0.0] * len(SIGNS)), 1.0)
        if right is None:
            right = len(rows)
        yield Example(np.array([*signs, unlisted]), right, document.name)


def _right(rows: Sequence[Ranked], point: tuple[float, float]) -> int | None:
    """Return the option that gold means, None where there is none."""
    found = []
    for at, row in enumerate(rows):
        entry = row.option.entry
        km = distance_km(point, (entry.lat, entry.lon))
        is_small = entry.feature in ("settlement", "neighbourhood", "site")
        if km <= (NEAR_KM if is_small else FAR_KM):
            found.append((km, at))
    return min(found)[1] if found else None


def _fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights that make the right options likely."""
    sizes = {one.name: sum(other.name == one.name for other in examples) for one in examples}
    share = np.array([sizes[one.name] ** -0.5 for one in examples])
    share *= len(examples) / share.sum()
    hand = np.array([HAND[sign] for sign in LEARNED])

    def loss(values: Array) -> tuple[float, Array]:
        total, slope = 0.0, np.zeros(len(LEARNED))
        for one, weight in zip(examples, share, strict=True):
            sums = one.signs @ values
            sums -= sums.max()
            likely = np.exp(sums)
            likely /= likely.sum()
            total -= weight * np.log(likely[one.right])
            slope += weight * (likely @ one.signs - one.signs[one.right])
        apart = values - hand
        return total + RIDGE * (apart**2).sum() / 2, slope + RIDGE * apart

    bounds = [(LOWEST.get(sign), HIGHEST.get(sign)) for sign in LEARNED]
    found = minimize(loss, hand, jac=True, method="L-BFGS-B", bounds=bounds)
    return dict(zip(LEARNED, map(float, found.x), strict=True))


def write(path: Path, syria: Gazetteer) -> int:
    """Write the model; return its size."""
    return path.write_bytes(learn(syria))
