"""The names of one document, each with the places it could mean, in order of likelihood.

In: what a text asks (``Ask``), a gazetteer, the country told. Out: each name once, with
its options, the share of likelihood of each, and the signs that they were judged by.

Two rounds from large to small: what the names alone say settles countries and units, whose votes,
with the nearness of what is sure, then settle the rest. One name has one sense in a document.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp
from operator import mul
from typing import Final

from allegata.model.ports import Gazetteer
from allegata.places import candidates, context
from allegata.places.asking import Ask, wanted
from allegata.places.candidates import Option, options
from allegata.places.containment import contained
from allegata.places.context import Container, Context, Name, kin_of
from allegata.places.keys import plain_key
from allegata.places.weights import weights

ROUNDS: Final = 2
FITS: Final = "fits"  # a type word says the option's kind
OTHER_KIND: Final = "other_kind"
UNLISTED: Final = "unlisted"  # the place meant is none of the options
SIGNS: Final = (*candidates.SIGNS, FITS, OTHER_KIND, *context.SIGNS)
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


def rank(
    text: str,
    asks: Sequence[Ask],
    gazetteer: Gazetteer,
    *,
    country: str | None,
    is_address: bool = False,
) -> Document:
    """Return what the names that a text asks for could mean.

    In an address, unlike running text, what stands behind a comma holds what stands before.
    """
    keys = [_key(ask) for ask in asks]
    by_key = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    numbers = [by_key[key] for key in keys]
    firsts = dict(zip(reversed(numbers), reversed(asks), strict=True))
    names = [
        Name(options(firsts[number].names, gazetteer, country)) for number in range(len(by_key))
    ]
    for ask, number in zip(asks, numbers, strict=True):
        names[number].starts.append(ask.start)
    for told in contained(text, asks, is_address=is_address):
        inner, outer = numbers[told.inner], numbers[told.outer]
        containers = names[inner].containers
        if inner != outer and outer not in {one.number for one in containers}:
            containers.append(Container(outer, told.side, told.is_told, told.may_be_town))
    of_itself = [_of_itself(firsts[number], name, country) for number, name in enumerate(names)]
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


def _of_itself(ask: Ask, name: Name, country: str | None) -> _Own:
    weight = weights()
    features = wanted_of(ask, name.options, country)
    fits = [_fit(features, option) for option in name.options]
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
    kin = kin_of(names)
    for _ in range(ROUNDS):
        told = Context(names, country, kin)
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


def wanted_of(ask: Ask, meant: Iterable[Option], country: str | None) -> frozenset[str] | None:
    """Return the features that the type word allows, of those under the name at home."""
    return wanted(ask, (one.entry.feature for one in meant if country in (None, one.entry.country)))


def _fit(features: frozenset[str] | None, option: Option) -> tuple[float, float]:
    """Return whether an option is of the kind that a type word says, and whether of another."""
    if features is None:
        return 0.0, 0.0
    return (1.0, 0.0) if option.entry.feature in features else (0.0, 1.0)


def _shares(sums: Sequence[float]) -> tuple[list[float], float]:
    """Return the share of each option, and of the place being none of them."""
    none = weights()[UNLISTED]
    top = max(none, *sums) if sums else none
    parts = [exp(value - top) for value in sums]
    unlisted = exp(none - top)
    whole = sum(parts) + unlisted
    return [part / whole for part in parts], unlisted / whole
