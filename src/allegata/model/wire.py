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
import operator
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
Encoder = Callable[[typing.Any], Json]
_PLAIN = frozenset((str, int, bool, type(None)))  # types that are JSON values as they are


def to_json(value: typing.Any) -> Json:
    """Return ``value`` (dataclass, enum, tuple or plain) as JSON values."""
    kind = type(value)
    return value if kind in _PLAIN else _ENCODERS[kind](value)


@cache
def _encoder(kind: typing.Any) -> Encoder:
    """Return what encodes a type, made once: a reading holds some hundred values of few types."""
    if issubclass(kind, StrEnum):
        return lambda value: value.value
    if issubclass(kind, str | int):
        return lambda value: value
    if issubclass(kind, float):
        return lambda value: round(value, 6)
    if issubclass(kind, list | tuple):
        return lambda value: [
            item if type(item) in _PLAIN else _ENCODERS[type(item)](item) for item in value
        ]
    if dataclasses.is_dataclass(kind):
        return _dataclass_encoder(kind)
    raise TypeError(f"{kind.__name__} has no JSON form")


def _dataclass_encoder(kind: typing.Any) -> Encoder:
    names = tuple(field.name for field in dataclasses.fields(kind))
    # of one name an attrgetter returns the value itself, of several a tuple
    values = operator.attrgetter(*names) if len(names) > 1 else None

    def encode(value: object) -> Json:
        found = values(value) if values else [getattr(value, name) for name in names]
        return {
            name: item if type(item) in _PLAIN else _ENCODERS[type(item)](item)
            for name, item in zip(names, found)  # noqa: B905
        }

    return encode


class _Encoders(dict[type, Encoder]):
    """What encodes a type, made when a value of it is met first."""

    def __missing__(self, kind: type) -> Encoder:
        return self.setdefault(kind, _encoder(kind))


_ENCODERS = _Encoders()


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
