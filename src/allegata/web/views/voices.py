"""Who says it, as a sentence that takes no side.

>>> from allegata.model.attribution import Voice
>>> from allegata.model.vocabularies import SourceKind, Stance
>>> syria = Voice("SYR", SourceKind.STATE, "my Government")
>>> said_by(Attribution((syria,)))
'The Syrian Arab Republic states:'
>>> agency = Voice("Tarnel News", SourceKind.MEDIA, "Tarnel News")
>>> said_by(Attribution((agency, syria), stance=Stance.REPORTS))
'Tarnel News reports, citing the Syrian Arab Republic:'
"""

import re

from allegata.lang.countries import country_of_code
from allegata.model.attribution import Attribution, Voice
from allegata.model.vocabularies import Modality, SourceKind, Stance

VERBS = {  # of one, of several
    Stance.ASSERTS: ("states", "state"),
    Stance.REPORTS: ("reports", "report"),
    Stance.DENIES: ("denies", "deny"),
    Stance.RETRACTS: ("retracts", "retract"),
    Stance.CORRECTS: ("corrects", "correct"),
    Stance.QUESTIONS: ("questions", "question"),
}
FIRMNESS = {
    Modality.STATED: "",
    Modality.POSSIBLE: ", as possible",
    Modality.HYPOTHETICAL: ", as a hypothesis",
    Modality.CONDITIONAL: ", on a condition",
    Modality.PLANNED: ", as a plan",
}
STATES = frozenset({SourceKind.STATE, SourceKind.STATE_ORGAN})
# "the Syrian Arab Republic", "the State of Israel", but "Ukraine" and "Burkina Faso"
_WITH_ARTICLE = re.compile(
    r"Republic|Federation|Kingdom|States?\b|Emirates|Union|Confederation|Commonwealth|Principality"
    r"|Sultanate|Duchy|Holy See|Islands"
)
_ALPHA3 = re.compile(r"[A-Z]{3}")


def said_by(attribution: Attribution) -> str:
    """Return the chain of voices, its stance and its modality as the opening of a sentence."""
    several = bool(attribution.chain) and _are_several(attribution.chain[0])
    verb = VERBS[attribution.stance][several] + FIRMNESS[attribution.modality]
    if not attribution.chain:
        return f"The document, which names no one, {verb}:"
    first, *quoted = attribution.chain
    parts = [f"{_name(first)} {verb}"]
    for voice in quoted:
        through = voice.kind is SourceKind.OFFICIAL and first.kind in STATES and not voice.verb
        parts.append(f"{'through' if through else 'citing'} {_name(voice)}")
    sentence = ", ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}:"


def _are_several(voice: Voice) -> bool:
    """Say whether a voice is one of many: "residents state", but "the Ministry states"."""
    return voice.kind is SourceKind.UNNAMED and voice.raw.endswith("s")


def _name(voice: Voice) -> str:
    if voice.kind in STATES and _ALPHA3.fullmatch(voice.source):
        country = country_of_code(voice.source)
        if country is not None:
            article = "the " if _WITH_ARTICLE.search(country.official) else ""
            return article + country.official
    if voice.kind is SourceKind.UNNAMED:
        return voice.raw or "an unnamed source"
    if voice.kind is SourceKind.AUTHOR:
        return voice.source or "the author of the document"
    return voice.source or voice.raw
