"""What a document says of itself against what its name and its metadata say.

In: a document with its anatomy. Out: the document, with doubts where two do not agree, and with
what only the metadata say filled in (basis ``metadata``). What the content says stands.
"""

import dataclasses
import datetime as dt

from allegata.model.document import Document
from allegata.model.doubt import Doubt
from allegata.model.un import Part, UnRecord
from allegata.stages.convert.language import sure_language
from allegata.un.naming import NamedAs, read_name, same_document

_NEAR = 200  # characters: a heading may stand a line or two into the markup of its annex
_LATE = 31  # days: a document of a year may be issued early in the next


def compare_with_labels(doc: Document) -> Document:
    """Return ``doc`` compared with the file's name and metadata."""
    named = read_name(doc.name)
    filled = _filled(doc)
    doubts = (
        *_language_doubts(filled, named),
        *_name_doubts(filled, named),
        *_metadata_doubts(doc),
        *_year_doubts(filled),
    )
    return dataclasses.replace(filled, doubts=(*filled.doubts, *doubts))


def _filled(doc: Document) -> Document:
    """Fill in the symbol and day of issue where the text is silent and the metadata are not."""
    symbol, issued = doc.metadata.symbol, doc.metadata.issued
    record = doc.un
    if record is None:
        if symbol is None:
            return doc
        whole = Part("document", None, doc.language, 0, len(doc.layers[0].text))
        record = UnRecord(parts=(whole,))
    if record.symbol is None and symbol is not None:
        record = dataclasses.replace(record, symbol=symbol, symbol_basis="metadata")
    if record.issued is None and issued is not None:
        record = dataclasses.replace(record, issued=issued)
    for start in doc.metadata.annexes:
        record = dataclasses.replace(record, parts=_with_annex(record.parts, start))
    return dataclasses.replace(doc, un=record)


def _with_annex(parts: tuple[Part, ...], start: int) -> tuple[Part, ...]:
    """Return the parts with one that begins at ``start``, unless a heading there began one."""
    for index, part in enumerate(parts):
        if part.start < start < part.end:
            later = parts[index + 1].start if index + 1 < len(parts) else part.end
            if later - start <= _NEAR and index + 1 < len(parts):
                return parts
            annex = Part("annex", None, part.language, start, part.end)
            before = dataclasses.replace(part, end=start)
            return (*parts[:index], before, annex, *parts[index + 1 :])
    return parts


def _language_doubts(doc: Document, named: NamedAs) -> tuple[Doubt, ...]:
    """Doubt the language where a folder, a name or the metadata say another than the text shows."""
    said = [(f"its name ({words})", code) for words, code in named.languages]
    if doc.metadata.language is not None:
        said.append(("its metadata", doc.metadata.language))
    others = [(where, code) for where, code in said if code != doc.language]
    if not others or doc.language is None:
        return ()
    if sure_language(_readable(doc)) != doc.language:
        return ()  # too short or too mixed to hold against a label
    signs = "; ".join(f"{where} says {code}" for where, code in others)
    message = f"The text is in {doc.language}, but {signs}. It was read as {doc.language}."
    return (Doubt("convert.language_disagrees", message),)


def _readable(doc: Document) -> str:
    text = doc.layers[0].text
    blocks = [block for block in doc.blocks if block.kind != "furniture"]
    return "\n".join(text[block.start : block.end] for block in blocks[:200]) or text


def _name_doubts(doc: Document, named: NamedAs) -> tuple[Doubt, ...]:
    """Doubt the identity where the file is named after another document than it holds."""
    record = doc.un
    if record is None:
        return ()
    doubts = []
    if record.symbol and named.symbol and not same_document(named.symbol, record.symbol):
        doubts.append((named.symbol, record.symbol))
    elif record.job_number and named.job_number and named.job_number != record.job_number:
        doubts.append((f"job number {named.job_number}", f"job number {record.job_number}"))
    return tuple(
        Doubt(
            "un.file_name_disagrees",
            f"The file is named after {name}, and the document is {own}. It was read as {own}.",
        )
        for name, own in doubts
    )


def _metadata_doubts(doc: Document) -> tuple[Doubt, ...]:
    """Doubt what the metadata of the file say otherwise than its text."""
    record, told = doc.un, doc.metadata
    if record is None:
        return ()
    differ = []
    if record.symbol and told.symbol and not same_document(told.symbol, record.symbol):
        differ.append(f"the symbol {told.symbol}, the text {record.symbol}")
    if record.issued and told.issued and record.issued != told.issued:
        differ.append(f"that it was issued on {told.issued}, the text on {record.issued}")
    return tuple(
        Doubt("un.metadata_disagrees", f"The metadata of the file say {what}. The text was kept.")
        for what in differ
    )


def _year_doubts(doc: Document) -> tuple[Doubt, ...]:
    """Doubt a day of issue that does not lie in the year of the symbol."""
    record = doc.un
    year = _year_of(record.symbol) if record is not None and record.symbol else None
    if record is None or record.issued is None or year is None:
        return ()
    try:
        issued = dt.date.fromisoformat(record.issued)
    except ValueError:
        return ()
    if dt.date(year, 1, 1) <= issued <= dt.date(year, 12, 31) + dt.timedelta(days=_LATE):
        return ()
    message = f"{record.symbol} is of {year}, but the document says that it was issued on {issued}."
    return (Doubt("un.year_disagrees", message),)


def _year_of(symbol: str) -> int | None:
    """Return the year of a Council document that was issued once: no addendum, no reissue.

    >>> _year_of("S/2031/684"), _year_of("S/2031/684/Corr.1"), _year_of("A/71/1024")
    (2031, None, None)
    """
    parts = symbol.split("/")
    if parts[0] != "S" or symbol.endswith("*") or len(parts) != 3 + (parts[1] == "PRST"):
        return None
    year = parts[2] if parts[1] == "PRST" else parts[1]
    return int(year) if year.isdigit() and len(year) == 4 else None
