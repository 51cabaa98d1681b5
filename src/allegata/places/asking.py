"""What a text asks of a gazetteer at one place: a name, and what the words beside it say.

In: a mention. Out: an ``Ask``, and the kinds of entries that its type word allows.

>>> ask = Ask(0, 18, ("Zuhur",), kind="admin", is_framed=True)
>>> wanted(ask) == UNITS
True
>>> wanted(Ask(0, 5, ("Zuhur",), kind="settlement")) is None
True
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

UNITS: Final = frozenset({"adm1", "adm2", "adm3"})
COUNTRYSIDE: Final = "countryside"  # of a town, as far as the unit of its name reaches
# The entries that a type word beside the name lets it mean.
_WANTED: Final = {
    "admin": UNITS,
    "country": frozenset({"country"}),
    "settlement": frozenset({"settlement"}),
    "neighbourhood": frozenset({"neighbourhood"}),
    "facility": frozenset({"site", "settlement", "neighbourhood"}),
    "region": frozenset({"region", "settlement", "adm1", "adm2", "adm3"}),
}
# Of these the first level that the gazetteer has under the name: states differ in what they call
# their units, and countryside reaches as far as the largest unit of the name.
_FIRST_OF: Final = {
    "adm1": ("adm1", "adm2"),
    "district": ("adm2", "adm3"),
    "subdistrict": ("adm3", "adm2"),
    COUNTRYSIDE: ("adm1", "adm2", "adm3"),
}
UNIT_KINDS: Final = frozenset({"admin", *_FIRST_OF}) - {COUNTRYSIDE}


@dataclass(frozen=True, slots=True)
class Ask:
    """A mention at ``start..end`` of a text.

    ``names`` are its spellings without type words, one as a rule, more where the text gives the
    name in a second script. ``kind`` is as in the model, or as ``type_words`` has it;
    ``is_framed`` tells that a word beside the name says it, rather than a gazetteer.
    """

    start: int
    end: int
    names: tuple[str, ...]
    kind: str = "unknown"
    is_framed: bool = False


def wanted(ask: Ask, known: Iterable[str] = ()) -> frozenset[str] | None:
    """Return the features of the entries that may be meant; None where nothing tells.

    ``known`` are the features that the gazetteer has under the name.
    """
    if not ask.is_framed and ask.kind != "country":
        return None
    levels = _FIRST_OF.get(ask.kind)
    if levels is None:
        return _WANTED.get(ask.kind)
    have = frozenset(known)
    return frozenset({next((level for level in levels if level in have), levels[0])})
