"""The ledger: an append-only chain of salted hashes, one entry for each thing that people did.

An entry's hash covers the hash before it, so that no entry can be changed, taken out, put in or
moved unseen. What was decided (the body) is hashed with a salt and kept beside the chain, so that
``forget`` can destroy body and salt while the chain still holds. Cutting off the end can only be
seen against a head hash that was kept elsewhere.

>>> entry_hash(GENESIS, 1, "2026-01-01T00:00:00Z", "exported", "r-1", body_hash("s", {}))[:8]
'eb664f8f'
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from allegata.model.ids import digest
from allegata.model.wire import Json

GENESIS = "0" * 64


class EntryKind(StrEnum):
    """What an entry of the ledger records."""

    CASE_CREATED = "case_created"
    DOCUMENT_ADDED = "document_added"
    DOCUMENT_REFUSED = "document_refused"
    DOCUMENT_READ = "document_read"  # read again, or for the first time after a refusal
    POST_ADDED = "post_added"
    TRANSLATION_ADDED = "translation_added"
    FIELDS_SET = "fields_set"
    SOURCE_ADDED = "source_added"
    DECISION = "decision"
    NUMBER_SEEN = "number_seen"
    PLACE_CHOSEN = "place_chosen"
    LINK_DECIDED = "link_decided"
    INCIDENTS_CODED = "incidents_coded"
    GRADED = "graded"
    RANGE_SETTLED = "range_settled"
    SAME_PERSON_DECIDED = "same_person_decided"
    IMPORTED = "imported"
    EXPORTED = "exported"
    FORGOTTEN = "forgotten"


Body = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One link of the chain. ``salt`` and ``body`` are None where they were forgotten."""

    seq: int  # from 1, without gaps
    previous: str
    at: str
    kind: str
    reviewer: str
    body_hash: str
    hash: str
    salt: str | None
    body: Body | None
    document_id: str | None

    def computed_hash(self) -> str:
        """Return the hash that this entry should carry."""
        return entry_hash(
            self.previous, self.seq, self.at, self.kind, self.reviewer, self.body_hash
        )


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: how many entries, and the last hash."""

    seq: int
    hash: str


def canonical(value: Json) -> str:
    """Return the one spelling of a JSON value: sorted keys, no blanks, ASCII.

    >>> canonical({"b": "é", "a": [1]})
    '{"a":[1],"b":"\\\\u00e9"}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def body_hash(salt: str, body: Body) -> str:
    """Return the salted hash of a body: without the salt nobody can guess the body from it."""
    return digest(salt, canonical(dict(body)))


def entry_hash(previous: str, seq: int, at: str, kind: str, reviewer: str, body: str) -> str:
    """Return the hash of an entry; ``body`` is its body's hash."""
    return digest(previous, seq, at, kind, reviewer, body)
