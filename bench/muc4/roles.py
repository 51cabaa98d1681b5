"""Who did it to whom and to what with what: the slots 6 to 24 of one incident.

In: a reading and the claims of one incident. Out: fillers by slot. What a word means to this set
(its types, its numbers) is this adapter's codebook; who stands in which role is the product's.
"""

from collections.abc import Sequence

from allegata.model.claim import Claim
from allegata.model.reading import Reading
from allegata.model.vocabularies import Outcome
from bench.muc4.template import Template, referred

_EFFECTS = {Outcome.KILLED: "DEATH", Outcome.DIED_LATER: "DEATH", Outcome.INJURED: "INJURY"}


def roles(reading: Reading, claims: Sequence[Claim]) -> Template:
    """Return the slots of perpetrators, instruments and targets of one incident."""
    del reading
    found: Template = {"hum-tgt-desc": [], "hum-tgt-effect": []}
    for claim in claims:
        for count in claim.counts:
            words = count.group.raw
            if not words or words in found["hum-tgt-desc"]:
                continue
            found["hum-tgt-desc"].append(words)
            if count.outcome in _EFFECTS:
                found["hum-tgt-effect"].append(referred(_EFFECTS[count.outcome], words))
    return {slot: fillers for slot, fillers in found.items() if fillers}
