"""Why two accounts may be of one incident or of two, in words for a person to judge by.

In: two accounts. Out: lines such as "same day" and "4.2 km apart, both ± 5 km", the words of
``link_reasons.toml``, each said to be for or against one incident; first the days, then places,
tolls, names, and the rest.

>>> from allegata.model.linking import Account
>>> one, other = (Account(i, i, (), Event.SHELLING, days=(d, d)) for i, d in (("a", 7), ("b", 9)))
>>> reasons_of(one, other)[0]
'against: 2 days apart'
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from math import inf
from typing import Final

from allegata.model.claim import AGAINST, FOR
from allegata.model.count import Bounds
from allegata.model.linking import Account, Ground
from allegata.model.vocabularies import Event
from allegata.places.geodesy import distance_km
from allegata.stages.resolve.wording import weight_of

_FEW_KM: Final = 10.0
_NEAR_KM: Final = 1.0
_NEARLY: Final = 1.25  # times the lower figure, and one more
_COPIED: Final = 0.3  # share of equal runs of words that is worth telling
_TELLING: Final = 255
_FEW_WORDS: Final = 3


def reason(label: str, **values: object) -> str:
    """Return the words of a reason, with "for: " or "against: " before them."""
    words = _words()[label]
    return words.format(**values) if values else words


@cache
def _words() -> dict[str, str]:
    """Return the words of each label with what they speak for; a million links ask for them."""
    content = resources.files("allegata.stages.resolve").joinpath("link_reasons.toml")
    told: dict[str, dict[str, str]] = tomllib.loads(content.read_text("utf-8"))
    signs = {"parts": "", "for": FOR, "against": AGAINST}
    return {label: signs[side] + words for side in signs for label, words in told[side].items()}


def reasons_of(one: Account, other: Account) -> tuple[str, ...]:
    """Return what a person would look at, in the order in which they would."""
    return (
        *_days(one, other),
        *_places(one, other),
        *_tolls(one, other),
        *_names(one, other),
        *_event(one, other),
        *_actors(one, other),
        *_words_shared(one, other),
        *_sources(one, other),
    )


def days_between(one: Account, other: Account) -> int | None:
    """Return the days between what two accounts tell, None where one tells none."""
    if one.days is None or other.days is None:
        return None
    return max(0, max(one.days[0], other.days[0]) - min(one.days[1], other.days[1]))


def nearest_grounds(one: Account, other: Account) -> tuple[float, Ground, Ground] | None:
    """Return the grounds of two accounts that are nearest to each other, with the km between."""
    found = [
        (distance_km((a.lat, a.lon), (b.lat, b.lon)), a, b)
        for a in one.grounds
        for b in other.grounds
    ]
    return min(found, key=lambda row: (row[0], row[1].id, row[2].id)) if found else None


def _days(one: Account, other: Account) -> Iterator[str]:
    apart = days_between(one, other)
    if apart is not None:
        if apart:
            yield reason("day_apart") if apart == 1 else reason("days_apart", days=apart)
        else:
            yield reason("same_day" if one.days == other.days else "same_days")
        return
    dated, undated = (one, other) if one.days else (other, one)
    if dated.days and undated.published and undated.published >= dated.days[1]:
        yield reason("report_after", days=undated.published - dated.days[1])
    elif one.published and other.published:
        yield reason("reports_apart", days=abs(one.published - other.published))
    else:
        yield reason("undated")


def _places(one: Account, other: Account) -> Iterator[str]:
    ids = {ground.id for ground in other.grounds}
    same = next((ground for ground in one.grounds if ground.id in ids), None)
    if same is not None:
        yield reason("same_place", name=same.name)
        return
    near = nearest_grounds(one, other)
    if near is None:
        yield reason("no_place")
        return
    km, a, b = near
    if a.radius_km == b.radius_km:
        reach = reason("reach_both", km=_number(a.radius_km))
    else:
        reach = reason("reach_each", km=_number(a.radius_km), other=_number(b.radius_km))
    within = km <= max(a.radius_km + b.radius_km, _NEAR_KM)
    yield reason("near" if within else "far", km=_number(km), reach=reach)


def _number(km: float) -> str:
    return f"{km:.1f}".removesuffix(".0") if km < _FEW_KM else f"{km:.0f}"


def _tolls(one: Account, other: Account) -> Iterator[str]:
    of_other = {toll.outcome: toll.bounds for toll in other.tolls}
    for toll in one.tolls:
        bounds = of_other.get(toll.outcome)
        if bounds is None:
            continue
        outcome = toll.outcome.value.replace("_", " ")
        a, b = shown(toll.bounds), shown(bounds)
        if a == b:
            yield reason("same_toll", count=a, outcome=outcome)
        else:
            label = "near_toll" if _are_near(toll.bounds, bounds) else "other_toll"
            yield reason(label, one=a, other=b, outcome=outcome)


def _are_near(one: Bounds, other: Bounds) -> bool:
    """Say whether two ranges meet, or nearly do."""
    (a, b), (c, d) = (_ends(bounds) for bounds in (one, other))
    low, high = max(a, c), min(b, d)
    return low <= high * _NEARLY + 1


def _ends(bounds: Bounds) -> tuple[float, float]:
    low = bounds.low if bounds.low is not None else bounds.best
    return (low or 0, bounds.high if bounds.high is not None else inf)


def shown(bounds: Bounds) -> str:
    """Return a range as a person writes it.

    >>> shown(Bounds(43, 43, 43)), shown(Bounds(5, None, None)), shown(Bounds(2, 3, 4))
    ('43', '≥ 5', '2–4')
    """
    if bounds.low is not None and bounds.low == bounds.high:
        return str(bounds.low)
    if bounds.low is not None and bounds.high is not None:
        return f"{bounds.low}–{bounds.high}"
    if bounds.low is not None:
        return f"≥ {bounds.low}"
    return f"≤ {bounds.high}" if bounds.high is not None else f"~ {bounds.best}"


def _names(one: Account, other: Account) -> Iterator[str]:
    shared = len(set(one.named) & set(other.named)) if one.named and other.named else 0
    if shared:
        yield reason("shared_name") if shared == 1 else reason("shared_names", count=shared)
    elif one.named and other.named:
        yield reason("other_names")


def _event(one: Account, other: Account) -> Iterator[str]:
    if Event.UNKNOWN in (one.event, other.event):
        return
    a, b = (event.value.replace("_", " ") for event in (one.event, other.event))
    yield reason("same_event", event=a) if a == b else reason("other_event", one=a, other=b)


def _actors(one: Account, other: Account) -> Iterator[str]:
    shared = sorted(set(one.actors) & set(other.actors)) if one.actors and other.actors else ()
    if shared:
        yield reason("shared_actor", name=shared[0])
    elif one.actors and other.actors:
        yield reason("other_actors", one=one.actors[0], other=other.actors[0])


def _words_shared(one: Account, other: Account) -> Iterator[str]:
    if one.words and other.words:
        share = sum(a == b for a, b in zip(one.words, other.words, strict=True)) / len(one.words)
        if share >= _COPIED:
            yield reason("copied", share=round(100 * share))
            return
    if one.language == other.language:
        shared = {term for term in one.terms if weight_of(term) == _TELLING} & set(other.terms)
        if len(shared) >= _FEW_WORDS:
            yield reason("telling_words", count=len(shared))


def _sources(one: Account, other: Account) -> Iterator[str]:
    cited = sorted(set(one.cites) & set(other.cites)) if one.cites and other.cites else ()
    if cited:
        yield reason("shared_cites", name=cited[0])
    if one.origin and one.origin == other.origin:
        yield reason("same_origin")
