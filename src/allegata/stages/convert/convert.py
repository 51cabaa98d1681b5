"""A source file to a document: the converter of its media type, then the language.

>>> source = SourceFile("sha256:0", "n.txt", b"Two were hurt.", "text/plain", language="en")
>>> convert(source).layer("t0").text
'Two were hurt.'
"""

from dataclasses import replace

from allegata.model.document import Document, Metadata, SourceFile
from allegata.model.source import Provenance
from allegata.stages.convert.converted import Converted
from allegata.stages.convert.language import identify_language
from allegata.stages.convert.registry import converter_of


def convert(source: SourceFile) -> Document:
    """Return the document that ``source`` holds, read in this process.

    Files that may be hostile (``converter_of(source).isolated``) belong in a separate one:
    ``allegata.runners.worker.convert_isolated``.

    Raises:
        InputError: the file cannot be used; the code says why.
    """
    return as_document(source, converter_of(source).load()(source))


def as_document(source: SourceFile, converted: Converted) -> Document:
    """Return what was converted as a document, with its language and what was told of it."""
    first = converted.layers[0]
    language, doubts = identify_language(_main_text(converted), told=source.language)
    layers = (replace(first, language=first.language or language), *converted.layers[1:])
    return Document(
        id=source.id,
        name=source.name,
        media_type=source.media_type,
        layers=layers,
        blocks=converted.blocks,
        row_id=source.row_id,
        language=language,
        pages=converted.pages,
        published=source.published or converted.metadata.published,
        country=source.country,
        provenance=_provenance(source.provenance, converted.metadata),
        doubts=(*source.doubts, *converted.doubts, *doubts),
        metadata=converted.metadata,
    )


def _provenance(told: Provenance, metadata: Metadata) -> Provenance:
    """Return where the document came from: what was told, and what the file says beside it."""
    return replace(
        told,
        url=told.url or metadata.url,
        publisher=told.publisher or metadata.publisher,
        author=told.author or metadata.author,
    )


def _main_text(converted: Converted) -> str:
    """Return the first text without its furniture, which may be in another language."""
    text = converted.layers[0].text
    parts = []
    length = 0
    for block in converted.blocks:
        if block.kind != "furniture" and block.layer == "t0" and length < 20_000:
            parts.append(text[block.start : block.end])
            length += len(parts[-1])
    return "\n".join(parts) or text[:20_000]
