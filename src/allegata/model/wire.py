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
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import TypeVar

T = TypeVar("T")
_ADDED = "added"
Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Decoder = Callable[[Json], object]


def to_json(value: object) -> Json:
    """Return ``value`` (dataclass, enum, tuple or plain) as JSON values."""
    kind = type(value)
    if kind is str or value is None or kind is int or kind is bool:
        return typing.cast("Json", value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {name: to_json(getattr(value, name)) for name in _names(typing.cast("type", kind))}
    raise TypeError(f"{type(value).__name__} has no JSON form")


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


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
    known: object = kind
    return typing.cast("T", _decoder(known)(value))


@cache
def _decoder(kind: object) -> Decoder:
    """Return what decodes a type, made once: a case file holds the same few types many times."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return _union_decoder(arguments)
    if origin is tuple:
        return _tuple_decoder(arguments[0])
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _dataclass_decoder(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        code_list = kind
        return lambda value: code_list(str(value))
    return _plain_decoder(kind)


def _plain_decoder(kind: object) -> Decoder:
    def decode(value: Json) -> object:
        if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        if type(value) is kind:
            return value
        raise ValueError(f"expected {kind}, not {value!r}")

    return decode


def _tuple_decoder(item: object) -> Decoder:
    decode_item = _decoder(item)

    def decode(value: Json) -> object:
        if not isinstance(value, list):
            raise ValueError(f"expected a list, not {value!r}")
        return tuple([decode_item(each) for each in value])

    return decode


def _union_decoder(arguments: tuple[object, ...]) -> Decoder:
    takes_none = type(None) in arguments
    options = [_decoder(each) for each in arguments if each is not type(None)]

    def decode(value: Json) -> object:
        if value is None and takes_none:
            return None
        problem: ValueError | None = None
        for option in options:
            try:
                return option(value)
            except ValueError as error:
                problem = error
        raise problem or ValueError(f"no option takes {value!r}")

    return decode


def _dataclass_decoder(kind: type) -> Decoder:
    fields = dataclasses.fields(kind)
    required = {
        field.name
        for field in fields
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    hints = typing.get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields}

    def decode(value: Json) -> object:
        if not isinstance(value, dict) or not value.keys() <= decoders.keys():
            raise ValueError(f"not a {kind.__name__}: {value!r}")
        missing = required - value.keys()
        if missing:
            raise ValueError(f"{kind.__name__} lacks {', '.join(sorted(missing))}")
        return kind(**{name: decoders[name](item) for name, item in value.items()})

    return decode
