"""What the inside asks of the outside, as protocols."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from allegata.model.document import Box, Document, SourceFile
from allegata.model.pictures import Picture, PictureText
from allegata.model.places import GazetteerEntry


class Gazetteer(Protocol):
    """Names to places. Implemented by ``allegata.gazetteers``."""

    @property
    def label(self) -> str:
        """Name and digest, such as ``embedded@3f2a…``, for the run's record."""
        ...

    def lookup(
        self,
        name: str,
        *,
        country: str | None = None,
        loose: bool = False,
        districts: bool = False,
    ) -> Sequence[GazetteerEntry]:
        """Return the entries that ``name`` may mean, most populous first; empty if unknown.

        Only entries of ``country`` (ISO 3166 alpha-2) where one is given. With ``loose``, spellings
        that share no more than their consonants count too, where no closer one is found. Units of
        the second level are asked for by themselves, with ``districts``.
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
