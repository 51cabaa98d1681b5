"""A reading fitted to the layers that the case file holds already: layers are immutable.

Where a later converter makes other text, its layer gets a free id and everything that stands in
it is said of that id; where it makes the same text, the stored layer is used.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from allegata.model.casefile import StoredLayer
from allegata.model.document import TextLayer
from allegata.model.ids import short_id
from allegata.model.reading import Reading
from allegata.model.wire import Json, from_json, to_json

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fitted:
    """The reading with its layers' ids as stored, and the layers to add."""

    reading: Reading
    new_layers: tuple[TextLayer, ...]


def fit_layers(reading: Reading, kept: Iterable[StoredLayer]) -> Fitted:
    """Return ``reading`` so that each of its layers has the id of the same text in ``kept``."""
    known = {(item.layer.kind, item.sha256): item.layer for item in kept}
    taken = {layer.id for layer in known.values()}
    names: dict[str, str] = {}
    for layer in reading.document.layers:
        same = known.get((layer.kind, layer.sha256))
        names[layer.id] = same.id if same else free_id(layer.id, taken)
        taken.add(names[layer.id])
    same_names = all(old == new for old, new in names.items())
    fitted = reading if same_names else _renamed(reading, names)
    stored = {layer.id for layer in known.values()}
    return Fitted(fitted, tuple(x for x in fitted.document.layers if x.id not in stored))


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """Return ``wanted``, or the first of t0, t1, … that no layer has.

    >>> free_id("t0", {"t0", "t1"})
    't2'
    """
    used = set(taken)
    if wanted not in used:
        return wanted
    return next(name for number in range(len(used) + 1) if (name := f"t{number}") not in used)


def _renamed(reading: Reading, names: Mapping[str, str]) -> Reading:
    document = reading.document
    layers = tuple(
        replace(layer, id=names[layer.id], of=names.get(layer.of or "", layer.of))
        for layer in document.layers
    )
    bare = _rename(replace(document, layers=()), names)
    claims = tuple(_rename(claim, names) for claim in reading.claims)
    ids = {
        claim.id: short_id(claim.id, claim.trigger.layer)
        for claim, before in zip(claims, reading.claims, strict=True)
        if claim.trigger.layer != before.trigger.layer
    }
    return Reading(
        run=reading.run,
        document=replace(bare, layers=layers),
        mentions=_with_ids(_rename(reading.mentions, names), ids),
        claims=tuple(_with_ids(replace(x, id=ids.get(x.id, x.id)), ids) for x in claims),
        incidents=tuple(_with_ids(_rename(x, names), ids) for x in reading.incidents),
    )


def _rename(noun: T, names: Mapping[str, str]) -> T:
    """Return ``noun`` with the layers of its spans renamed."""

    def renamed(key: str, item: Json) -> Json:
        return names.get(item, item) if key == "layer" and isinstance(item, str) else item

    return from_json(type(noun), _changed(to_json(noun), renamed))


def _with_ids(noun: T, ids: Mapping[str, str]) -> T:
    """Return ``noun`` with the claims that it names renamed: a claim's id depends on its layer."""

    def renamed(key: str, item: Json) -> Json:
        if key in {"claims", "characterises"} and isinstance(item, list):
            return [ids.get(name, name) if isinstance(name, str) else name for name in item]
        return item

    return from_json(type(noun), _changed(to_json(noun), renamed))


def _changed(value: Json, change: Callable[[str, Json], Json]) -> Json:
    """Return ``value`` with ``change(key, item)`` in the place of each item of each object."""
    if isinstance(value, dict):
        return {key: _changed(change(key, item), change) for key, item in value.items()}
    if isinstance(value, list):
        return [_changed(item, change) for item in value]
    return value
