"""Which kind of event a sentence tells of, by its words alone, where no frame of an act says so.

In: the row of a sentence. Out: the kinds of event that its words for attacks name, then those that
its weapons stand for: "a rocket struck a bakery" is a missile strike though nobody says "strike".

>>> from allegata.lang.grammar.rows import harm_row
>>> event_words(harm_row("The gunners shelled the village with mortars."))
('shelling', 'shelling')
"""

from allegata.lang.grammar.actors import PlatformPhrase
from allegata.lang.grammar.units import Units, code
from allegata.lang.pack import Entry

_ACTS = frozenset((code("ACT"), code("ACTN")))
_MEANS = code("MEANS")
_VAGUE = frozenset(("", "unknown", "other", "destruction", "demolition", "siege_or_denial"))
_BY_DELIVERY = {
    "rocket_or_missile": "missile_strike",
    "artillery": "shelling",
    "planted": "mine_or_uxo",
    "suicide": "suicide_attack",
    "drone": "drone_strike",
}


def event_words(row: Units) -> tuple[str, ...]:
    """Return the kinds of event that the row's words name, the words for attacks first."""
    acts: list[str] = []
    weapons: list[str] = []
    for character, value in zip(row.classes, row.values, strict=True):
        if isinstance(value, PlatformPhrase):
            acts.append(value.entry.text("event"))
        elif isinstance(value, Entry) and character in _ACTS:
            if not value.flag("general") and not value.flag("framing"):
                acts.append(value.text("event"))
        elif isinstance(value, Entry) and character == _MEANS:
            weapons.append(_BY_DELIVERY.get(value.text("delivery"), ""))
    return tuple(event for event in (*acts, *weapons) if event not in _VAGUE)
