"""A person looks at the picture of a number and says what stands there.

It goes into the ledger; what is said later of the same number takes its place.
"""

from dataclasses import replace

from allegata.app.anchoring import around
from allegata.app.ocr_numbers import unseen
from allegata.app.viewing import case_document
from allegata.app.views import OcrNumber
from allegata.model.errors import InputError
from allegata.model.ledger import EntryKind
from allegata.model.number import NumberSeen
from allegata.model.span import Span
from allegata.model.store_port import CaseStore
from allegata.model.wire import to_json
from allegata.text.arabic_numbers import value_of


def see_number(
    store: CaseStore,
    document_id: str,
    span: Span,
    value: str | None,
    *,
    reviewer: str,
    at: str,
) -> tuple[OcrNumber, ...]:
    """Record what stands in the picture of the number at ``span``; return all numbers after it.

    An empty ``value`` says that no number stands there; None takes back what was said before.

    Raises:
        InputError: there is no such number, or what was typed is none.
    """
    with store.write() as writer:
        shown = case_document(writer, document_id)
        number = _number(shown.numbers, span)
        if shown.document is None or number is None:
            raise InputError(
                "number.not_there",
                "There is no number here that a person has to look at.",
                "The document may have been read again since; load it anew.",
            )
        if value is None and number.seen is None:
            return shown.numbers
        layer = shown.document.layer(span.layer)
        before, after = around(layer, span)
        seen = NumberSeen(
            document=document_id,
            span=span,
            quote=number.raw,
            before=before,
            after=after,
            value=None if value is None else _checked(value),
            reviewer=reviewer,
            at=at,
        )
        body = to_json(seen)
        if not isinstance(body, dict):
            raise TypeError("what was seen is an object")
        writer.append(
            EntryKind.NUMBER_SEEN, body, at=at, reviewer=reviewer, document_id=document_id
        )
        numbers = case_document(writer, document_id).numbers
        stored = writer.document(document_id)
        if stored is not None:
            writer.put_document(replace(stored, unseen_numbers=unseen(numbers)))
    return numbers


def _number(numbers: tuple[OcrNumber, ...], span: Span) -> OcrNumber | None:
    return next((number for number in numbers if number.span == span), None)


def _checked(value: str) -> str:
    typed = value.strip()
    if typed and value_of(typed) is None:
        raise InputError(
            "number.unreadable",
            f"{typed[:40]!r} is no whole number.",
            "Type the digits as they stand in the picture, or nothing where none stand there.",
        )
    return typed
