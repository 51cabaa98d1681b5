"""Bytes to a SourceFile: identity, media type, encoding and what was told from outside.

>>> acquire(b"Two were hurt.", "note.txt").media_type
'text/plain'
"""

from dataclasses import dataclass, field

from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.source import Provenance
from allegata.stages.acquire.sniff import sniff


@dataclass(frozen=True, slots=True)
class Told:
    """What the person who gives a document says about it; it beats what is detected.

    ``language`` is ISO 639-1, ``published`` an ISO date, ``country`` ISO 3166 alpha-2.
    """

    media_type: str | None = None
    language: str | None = None
    published: str | None = None
    country: str | None = None
    provenance: Provenance = field(default_factory=Provenance)


NOTHING_TOLD = Told()


def acquire(content: bytes, name: str, told: Told = NOTHING_TOLD) -> SourceFile:
    """Return the source file that these bytes are.

    Raises:
        InputError: ``acquire.empty``, ``acquire.binary``, ``acquire.unsupported`` …
    """
    sniffed = sniff(content, name, media_type=told.media_type)
    return SourceFile(
        id=content_id(content),
        name=name,
        content=content,
        media_type=sniffed.media_type,
        encoding=sniffed.encoding,
        language=told.language,
        published=told.published,
        country=told.country,
        provenance=told.provenance,
        doubts=sniffed.doubts,
    )
