"""The names of one document, each with the places it could mean, in order of likelihood.

In: what a text asks (``Ask``), a gazetteer, the country told. Out: each name once, with
its options, the share of likelihood of each, and the signs that they were judged by.

Two rounds from large to small: what the names alone say settles countries and units, whose votes,
with the nearness of what is sure, then settle the rest. One name has one sense in a document.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from operator import mul
from typing import Final

from allegata.model.ports import Gazetteer
from allegata.places import candidates, context
from allegata.places.asking import Ask, wanted
from allegata.places.candidates import Option, options
from allegata.places.context import Context, Name
from allegata.places.keys import plain_key
from allegata.places.weights import weights

ROUNDS: Final = 2
FITS: Final = "fits"  # a type word says the option's kind
OTHER_KIND: Final = "other_kind"
UNLISTED: Final = "unlisted"  # the place meant is none of the options
SIGNS: Final = (*candidates.SIGNS, FITS, OTHER_KIND, *context.SIGNS)
APART: Final = 5  # characters between a place and the unit named right behind
_JOINTS: Final = frozenset({",", ", ", " (", " of ", " in "})
_INITIALS: Final = 5  # letters and stops
Key = tuple[tuple[str, ...], str, bool]


@dataclass(frozen=True, slots=True)
class Ranked:
    """An option with its part of the likelihood of all, and its signs in the order of ``SIGNS``."""

    option: Option
    likely: float
    signs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The names of a document, each once: where it is first asked for, and what it could mean.

    ``numbers`` tells for each ask which of the names it is.
    """

    asks: Sequence[Ask]
    names: Sequence[Name]
    ranked: Sequence[tuple[Ranked, ...]]
    numbers: Sequence[int]


def rank(text: str, asks: Sequence[Ask], gazetteer: Gazetteer, *, country: str | None) -> Document:
    """Return what the names that a text asks for could mean."""
    keys = [_key(ask) for ask in asks]
    by_key = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    numbers = [by_key[key] for key in keys]
    firsts = dict(zip(reversed(numbers), reversed(asks), strict=True))
    names = [
        Name(options(firsts[number].names, gazetteer, country)) for number in range(len(by_key))
    ]
    for ask, number in zip(asks, numbers, strict=True):
        names[number].starts.append(ask.start)
    for one, other in _contained(text, asks):
        inner, outer = numbers[one], numbers[other]
        if inner != outer and outer not in names[inner].containers:
            names[inner].containers.append(outer)
    of_itself = [_of_itself(firsts[number], name) for number, name in enumerate(names)]
    around = _settle(names, of_itself, country)
    ranked = [
        _ordered(name, own, signs)
        for name, own, signs in zip(names, of_itself, around, strict=True)
    ]
    return Document([firsts[number] for number in range(len(names))], names, ranked, numbers)


@dataclass(frozen=True, slots=True)
class _Own:
    """What each option has of itself: whether it fits the type word, and its sum so far."""

    fits: Sequence[tuple[float, float]]
    sums: Sequence[float]


def _of_itself(ask: Ask, name: Name) -> _Own:
    weight = weights()
    fits = [_fit(ask, option) for option in name.options]
    sums = [
        option.base + weight[FITS] * fit[0] + weight[OTHER_KIND] * fit[1]
        for option, fit in zip(name.options, fits, strict=True)
    ]
    name.likely, name.unlisted = _shares(sums)
    return _Own(fits, sums)


def _settle(
    names: Sequence[Name], of_itself: Sequence[_Own], country: str | None
) -> list[list[tuple[float, ...]]]:
    """Settle the likelihoods of all names by their context; return the signs of the last round."""
    weight = weights()
    of_context = tuple(weight[sign] for sign in context.SIGNS)
    around: list[list[tuple[float, ...]]] = []
    for _ in range(ROUNDS):
        told = Context(names, country)
        around = [told.signs(number) for number in range(len(names))]
        for name, own, rows in zip(names, of_itself, around, strict=True):
            name.likely, name.unlisted = _shares(
                [
                    total + sum(map(mul, of_context, row))
                    for total, row in zip(own.sums, rows, strict=True)
                ]
            )
    return around


def _ordered(name: Name, own: _Own, around: Sequence[tuple[float, ...]]) -> tuple[Ranked, ...]:
    rows = zip(name.options, name.likely, own.fits, around, strict=True)
    ranked = [
        Ranked(option, likely, (*option.signs, *fit, *signs)) for option, likely, fit, signs in rows
    ]
    return tuple(sorted(ranked, key=lambda one: (-one.likely, one.option.entry.id)))


def _key(ask: Ask) -> Key:
    # Short names keep their capitals: "Ill." and "US" are others than "ill" and "us".
    names = tuple(n if len(n) <= _INITIALS else plain_key(n) for n in ask.names)
    return names, ask.kind, ask.is_framed


def _fit(ask: Ask, option: Option) -> tuple[float, float]:
    """Return whether an option is of the kind that a type word says, and whether of another."""
    features = wanted(ask)
    if features is None:
        return 0.0, 0.0
    return (1.0, 0.0) if option.entry.feature in features else (0.0, 1.0)


def _contained(text: str, asks: Sequence[Ask]) -> list[tuple[int, int]]:
    """Return pairs of a place and what is named right behind it, or behind that."""
    order = sorted(range(len(asks)), key=lambda number: asks[number].start)
    pairs = []
    for at, one in enumerate(order):
        last = one
        for other in order[at + 1 : at + 4]:
            gap = text[asks[last].end : asks[other].start]
            if len(gap) > APART or gap not in _JOINTS:
                break
            pairs.append((one, other))
            last = other
    return pairs


def _shares(sums: Sequence[float]) -> tuple[list[float], float]:
    """Return the share of each option, and of the place being none of them."""
    none = weights()[UNLISTED]
    top = max(none, *sums) if sums else none
    parts = [exp(value - top) for value in sums]
    unlisted = exp(none - top)
    whole = sum(parts) + unlisted
    return [part / whole for part in parts], unlisted / whole
