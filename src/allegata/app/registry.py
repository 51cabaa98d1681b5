"""What people say of documents and sources: provenance, care, and who speaks."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from allegata.app.viewing import PROVENANCE, require_document
from allegata.model.casefile import DocumentStatus
from allegata.model.errors import InputError
from allegata.model.ledger import EntryKind
from allegata.model.source import Source
from allegata.model.store_port import CaseStore
from allegata.model.vocabularies import Sensitivity
from allegata.model.wire import to_json

TEXT_FIELDS = (*PROVENANCE, "published", "language", "symbol")
FIELDS = (*TEXT_FIELDS, "sensitivity", "may_publish")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}

Value = str | bool | None
Changes = Mapping[str, Value]


def set_fields(
    store: CaseStore, document_id: str, changes: Changes, *, reviewer: str, at: str
) -> None:
    """Set what people say of a document; None or an empty text takes a field back.

    Raises:
        InputError: an unknown field, or a value that the field cannot hold.
    """
    texts = {name: _text(name, value) for name, value in changes.items() if name in TEXT_FIELDS}
    unknown = sorted(set(changes) - set(FIELDS))
    if unknown:
        raise InputError(
            "case.no_field", f"There is no field {unknown[0]}.", f"Fields: {', '.join(FIELDS)}."
        )
    sensitivity = may_publish = None
    if "sensitivity" in changes:
        sensitivity = _sensitivity(changes["sensitivity"])
    if "may_publish" in changes:
        may_publish = _yes_or_no(changes["may_publish"])
    care = {"sensitivity": to_json(sensitivity), "may_publish": may_publish}
    with store.write() as writer:
        if require_document(writer, document_id).status is DocumentStatus.FORGOTTEN:
            raise InputError("case.forgotten", "This document was forgotten.")
        writer.set_fields(document_id, texts, sensitivity=sensitivity, may_publish=may_publish)
        writer.append(
            EntryKind.FIELDS_SET,
            {
                "document": document_id,
                "fields": {**texts},
                "care": {name: value for name, value in care.items() if value is not None},
            },
            at=at,
            reviewer=reviewer,
            document_id=document_id,
        )


def add_source(store: CaseStore, source: Source, *, reviewer: str, at: str) -> None:
    """Add a source to the register, or replace the one of its id."""
    if not source.id.strip() or not source.name.strip():
        raise InputError("case.source_nameless", "A source needs an id and a name.")
    with store.write() as writer:
        writer.put_source(source)
        writer.append(EntryKind.SOURCE_ADDED, {"source": to_json(source)}, at=at, reviewer=reviewer)


def _text(name: str, value: Value) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise _bad(name, value, "a text")
    value = value.strip()
    right, what = _CHECKS.get(name, (_anything, "a text"))
    if not right(value):
        raise _bad(name, value, what)
    return value


def _sensitivity(value: Value) -> Sensitivity:
    try:
        return Sensitivity(str(value))
    except ValueError as error:
        raise _bad("sensitivity", value, "one of " + ", ".join(Sensitivity)) from error


def _yes_or_no(value: Value) -> bool:
    found = value if isinstance(value, bool) else _YES_NO.get(str(value).lower())
    if found is None:
        raise _bad("may_publish", value, "yes or no")
    return found


def _bad(name: str, value: object, what: str) -> InputError:
    return InputError("case.field_value", f"{name} cannot be {value!r}.", f"Give {what}.")


def _anything(_value: str) -> bool:
    return True


def _is_date(value: str) -> bool:
    """Say whether ``value`` is an ISO day, month or year."""
    padded = value + "-01-01"[len(value) - 10 :] if len(value) in {4, 7} else value
    return re.fullmatch(r"\d{4}(-\d\d){0,2}", value) is not None and _parses(padded)


def _is_time(value: str) -> bool:
    return _is_date(value) or _parses(value)


def _parses(value: str) -> bool:
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_web_address(value: str) -> bool:
    """Say whether ``value`` is an http address: a script's address must never become a link."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _is_language(value: str) -> bool:
    return re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value) is not None


def _is_symbol(value: str) -> bool:
    return re.fullmatch(r"[A-Z][A-Za-z0-9.]*(/[A-Za-z0-9.,()&* -]+)+", value) is not None


_CHECKS: dict[str, tuple[Callable[[str], bool], str]] = {
    "url": (_is_web_address, "an address that begins with http:// or https://"),
    "archive_url": (_is_web_address, "an address that begins with http:// or https://"),
    "published": (_is_date, "an ISO date such as 2017-08-08, 2017-08 or 2017"),
    "posted": (_is_time, "an ISO date or time such as 2017-08-08T14:05:00Z"),
    "collected": (_is_time, "an ISO date or time such as 2017-08-08T14:05:00Z"),
    "language": (_is_language, "a language code such as ar or zh-Hans"),
    "symbol": (_is_symbol, "a document symbol such as S/2017/684"),
}
