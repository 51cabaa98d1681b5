"""What the inside asks of the outside, as protocols."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from allegata.model.document import Box, Document, SourceFile
from allegata.model.pictures import Picture, PictureText
from allegata.model.places import FoundEntry, GazetteerEntry, GazetteerName
from allegata.model.shape import Shape


class Gazetteer(Protocol):
    """Names to places. Implemented by ``allegata.gazetteers``.

    One that is open never changes, and is hashed by what it is, so that answers can be kept.
    """

    def __hash__(self) -> int:
        """Return a hash that stays."""
        ...

    @property
    def label(self) -> str:
        """Name and digest, such as ``embedded@3f2a…``, for the run's record."""
        ...

    def find(self, name: str, *, country: str | None = None) -> Sequence[FoundEntry]:
        """Return the entries that ``name`` may mean, of every feature; empty if unknown.

        The nearest spellings first, then the most people. Only entries of ``country`` (ISO 3166
        alpha-2) where one is given.
        """
        ...

    def names(self, entry_id: str) -> Sequence[GazetteerName]:
        """Return the names of the entry of that id, its main one first; empty if unknown."""
        ...

    def shape(self, entry_id: str) -> Shape | None:
        """Return the outline of the entry of that id, where the gazetteer has one."""
        ...

    def units_at(self, lat: float, lon: float) -> Sequence[GazetteerEntry]:
        """Return the units whose outline covers a point (degrees WGS 84), the largest first.

        Empty where no outlines are known.
        """
        ...

    def entry(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry of that id, such as ``geonames:172955``."""
        ...


class Converter(Protocol):
    """Bytes to a document with layers and blocks; raises InputError where it must refuse."""

    def __call__(self, source: SourceFile) -> Document:
        """Return the document that ``source`` holds."""
        ...


class Recognizer(Protocol):
    """Pictures of pages to words. Implemented by ``allegata.runners``."""

    @property
    def engine(self) -> str | None:
        """Name and version of the engine, such as ``tesseract 5.3.0``; None where there is none."""
        ...

    def read(self, pictures: Iterable[Picture]) -> Iterator[PictureText]:
        """Yield what stands on each picture, in their order; pictures are taken as they are read.

        Where there is no engine every picture fails with ``language``.
        """
        ...


class Renderer(Protocol):
    """A page of an original as a PNG; raises InputError where it cannot be shown."""

    def __call__(
        self, source: SourceFile, page: int, *, box: Box | None = None, dpi: int = 150
    ) -> bytes:
        """Return the page (from 1), or the part of it in ``box``."""
        ...
