"""What every source is read into, before the sources are merged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from allegata.model.places import GazetteerName
from allegata.model.shape import Shape


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A place as one source has it; degrees WGS 84, features as in ``GazetteerEntry``.

    ``same_as`` are its ids in other lists, ``within`` the ids of the units it lies in, of any list,
    ``code`` is a unit's own in the country. A row without a point only adds names to one that has.
    """

    id: str
    source: str
    feature: str
    name: str
    names: tuple[GazetteerName, ...]
    lat: float | None = None
    lon: float | None = None
    same_as: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    kind: str = ""
    population: int | None = None
    radius_km: float | None = None
    code: str = ""
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source that lies in a folder: whose it is, under what licence, and how it is read.

    ``label`` marks its names; ``read`` yields the rows of one country, ISO 3166 alpha-2, and raises
    InputError where a file is not what it should be.
    """

    label: str
    title: str
    licence: str
    url: str
    paths: tuple[Path, ...]
    read: Callable[[str], Iterator[SourceRow]]
