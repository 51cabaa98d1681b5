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
from collections.abc import Sequence

from allegata.model.document import Document
from allegata.model.doubt import Doubt
from allegata.model.span import Span
from allegata.model.un import Part, Reference, Sender, UnRecord
from allegata.text.offsets import OffsetMap
from allegata.un.letters import Letter, read_letter
from allegata.un.masthead import Masthead, read_kind, read_masthead
from allegata.un.parts import FoundHeading, find_headings
from allegata.un.references import FoundReference, find_addresses, find_references
from allegata.un.signatures import find_signatures
from allegata.un.titles import FoundSender, title_at

_NOTE_VERBALE = "note_verbale"
_OFFICES_OF_NO_STATE = frozenset(
    {"secretary_general", "president_of_the_security_council", "president_of_the_general_assembly"}
)


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
    head = read_masthead(view_text)
    letter = read_letter(view_text)
    record = None
    if head.is_present or letter is not None:
        record = _record(doc, view_text, offsets, head, letter)
    found = find_references(
        view_text,
        own_symbol=record.symbol if record else None,
        organ=record.organ if record else None,
        dated=(record.dated or record.issued or doc.published) if record else doc.published,
        skipped=skipped,
    )
    references = tuple(_reference(one, doc.layers[0].id, offsets) for one in found)
    references += _linked(doc, references, record)
    doubts = doc.doubts + _doubts(record)
    return dataclasses.replace(doc, un=record, references=references, doubts=doubts)


def _record(
    doc: Document, view_text: str, offsets: OffsetMap, head: Masthead, letter: Letter | None
) -> UnRecord:
    senders = letter.senders if letter else ()
    layer = doc.layers[0].id
    return UnRecord(
        symbol=head.symbol,
        symbol_basis="masthead" if head.symbol else None,
        organ=head.organ,
        distribution=head.distribution,
        issued=head.issued,
        original_language=head.original_language,
        kind=letter.kind if letter else read_kind(view_text, head),
        dated=letter.dated if letter else None,
        job_number=head.job_number,
        senders=tuple(_sender(one, layer, offsets) for one in senders),
        addressees=letter.addressees if letter else (),
        parts=_parts(doc, view_text, offsets, head, letter),
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


def _parts(
    doc: Document, view_text: str, offsets: OffsetMap, head: Masthead, letter: Letter | None
) -> tuple[Part, ...]:
    """Return the main part and the annexes: together they are the whole layer, in order."""
    language = doc.language or head.language or (letter.language if letter else None)
    body = letter.title_end if letter else head.end
    headings = [one for one in find_headings(view_text) if one.start >= body]
    ends = [one.start for one in headings[1:]] + [len(view_text)]
    starts = [offsets.to_source(one.start, one.end)[0] for one in headings]
    bounds = [0, *starts, len(doc.layers[0].text)]
    kind = "document"
    if letter is not None:
        kind = _NOTE_VERBALE if letter.kind == _NOTE_VERBALE else "letter"
    main = Part(kind, _author(letter.senders if letter else ()), language, 0, bounds[1])
    annexes = [
        Part(
            heading.kind,
            _annex_author(view_text, heading, end),
            language,
            bounds[at],
            bounds[at + 1],
            heading.original_language,
        )
        for at, (heading, end) in enumerate(zip(headings, ends, strict=False), start=1)
    ]
    return (main, *annexes)


def _author(senders: tuple[FoundSender, ...]) -> str | None:
    """Return the state of a single sender, or the office of one that speaks for no state.

    Several senders are no single author, and the office of an unknown state is none either; the
    record's senders keep their words.
    """
    if len(senders) != 1:
        return None
    office = senders[0].office
    return senders[0].state or (office if office in _OFFICES_OF_NO_STATE else None)


def _annex_author(view_text: str, heading: FoundHeading, end: int) -> str | None:
    """Return who an annex is by, as its title or signature says; the letter only sends it."""
    body = view_text[heading.end : end]
    title = title_at(body, len(body) - len(body.lstrip()))
    if title is not None:
        return _author(title.senders)
    states = [one.state for one in find_signatures(body) if one.state is not None]
    return states[-1] if states else None


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


def _linked(
    doc: Document, references: tuple[Reference, ...], record: UnRecord | None
) -> tuple[Reference, ...]:
    """Return the documents that the layer only links to: "[letters](https://undocs.org/…)"."""
    layer = doc.layers[0]
    named = {one.symbol for one in references} | {record.symbol if record else None}
    unmoved = OffsetMap.identity(len(layer.text))
    found = [one for one in find_addresses(layer.text) if one.symbol not in named]
    return tuple(_reference(one, layer.id, unmoved) for one in found)


def _doubts(record: UnRecord | None) -> tuple[Doubt, ...]:
    """Return a doubt where a letter is dated after the day it was issued."""
    if record is None or record.dated is None or record.issued is None:
        return ()
    if record.dated <= record.issued:
        return ()
    message = f"the letter is dated {record.dated}, after its distribution on {record.issued}"
    return (Doubt("un.dated_after_issue", message),)
