"""What a text asks of a gazetteer at one place: a name, and what the words beside it say.

In: a mention. Out: an ``Ask``, and the kinds of entries that its type word allows.

>>> ask = Ask(0, 18, ("Zuhur",), kind="admin", is_framed=True)
>>> wanted(ask) == UNITS
True
>>> wanted(Ask(0, 5, ("Zuhur",), kind="settlement")) is None
True
"""

from dataclasses import dataclass
from typing import Final

UNITS: Final = frozenset({"adm1", "adm2", "adm3"})
# The entries that a type word beside the name lets it mean.
_WANTED: Final = {
    "admin": UNITS,
    "adm1": frozenset({"adm1"}),
    "adm2": frozenset({"adm2"}),
    "adm3": frozenset({"adm3"}),
    "country": frozenset({"country"}),
    "settlement": frozenset({"settlement"}),
    "neighbourhood": frozenset({"neighbourhood"}),
    "facility": frozenset({"site", "settlement", "neighbourhood"}),
    "region": frozenset({"region", "settlement", "adm1", "adm2", "adm3"}),
}


@dataclass(frozen=True, slots=True)
class Ask:
    """A mention at ``start..end`` of a text.

    ``names`` are its spellings without type words, one as a rule, more where the text gives the
    name in a second script. ``kind`` is as in the model; ``is_framed`` tells that a word beside the
    name says it, rather than a gazetteer.
    """

    start: int
    end: int
    names: tuple[str, ...]
    kind: str = "unknown"
    is_framed: bool = False


def wanted(ask: Ask) -> frozenset[str] | None:
    """Return the features of the entries that may be meant; None where nothing tells."""
    if not ask.is_framed and ask.kind != "country":
        return None
    return _WANTED.get(ask.kind)
