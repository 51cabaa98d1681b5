"""Incidents out of the case file, as they stand on the documents that may leave it.

Documents that stay are out of it altogether: ranges, grades proposed and origins are reckoned anew
without them, so that no number in an export rests on what the export does not name. What else is
left out is as in exports of claims (``redacting``); history and links never leave.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from allegata.app.exporting import ABOUT_SUFFIX, Exporter, ExportOptions, refuse, why_not
from allegata.app.incident_json import SCHEMA, incident_json
from allegata.app.incidents import known_records
from allegata.app.linked import Keeper, Linked, Settings
from allegata.app.linking import Act
from allegata.app.number_gate import Standing, leaves
from allegata.app.redacting import OCR_NUMBERS, JsonObject, Redaction, redaction_of
from allegata.app.views import CaseDocument, ExportReport
from allegata.model.ledger import EntryKind
from allegata.model.record import IncidentRecord
from allegata.model.source import Source
from allegata.model.store_port import CaseStore
from allegata.model.wire import Json

NOTES = (
    "Ranges, proposed grades and origins rest on the documents of this export alone.",
    "A running total over more than an incident is in no range.",
    "Names that were not recognised as such stay in quotes: read the quotes before publishing.",
)

SETTLED = "Ranges that people settled may rest on more than these documents"


def export_incidents(
    store: CaseStore,
    keeper: Keeper,
    path: Path,
    exporter: Exporter,
    *,
    options: ExportOptions,
    settings: Settings,
    act: Act,
) -> ExportReport:
    """Write the incidents and the companion, note it in the ledger, and say what was done."""
    about_path = path.with_name(path.name + ABOUT_SUFFIX)
    refuse(path, about_path, options)
    going = _going(store, keeper, options, settings)
    tally = Counter(going.left_out)
    records = _records(going, options.include, tally)
    head = _head(store)
    case = store.info().case_id
    sha256 = exporter(
        path, records, about_path, lambda: _about(going, options, tally, head, case, act)
    )
    with store.write() as writer:
        writer.append(
            EntryKind.EXPORTED,
            {
                "documents": [*going.linked.documents],
                "incidents": [record.code for record in going.records],
                "everything": options.everything,
                "include": [*sorted(options.include)],
                "sha256": sha256,
            },
            at=act.at,
            reviewer=act.reviewer,
        )
    return ExportReport(
        path=str(path),
        about=str(about_path),
        documents=len(going.linked.documents),
        claims=sum(len(record.claims) for record in going.records),
        left_out=dict(sorted(tally.items())),
        incidents=len(going.records),
    )


@dataclass(frozen=True, slots=True)
class _Going:
    """What goes out: the case file less what stays, and the incidents made of it."""

    linked: Linked
    records: tuple[IncidentRecord, ...]
    sources: Sequence[Source]
    left_out: Mapping[str, int]


def _going(store: CaseStore, keeper: Keeper, options: ExportOptions, settings: Settings) -> _Going:
    left_out: Counter[str] = Counter()
    with store.read() as reader:
        linked = keeper.linked(reader)
        sources = reader.sources()
        kept: dict[str, CaseDocument] = {}
        for stored in reader.documents():
            stays = why_not(stored, options)
            if stays is not None:
                left_out[stays] += 1
            elif stored.id in linked.documents:
                kept[stored.id] = _seen(linked.documents[stored.id], left_out)
        smaller = replace(linked, documents=kept)
        records = known_records(reader, smaller, settings)
    every = sum(1 for each in linked.known if each.claims)
    left_out["incidents that no document of this export tells of"] = every - len(records)
    return _Going(smaller, records, sources, +left_out)


def _seen(shown: CaseDocument, left_out: Counter[str]) -> CaseDocument:
    """Return a document without the numbers that OCR read and nobody has seen to be right."""
    claims = []
    for item in shown.claims:
        may_leave = leaves(item, shown.numbers)
        states = [may_leave(count) for count in item.current.counts]
        left_out.update(OCR_NUMBERS[each] for each in states if each is not Standing.STANDS)
        if all(each is Standing.STANDS for each in states):
            claims.append(item)
            continue
        counts = tuple(
            count
            for count, each in zip(item.current.counts, states, strict=True)
            if each is Standing.STANDS
        )
        claim = replace(item.judged, counts=counts)
        decided = None if item.decision is None else replace(item.decision, claim=claim)
        proposed = None if item.proposal is None else replace(item.proposal, counts=counts)
        claims.append(replace(item, proposal=proposed, decision=decided))
    return replace(shown, claims=tuple(claims))


def _records(going: _Going, include: frozenset[str], tally: Counter[str]) -> Iterator[JsonObject]:
    of_document = {
        id_: redaction_of(shown, going.sources, include)
        for id_, shown in going.linked.documents.items()
    }
    for record in going.records:
        ids = sorted({ref.document for ref, _ in record.claims})
        redaction = _together([of_document[id_] for id_ in ids])
        documents = [going.linked.documents[id_] for id_ in ids]
        yield incident_json(record, documents, redaction, include)
        tally.update(redaction.left_out)


def _together(redactions: Iterable[Redaction]) -> Redaction:
    names: set[str] = set()
    published_as: dict[str, str] = {}
    said_as: dict[str, str] = {}
    for each in redactions:
        names |= set(each.names)
        published_as |= each.published_as
        said_as |= each.said_as
    return Redaction(tuple(sorted(names)), published_as, said_as)


def _head(store: CaseStore) -> str:
    with store.read() as reader:
        return reader.head().hash


def _notes(records: Sequence[IncidentRecord]) -> list[Json]:
    """Return what a reader has to know, of settled ranges only where there are any."""
    settled = [record.code for record in records if record.settled]
    more = [f"{SETTLED}: {', '.join(settled)}."] if settled else []
    return [*NOTES, *more]


def _about(
    going: _Going,
    options: ExportOptions,
    tally: Counter[str],
    head: str,
    case: str,
    act: Act,
) -> JsonObject:
    return {
        "schema": SCHEMA,
        "made_at": act.at,
        "case": case,
        "ledger_head": head,
        "documents": len(going.linked.documents),
        "incidents": len(going.records),
        "scope": "everything" if options.everything else "may_publish",
        "included": [*sorted(options.include)],
        "left_out": {**dict(sorted(tally.items()))},
        "notes": _notes(going.records),
    }
