"""Does the ledger hold together: the chain of hashes, and what stands beside it?"""

from collections.abc import Iterator, Sequence

from allegata.app.forgetting import forgotten_entries
from allegata.app.views import Problem
from allegata.model.casefile import Judgement
from allegata.model.decision import Decision
from allegata.model.ledger import GENESIS, Body, EntryKind, LedgerEntry, body_hash
from allegata.model.wire import from_json


def ledger_problems(
    entries: Sequence[LedgerEntry], judgements: Sequence[Judgement], head: str | None
) -> Iterator[Problem]:
    """Yield what is wrong with the chain, its first fault first; ``head`` was noted elsewhere."""
    yield from _chain_problems(entries)
    yield from _body_problems(entries)
    yield from _outline_problems(entries, judgements)
    if head is not None and head not in {GENESIS, *(entry.hash for entry in entries)}:
        yield Problem(
            "ledger.head_not_found",
            f"The ledger has no entry with the hash {head}: its end was cut off, or all of it was "
            "rewritten, after that hash was noted.",
            "ledger",
        )


def _chain_problems(entries: Sequence[LedgerEntry]) -> Iterator[Problem]:
    previous, expected = GENESIS, 1
    if not entries:
        yield Problem("ledger.empty", "The ledger is empty; every case begins with an entry.", "1")
    for entry in entries:
        if entry.seq != expected:
            message = f"Entry {expected} of the ledger is missing."
            yield Problem("ledger.missing", message, f"entry {expected}")
        elif entry.previous != previous:
            message = f"Entry {entry.seq} does not follow from the entry before it."
            yield Problem("ledger.out_of_order", message, f"entry {entry.seq}")
        if entry.hash != entry.computed_hash():
            message = f"Entry {entry.seq} of the ledger was changed."
            yield Problem("ledger.changed", message, f"entry {entry.seq}")
        previous, expected = entry.hash, entry.seq + 1


def _body_problems(entries: Sequence[LedgerEntry]) -> Iterator[Problem]:
    forgotten = forgotten_entries(entries)
    for entry in entries:
        where = f"entry {entry.seq}"
        if entry.body is None or entry.salt is None:
            if entry.seq not in forgotten:
                message = f"The content of entry {entry.seq} is gone, and no decision says so."
                yield Problem("ledger.body_missing", message, where)
        elif body_hash(entry.salt, entry.body) != entry.body_hash:
            message = f"The content of entry {entry.seq} was changed."
            yield Problem("ledger.body_changed", message, where)
        elif entry.seq in forgotten:
            message = f"Entry {entry.seq} was forgotten by a decision, and its content is there."
            yield Problem("ledger.body_back", message, where)
        elif _document_of(entry.kind, entry.body) != entry.document_id:
            message = f"Entry {entry.seq} is filed under another document than it is about."
            yield Problem("ledger.misfiled", message, where)


def _outline_problems(
    entries: Sequence[LedgerEntry], judgements: Sequence[Judgement]
) -> Iterator[Problem]:
    told: list[Judgement] = []
    for entry in entries:
        if entry.kind != EntryKind.DECISION or entry.body is None:
            continue
        try:
            decision = from_json(Decision, dict(entry.body))
        except ValueError:
            message = f"The content of entry {entry.seq} is no decision."
            yield Problem("ledger.no_decision", message, f"entry {entry.seq}")
            continue
        document_id = entry.document_id or ""
        undoes, claim_id = decision.undoes, decision.claim.id
        told.append(Judgement(document_id, decision.id, decision.action, claim_id, undoes))
    if told != list(judgements):
        message = "The index of decisions does not agree with the decisions."
        yield Problem("ledger.index_differs", message, "ledger")


def _document_of(kind: str, body: Body) -> object:
    """Return the document that an entry with this body is filed under."""
    if kind == EntryKind.DECISION:
        anchor = body.get("anchor")
        return anchor.get("document") if isinstance(anchor, dict) else None
    return None if kind in {EntryKind.FORGOTTEN, EntryKind.EXPORTED} else body.get("document")
