"""A reading fitted to the layers that the case file holds already: layers are immutable.

Where a later converter makes other text, its layer gets a free id and everything that stands in
it is said of that id; where it makes the same text, the stored layer is used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from allegata.model.casefile import StoredLayer
from allegata.model.document import TextLayer
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
    return Reading(
        run=reading.run,
        document=replace(bare, layers=layers),
        mentions=_rename(reading.mentions, names),
        claims=tuple(_rename(claim, names) for claim in reading.claims),
        incidents=tuple(_rename(incident, names) for incident in reading.incidents),
    )


def _rename(noun: T, names: Mapping[str, str]) -> T:
    return from_json(type(noun), _renamed_json(to_json(noun), names))


def _renamed_json(value: Json, names: Mapping[str, str]) -> Json:
    if isinstance(value, dict):
        return {
            key: names.get(item, item)
            if key == "layer" and isinstance(item, str)
            else _renamed_json(item, names)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_renamed_json(item, names) for item in value]
    return value
