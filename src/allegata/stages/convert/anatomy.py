"""The anatomy of a United Nations document, and the references that any document makes.

In: a converted document, the reading view of its first layer and the map between the two. Out: the
document with ``un`` (None where it is no United Nations document) and ``references``, every span
in its first layer.

>>> from allegata.model.document import Document, TextLayer
>>> from allegata.model.vocabularies import LayerKind
>>> text = "Security Council\\nDistr.: General\\n8 May 2031\\n\\nReport of the Secretary-General"
>>> doc = Document("sha256:0", "x", "text/plain", (TextLayer("t0", LayerKind.NATIVE, "x", text),))
>>> read_anatomy(doc, text, OffsetMap.identity(len(text))).un.issued
'2031-05-08'
"""

import dataclasses
from collections.abc import Iterator, Sequence

from allegata.model.document import Document
from allegata.model.doubt import Doubt
from allegata.model.span import Span
from allegata.model.un import Part, Reference, Sender, UnRecord
from allegata.model.vocabularies import LayerKind
from allegata.text.offsets import OffsetMap
from allegata.un.documents import FoundPart, UnDocument, read_document
from allegata.un.references import FoundReference, find_addresses, find_references
from allegata.un.senders import FoundSender
from allegata.un.symbols import parse_symbol

_YEAR_DIGITS = 4


def read_anatomy(
    doc: Document,
    view_text: str,
    offsets: OffsetMap,
    *,
    skipped: Sequence[tuple[int, int]] = (),
) -> Document:
    """Return ``doc`` with its United Nations record, if it has one, and what it refers to.

    Args:
        doc: A converted document with at least one layer.
        view_text: The reading view of the first layer.
        offsets: The map from ``view_text`` to that layer.
        skipped: Stretches of ``view_text`` that are not read, such as running heads.
    """
    layer = doc.layers[0]
    scanned = layer.kind is LayerKind.OCR
    found = read_document(view_text, scanned=scanned)
    record = None if found is None else _record(doc, offsets, found)
    references = find_references(
        view_text,
        own_symbol=record.symbol if record else None,
        organ=record.organ if record else None,
        dated=(record.dated or record.issued or doc.published) if record else doc.published,
        skipped=skipped,
        scanned=scanned,
    )
    doubts = () if found is None else tuple(_doubts(found, scanned=scanned))
    named = tuple(_reference(one, layer.id, offsets) for one in references)
    return dataclasses.replace(
        doc,
        un=record,
        references=_with_links(doc, named, record),
        doubts=doc.doubts + doubts,
    )


def _record(doc: Document, offsets: OffsetMap, found: UnDocument) -> UnRecord:
    head, letter, layer = found.head, found.letter, doc.layers[0].id
    senders = letter.senders if letter else ()
    return UnRecord(
        symbol=found.symbol,
        symbol_basis=found.symbol_basis,
        organ=head.organ,
        distribution=head.distribution,
        issued=head.issued,
        original_language=head.original_language,
        kind=found.kind,
        dated=found.dated,
        job_number=head.job_number,
        senders=tuple(_sender(one, layer, offsets) for one in senders),
        addressees=letter.addressees if letter else (),
        parts=tuple(_parts(doc, offsets, found)),
        session=head.session,
        council_year=head.council_year,
        agenda_items=head.agenda_items,
    )


def _sender(found: FoundSender, layer: str, offsets: OffsetMap) -> Sender:
    return Sender(
        office=found.office,
        state=found.state,
        raw=found.raw,
        signatory=found.signatory,
        title=found.title,
        span=Span(layer, *offsets.to_source(found.start, found.end)),
    )


def _parts(doc: Document, offsets: OffsetMap, found: UnDocument) -> Iterator[Part]:
    """Yield the parts: together they are the whole layer, in order."""
    letter = found.letter
    language = doc.language or found.head.language or (letter.language if letter else None)
    starts = [offsets.to_source(part.start, part.end)[0] for part in found.parts[1:]]
    bounds = [0, *starts, len(doc.layers[0].text)]
    for at, part in enumerate(found.parts):
        yield Part(
            kind=part.kind,
            author=_author(part),
            language=language,
            start=bounds[at],
            end=bounds[at + 1],
            original_language=part.original_language,
            dated=part.dated,
            label=part.label,
        )


def _author(part: FoundPart) -> str | None:
    """Return the normal name of a part's author; several states are no single author."""
    return None if part.author is None or part.author.is_joint else part.author.name


def _reference(found: FoundReference, layer: str, offsets: OffsetMap) -> Reference:
    span = Span(layer, *offsets.to_source(found.start, found.end))
    return Reference(
        kind=found.kind,
        symbol=found.symbol,
        dated=found.dated,
        relation=found.relation,
        url=found.url,
        span=span,
        provisions=found.provisions,
        doubts=tuple(dataclasses.replace(doubt, span=span) for doubt in found.doubts),
    )


def _with_links(
    doc: Document, named: tuple[Reference, ...], record: UnRecord | None
) -> tuple[Reference, ...]:
    """Return the references, and the documents that the layer only links to.

    "[letters](https://undocs.org/S/… "Letters dated …")" names a document, and may give its day.
    """
    layer = doc.layers[0]
    linked = {one.symbol: one for one in find_addresses(layer.text)}
    days = {one.symbol: one.dated for one in linked.values()}
    known = {one.symbol for one in named} | {record.symbol if record else None}
    unmoved = OffsetMap.identity(len(layer.text))
    found = [_reference(one, layer.id, unmoved) for one in linked.values()]
    return (
        *(dataclasses.replace(one, dated=one.dated or days.get(one.symbol)) for one in named),
        *(one for one in found if one.symbol not in known),
    )


def _doubts(found: UnDocument, *, scanned: bool) -> Iterator[Doubt]:
    """Yield what is uncertain of the document's identity, or does not agree.

    A copy on the web often lacks the symbol, and its absence says so. Where the page itself is at
    hand, a scan or a text with its job number, the symbol was printed and is lost.
    """
    head, dated = found.head, found.letter.dated if found.letter else None
    if dated is not None and head.issued is not None and dated > head.issued:
        message = f"the letter is dated {dated}, after its distribution on {head.issued}"
        yield Doubt("un.dated_after_issue", message)
    for repair in head.repairs:
        yield Doubt("un.masthead_repaired", repair)
    if found.symbol is None and head.is_present and (scanned or head.job_number):
        yield Doubt("un.symbol_missing", "the document's own symbol does not stand in it")
    year = _year_of(found.symbol)
    if year is not None and head.issued is not None and head.issued[:_YEAR_DIGITS] < year:
        message = f"the symbol {found.symbol} is of {year}, the distribution of {head.issued}"
        yield Doubt("un.year_disagrees", message)


def _year_of(symbol: str | None) -> str | None:
    """Return the year that a Council symbol names: S/2017/684, S/RES/2253 (2015)."""
    parsed = parse_symbol(symbol) if symbol else None
    while parsed is not None and parsed.organ != "S":
        parsed = parsed.joined
    if parsed is None:
        return None
    numbers = [part for part in parsed.parts if part.isdigit() and len(part) == _YEAR_DIGITS]
    if parsed.is_resolution:
        return parsed.parts[-1].partition("(")[2].rstrip(")") or None
    return numbers[0] if numbers and len(parsed.parts) > 1 else None
