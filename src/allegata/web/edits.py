"""A person's corrections applied to a claim; the proposal itself is never changed.

In: the claim as it stands and the corrected fields. Out: another claim with the same id.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from allegata.model.claim import Actor, Claim
from allegata.model.count import Count
from allegata.model.dates import When
from allegata.model.errors import InputError
from allegata.model.places import GazetteerEntry, Place, PlaceMention
from allegata.model.vocabularies import Derivation, StatusBasis
from allegata.places.by_person import chosen_entry
from allegata.web.bodies import Changes, CountChange, PlaceChange
from allegata.web.edtf import precision_of

FindPlace = Callable[[str], GazetteerEntry | None]
BY_PERSON = "reviewer"  # the basis of a date that a person gave


def apply_changes(claim: Claim, changes: Changes, find_place: FindPlace) -> Claim:
    """Return ``claim`` with the corrected fields.

    Raises:
        InputError: a value that cannot be, with what would.
    """
    given = changes.model_fields_set
    return replace(
        claim,
        counts=_counts(claim.counts, changes.counts)
        if changes.counts is not None
        else claim.counts,
        when=_when(claim.when, changes.when) if "when" in given else claim.when,
        where=(
            _where(claim.where, changes.where, find_place)
            if changes.where is not None
            else claim.where
        ),
        actors=_actors(claim.actors, changes.actors)
        if changes.actors is not None
        else claim.actors,
    )


def _counts(counts: Sequence[Count], changes: Sequence[CountChange]) -> tuple[Count, ...]:
    known = {count.id: count for count in counts}
    if [change.id for change in changes] != list(known):
        raise InputError("web.no_count", "The claim has other counts by now.", "Load it anew.")
    return tuple(_count(known[change.id], change) for change in changes)


def _count(count: Count, change: CountChange) -> Count:
    numbers = (change.low, change.best, change.high)
    same_numbers = numbers == (count.low, count.best, count.high)
    same_status = change.status is count.group.status
    bounds = [number for number in numbers if number is not None]
    if bounds != sorted(bounds):
        raise InputError(
            "web.bounds",
            f"low {change.low}, best {change.best}, high {change.high} are out of order.",
            "Low may not exceed best, nor best high; leave unknown ones empty.",
        )
    return replace(
        count,
        low=change.low,
        best=change.best,
        high=change.high,
        qualifier=change.qualifier,
        outcome=change.outcome,
        # What a person makes of the words is no longer what the words alone parse to.
        derivation=count.derivation if same_numbers else Derivation.INFERRED,
        group=(
            count.group
            if same_status
            else replace(count.group, status=change.status, status_basis=StatusBasis.IMPLIED)
        ),
    )


def _when(when: When | None, edtf: str | None) -> When | None:
    if edtf is None:
        return None
    precision = precision_of(edtf)
    if when is None:
        return When(edtf, precision, None, None, BY_PERSON, None)
    if when.edtf == edtf:
        return when
    return replace(when, edtf=edtf, precision=precision, basis=BY_PERSON)


def _where(
    where: Sequence[PlaceMention], changes: Sequence[PlaceChange], find_place: FindPlace
) -> tuple[PlaceMention, ...]:
    if len(where) != len(changes):
        raise InputError("web.no_place", "The claim has other places by now.", "Load it anew.")
    return tuple(
        replace(mention, raw=change.raw, place=_place(mention.place, change.id, find_place))
        for mention, change in zip(where, changes, strict=True)
    )


def _place(place: Place | None, place_id: str | None, find_place: FindPlace) -> Place | None:
    if place_id is None:
        return None
    if place is not None and place.id == place_id:
        return place
    entry = find_place(place_id)
    if entry is None:
        raise InputError(
            "web.unknown_place",
            f"No gazetteer here knows {place_id!r}.",
            "Give an id such as geonames:172955, or leave it empty for unknown.",
        )
    return chosen_entry(entry)


def _actors(actors: Sequence[Actor], names: Sequence[str]) -> tuple[Actor, ...]:
    if len(actors) != len(names):
        raise InputError("web.no_actor", "The claim has other actors by now.", "Load it anew.")
    if any(not name.strip() for name in names):
        raise InputError("web.actor_nameless", "An actor needs a name.", "Write the name as said.")
    return tuple(
        replace(actor, name=name.strip()) for actor, name in zip(actors, names, strict=True)
    )
