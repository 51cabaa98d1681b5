"""Code points to UTF-16 units and back: the only place where the two meet.

The model counts code points; a browser counts UTF-16 units, of which letters beyond the basic
plane take two.

>>> units = Utf16("a😀b")
>>> units.of(2), units.code_point(3)
(3, 2)
>>> to_browser({"layer": "t0", "start": 1, "end": 3}, {"t0": units})
{'layer': 't0', 'start': 1, 'end': 4}
"""

import bisect
import re
from collections.abc import Callable, Iterable, Mapping

from allegata.model.document import TextLayer
from allegata.model.errors import InputError
from allegata.model.span import Span
from allegata.model.wire import Json

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """The positions of one text, told in both ways of counting."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [found.start() for found in _WIDE.finditer(text)]
        self._wide_units = [at + before for before, at in enumerate(self._wide)]

    def of(self, code_point: int) -> int:
        """Return the UTF-16 unit at which the code point of that index begins."""
        return code_point + bisect.bisect_left(self._wide, code_point)

    def code_point(self, unit: int) -> int:
        """Return the index of the code point that begins at ``unit``.

        Raises:
            InputError: outside the text, or in the middle of a letter.
        """
        before = bisect.bisect_left(self._wide_units, unit)
        inside = before > 0 and self._wide_units[before - 1] + 1 == unit
        if inside or not 0 <= unit <= self._length + len(self._wide):
            raise InputError(
                "web.offset",
                f"Position {unit} is no place between two letters of this text.",
                "Mark the words in the text again.",
            )
        return unit - before


def maps_of(layers: Iterable[TextLayer]) -> dict[str, Utf16]:
    """Return the translation of positions for each layer, by the layer's id."""
    return {layer.id: Utf16(layer.text) for layer in layers}


def to_browser(value: Json, maps: Mapping[str, Utf16]) -> Json:
    """Return ``value`` with every span in it (``layer``, ``start``, ``end``) in UTF-16 units."""
    return _moved(value, maps, Utf16.of)


def to_span(value: Json, maps: Mapping[str, Utf16]) -> Span:
    """Return the span that a browser names in UTF-16 units.

    Raises:
        InputError: an unknown layer, or positions that the layer does not have.
    """
    match value:
        case {"layer": str(layer), "start": int(start), "end": int(end)} if layer in maps:
            first, last = maps[layer].code_point(start), maps[layer].code_point(end)
            if first < last:
                return Span(layer, first, last)
    raise InputError(
        "web.span", "These are no words of this document.", "Mark the words in the text again."
    )


def _moved(value: Json, maps: Mapping[str, Utf16], move: Callable[[Utf16, int], int]) -> Json:
    if isinstance(value, list):
        return [_moved(item, maps, move) for item in value]
    if not isinstance(value, dict):
        return value
    moved = {name: _moved(item, maps, move) for name, item in value.items()}
    match value:
        case {"layer": str(layer), "start": int(start), "end": int(end)} if layer in maps:
            moved["start"], moved["end"] = move(maps[layer], start), move(maps[layer], end)
    return moved
