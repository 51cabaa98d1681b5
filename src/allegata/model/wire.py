"""Nouns to plain JSON values and back, in the shape of the contract of ``allegata read``.

Field names are the contract's keys, tuples are lists, enums their values; floats are rounded to
six places so that the same reading gives the same bytes.

>>> from allegata.model.span import Span
>>> to_json(Span("t0", 0, 3))
{'layer': 't0', 'start': 0, 'end': 3}
>>> from_json(Span, {"layer": "t0", "start": 0, "end": 3})
Span(layer='t0', start=0, end=3)
"""

import dataclasses
import types
import typing
from enum import StrEnum
from functools import cache
from typing import TypeVar

T = TypeVar("T")
_ADDED = "added"
Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def to_json(value: object) -> Json:
    """Return ``value`` (dataclass, enum, tuple or plain) as JSON values."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {
            field.name: to_json(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    raise TypeError(f"{type(value).__name__} has no JSON form")


def added(default: T) -> T:
    """Return a dataclass field that came after case files were written, with its default.

    ``digested`` leaves it out while it has its default, so that the digests in the ledgers of
    older case files go on to hold.
    """
    return dataclasses.field(default=default, metadata={_ADDED: True})


def digested(value: object) -> Json:
    """Return ``value`` as JSON values to make a digest of: ``to_json`` less unused added fields.

    >>> @dataclasses.dataclass
    ... class Noun:
    ...     name: str
    ...     later: int = added(0)
    >>> digested(Noun("a")), digested(Noun("a", 2)), to_json(Noun("a"))
    ({'name': 'a'}, {'name': 'a', 'later': 2}, {'name': 'a', 'later': 0})
    """
    if isinstance(value, list | tuple):
        return [digested(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {
            field.name: digested(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if not (_ADDED in field.metadata and getattr(value, field.name) == field.default)
        }
    return to_json(value)


def from_json(kind: type[T], value: Json) -> T:
    """Return the ``kind`` that ``value`` describes; a missing or unknown key is a ValueError."""
    return typing.cast("T", _decode(kind, value))


@cache
def _hints(kind: type) -> dict[str, object]:
    return typing.get_type_hints(kind)


def _decode(kind: object, value: Json) -> object:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return _decode_union(arguments, value)
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"expected a list, not {value!r}")
        return tuple(_decode(arguments[0], item) for item in value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _decode_dataclass(kind, value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(str(value))
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if isinstance(kind, type) and type(value) is kind:
        return value
    raise ValueError(f"expected {kind}, not {value!r}")


def _decode_union(arguments: tuple[object, ...], value: Json) -> object:
    if value is None and type(None) in arguments:
        return None
    problem: ValueError | None = None
    for option in arguments:
        if option is type(None):
            continue
        try:
            return _decode(option, value)
        except ValueError as error:
            problem = error
    raise problem or ValueError(f"no option takes {value!r}")


def _decode_dataclass(kind: type, value: Json) -> object:
    if not isinstance(value, dict) or set(value) - set(_hints(kind)):
        raise ValueError(f"not a {kind.__name__}: {value!r}")
    hints = _hints(kind)
    required = {
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    missing = required - set(value)
    if missing:
        raise ValueError(f"{kind.__name__} lacks {', '.join(sorted(missing))}")
    return kind(**{name: _decode(hints[name], item) for name, item in value.items()})
