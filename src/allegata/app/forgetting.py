"""Destroying content by a decision: the ledger keeps that it was there, and not what it said.

What goes: the original, its layers, claims and fields, the bodies and salts of its ledger entries,
every backup (they hold it too), and the free pages of the database. What stays: a tombstone with
the document's id, which is the hash of its bytes, and the links of the chain. Exports, copies of
the folder and the disk's own remains are out of reach.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from allegata.app.viewing import require_document
from allegata.model.casefile import DocumentStatus
from allegata.model.decision import Action
from allegata.model.errors import InputError
from allegata.model.ledger import EntryKind, LedgerEntry
from allegata.model.store_port import CaseReader, CaseStore
from allegata.model.wire import Json

_OF_TWO = frozenset({EntryKind.LINK_DECIDED, EntryKind.SAME_PERSON_DECIDED})
_SINGLE = frozenset({EntryKind.DECISION, EntryKind.IMPORTED})


@dataclass(frozen=True, slots=True)
class ForgetReport:
    """What was destroyed: bodies of ledger entries (their numbers), and backups (how many)."""

    entries: tuple[int, ...]
    backups: int


def forget_document(
    store: CaseStore, document_id: str, *, why: str, reviewer: str, at: str
) -> ForgetReport:
    """Destroy a document and everything that was said of it; leave a tombstone."""
    with store.write() as writer:
        stored = require_document(writer, document_id)
        if stored.status is DocumentStatus.FORGOTTEN:
            raise InputError("case.forgotten", "This document was forgotten already.")
        about = [entry.seq for entry in writer.entries(document_id)]
        links = [entry.seq for entry in writer.entries() if _links(entry, document_id)]
        seqs = sorted({*about, *links})
        told: dict[str, Json] = {"document": document_id, "entries": [*seqs], "why": why}
        writer.append(EntryKind.FORGOTTEN, told, at=at, reviewer=reviewer)
        writer.erase_document(document_id)
        writer.erase_bodies(links)
    return ForgetReport(tuple(seqs), store.destroy_leftovers())


def forget_source(
    store: CaseStore, source_id: str, *, why: str, reviewer: str, at: str
) -> ForgetReport:
    """Destroy what the register of sources holds of one source."""
    with store.write() as writer:
        if source_id not in {source.id for source in writer.sources()}:
            raise InputError("case.no_source", f"The register has no source {source_id}.")
        seqs = [entry.seq for entry in writer.entries() if _source_id(entry) == source_id]
        told: dict[str, Json] = {"source": source_id, "entries": [*seqs], "why": why}
        writer.append(EntryKind.FORGOTTEN, told, at=at, reviewer=reviewer)
        writer.erase_source(source_id)
        writer.erase_bodies(seqs)
    return ForgetReport(tuple(seqs), store.destroy_leftovers())


def forget_entry(store: CaseStore, seq: int, *, why: str, reviewer: str, at: str) -> ForgetReport:
    """Destroy the content of one decision or import, and of the undo that repeats it."""
    with store.write() as writer:
        seqs = _decision_and_its_undo(writer, seq)
        told: dict[str, Json] = {"entries": [*seqs], "why": why}
        writer.append(EntryKind.FORGOTTEN, told, at=at, reviewer=reviewer)
        writer.erase_bodies(seqs)
    return ForgetReport(tuple(seqs), store.destroy_leftovers())


def forgotten_entries(entries: Iterable[LedgerEntry]) -> frozenset[int]:
    """Return the numbers of the entries whose bodies were destroyed by a decision."""
    found: set[int] = set()
    for entry in entries:
        listed = entry.body.get("entries") if entry.body is not None else None
        if entry.kind == EntryKind.FORGOTTEN and isinstance(listed, list):
            found.update(seq for seq in listed if isinstance(seq, int) and seq < entry.seq)
    return frozenset(found)


def _decision_and_its_undo(reader: CaseReader, seq: int) -> list[int]:
    decisions = {
        entry.seq: entry.body
        for entry in reader.entries()
        if entry.kind in _SINGLE and entry.body is not None
    }
    if seq not in decisions:
        raise InputError(
            "case.no_decision_entry",
            f"Entry {seq} of the ledger is no decision or import with content.",
            "Only decisions and imports are forgotten one by one; documents and sources go whole.",
        )
    chosen = decisions[seq]
    is_undo = chosen.get("action", Action.UNDO) == Action.UNDO and chosen["undoes"] is not None
    decision_id = chosen["undoes"] if is_undo else chosen["id"]
    return sorted(
        number for number, body in decisions.items() if decision_id in {body["id"], body["undoes"]}
    )


def _links(entry: LedgerEntry, document_id: str) -> bool:
    """Say whether an entry is a decision on one of the document's claims or people, and another."""
    if entry.kind not in _OF_TWO or entry.body is None:
        return False
    ends = (entry.body.get("a"), entry.body.get("b"))
    return any(isinstance(end, dict) and end.get("document") == document_id for end in ends)


def _source_id(entry: LedgerEntry) -> object:
    told = entry.body.get("source") if entry.body is not None else None
    is_source = entry.kind == EntryKind.SOURCE_ADDED and isinstance(told, dict)
    return told["id"] if is_source and isinstance(told, dict) else None
