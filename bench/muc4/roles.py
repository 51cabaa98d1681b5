"""Who did it to whom and to what with what: the slots 6 to 24 of one incident.

In: a reading and one incident. Out: fillers by slot. What a word means to this set (its types, its
numbers) is this adapter's codebook; who stands in which role is the product's.
"""

import re
from collections.abc import Iterator

from allegata.model.happening import EventMention, Participant
from allegata.model.reading import Reading
from allegata.model.vocabularies import Outcome
from bench.muc4.incidents import Told
from bench.muc4.template import Template, referred

_DETERMINERS = re.compile(
    r"^(?:(?:THE|A|AN|HIS|HER|THEIR|ITS|THIS|THAT|THESE|THOSE|SOME|SEVERAL|ONE|TWO|THREE|FOUR|FIVE|"
    r"SIX|SEVEN|EIGHT|NINE|TEN|AT LEAST|ABOUT|MORE THAN|OTHER|ANOTHER|\d+)\s+)+"
)
_NOBODY = re.compile(r"^(?:HE|SHE|IT|THEY|HIM|HER|THEM|WHO|OTHERS?|NOBODY|NO ONE|WE|US|I)$")
_ORGANISATION = re.compile(r"\b(?:FRONT|ARMY|MOVEMENT|FORCES?|FMLN|ELN|MRTA|FARC|EPL|URNG|PATH)\b")


def roles(reading: Reading, told: Told) -> Template:
    """Return the slots of perpetrators, instruments and targets of one incident."""
    del reading
    found: dict[str, dict[str, None]] = {}
    effects: dict[str, str] = {}
    for event in told.events:
        for name, words in _slots(event):
            found.setdefault(name, {}).setdefault(words)
            if name == "hum-tgt-desc" and event.outcome in (Outcome.KILLED, Outcome.INJURED):
                killed = event.outcome is Outcome.KILLED
                effects.setdefault(words, "DEATH" if killed else "INJURY")
    template: Template = {name: list(words) for name, words in found.items()}
    template["hum-tgt-effect"] = [referred(effect, words) for words, effect in effects.items()]
    template["perp-inc-cat"] = ["TERRORIST ACT"]
    return template


def _slots(event: EventMention) -> Iterator[tuple[str, str]]:
    for agent in event.agents:
        if words := _bare(agent):
            yield "perp-org-id" if _ORGANISATION.search(words) else "perp-ind-id", words
    for target in event.objects:
        if words := _bare(target):
            human = target.kind == "people" or event.outcome is not None
            yield "hum-tgt-desc" if human else "phys-tgt-id", words
    for means in event.means:
        yield "inc-instr-id", _bare(means)


def _bare(role: Participant) -> str:
    words = _DETERMINERS.sub("", " ".join(role.raw.upper().split()))
    return "" if _NOBODY.match(words) else words
