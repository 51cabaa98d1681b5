"""What people decided: append-only, with a copy of the claim as judged and an anchor in the text.

Machine output is a proposal and stays apart from decisions for ever (DESIGN §5).
"""

from dataclasses import dataclass
from enum import StrEnum

from allegata.model.claim import Claim
from allegata.model.span import Span
from allegata.model.vocabularies import Outcome

CONTEXT = 32  # code points kept on either side of an anchored quote, to find it again


class Action(StrEnum):
    """What a person did with a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    ADD = "add"
    UNDO = "undo"


class Match(StrEnum):
    """How a decision stands to the proposals of a later reading."""

    KEPT = "kept"
    DIFFERS = "kept_machine_now_differs"
    NOT_PROPOSED = "kept_no_longer_proposed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the judged words stand: spans, the trigger's quote, and 32 code points around it."""

    document: str
    trigger: Span
    spans: tuple[Span, ...]
    quote: str
    before: str
    after: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement. ``claim`` is the claim as judged (after the edit, for an edit).

    ``reviewer`` is a pseudonymous id; ``at`` is ISO 8601 UTC; ``undoes`` is the id of the decision
    that an ``undo`` takes back, and then ``claim`` repeats that decision's claim. ``proposed`` is
    the digest of what the machine proposed when the person judged it, None where it proposed
    nothing.
    """

    id: str
    action: Action
    claim: Claim
    anchor: Anchor
    reviewer: str
    at: str
    why: str = ""
    undoes: str | None = None
    proposed: str | None = None
