"""What people decided of places: which ground the words of a document stand for.

A choice is kept beside what the program proposes and never mixed with it, as decisions on claims
are. It holds on to its words by span and quote, so that it is found again when the document is
read anew.

>>> Choosing.MOVED.value
'moved'
"""

from dataclasses import dataclass
from enum import StrEnum

from allegata.model.places import Place
from allegata.model.span import Span


class Choosing(StrEnum):
    """How a person came to the place."""

    CANDIDATE = "candidate"  # an entry of a gazetteer
    MOVED = "moved"  # a point that they set
    AREA = "area"  # an area that they drew
    NONE = "none"  # it is none of those known: unknown
    UNDO = "undo"  # an earlier choice is taken back


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """One decision on a mention of a place: append-only, the last in force holds.

    ``quote`` stood at ``span`` between ``before`` and ``after``; ``name`` is the proper name in it,
    by which the next same mention is known. ``place`` is None where none is meant. ``proposed`` is
    the id of the place that the program had proposed, None where it had none. ``undoes`` is the id
    of the choice that this one takes back, and then the rest repeats that choice.
    """

    id: str
    document: str
    span: Span
    quote: str
    before: str
    after: str
    name: str
    how: Choosing
    place: Place | None
    proposed: str | None
    reviewer: str
    at: str
    why: str = ""
    undoes: str | None = None
