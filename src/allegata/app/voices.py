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
from collections.abc import Iterable

from allegata.lang.countries import country_of_code
from allegata.model.attribution import Attribution, Voice
from allegata.model.record import Origin, StatusTally
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
NAMELESS = frozenset({SourceKind.UNNAMED, SourceKind.AUTHOR})
MANY = frozenset({SourceKind.UNNAMED, SourceKind.WITNESS, SourceKind.LOCAL, SourceKind.RESCUE})
TELLERS = NAMELESS | {SourceKind.MEDIA, SourceKind.NGO}
# "the Syrian Arab Republic", "the State of Israel", but "Ukraine" and "Burkina Faso"
_WITH_ARTICLE = re.compile(
    r"(?!The )(?=[A-Z]).*"
    r"(?:Republic|Federation|Kingdom|States?\b|Emirates|Union|Confederation|Commonwealth"
    r"|Principality|Sultanate|Duchy|Holy See|Islands)"
)
_KINDS = {kind.value: kind for kind in SourceKind}
_ALPHA3 = re.compile(r"[A-Z]{3}")


def said_by(attribution: Attribution) -> str:
    """Return the chain of voices, its stance and its modality as the opening of a sentence."""
    several = bool(attribution.chain) and _are_several(attribution.chain[0])
    verb = VERBS[attribution.stance][several] + FIRMNESS[attribution.modality]
    if not attribution.chain:
        return f"The document, which names no one, {verb}:"
    first, *quoted = attribution.chain
    parts = [f"{name_of(first)} {verb}"]
    parts += [_next(voice, after=first) for voice in quoted]
    sentence = ", ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}:"


def _are_several(voice: Voice) -> bool:
    """Say whether a voice is one of many: "residents state", but "the Ministry states"."""
    return voice.kind in MANY and voice.raw.endswith("s")


def _next(voice: Voice, *, after: Voice) -> str:
    """Return how a further voice joins: a letter is signed by an official, who is not cited."""
    if voice.kind is SourceKind.OFFICIAL and not voice.verb and after.kind not in TELLERS:
        person = "" if voice.source in voice.raw else f", {voice.source}"
        return f"through {voice.raw}{person}"
    return f"citing {voice.raw if voice.kind not in STATES and voice.raw else name_of(voice)}"


def origin_name(origin: Origin) -> str:
    """Return who is first to say something, with a capital at its head; "" where nobody is named.

    >>> origin_name(Origin("syr", "SYR", "state"))
    'The Syrian Arab Republic'
    """
    if not origin.is_voiced:
        return ""
    kind = _KINDS.get(origin.kind, SourceKind.UNKNOWN)
    name = name_of(Voice(origin.name, kind, origin.name))
    return f"{name[0].upper()}{name[1:]}"


def contest_words(told: StatusTally) -> str:
    """Return why the low of a tally by status is 0; "" where the status is not contested.

    >>> from allegata.model.incident import Tally
    >>> from allegata.model.record import StatusGroup
    >>> from allegata.model.vocabularies import Outcome
    >>> tally = Tally(Outcome.KILLED, None, 0, None, 9, "added@1", (), ())
    >>> army, clinic = Origin("army", "Army", "state_organ"), Origin("clinic", "Clinic", "medical")
    >>> contest_words(StatusTally(StatusGroup.CIVILIAN, tally, (clinic,), (army,)))
    'contested: Army tells of fighters alone, Clinic of civilians'
    """
    parts = []
    if told.as_fighters:
        parts.append(
            f"{_names(told.as_fighters)} tells of fighters alone, "
            f"{_names(told.as_civilians)} of civilians"
        )
    if told.undecided:
        parts.append(f"{_names(told.undecided)} says that it is contested who they were")
    return f"contested: {'; '.join(parts)}" if parts else ""


def _names(origins: Iterable[Origin]) -> str:
    return " and ".join(origin_name(each) or "a voice that nobody names" for each in origins)


def name_of(voice: Voice) -> str:
    """Return what a voice is called: a state by its official name, the nameless by their words."""
    country = country_of_code(voice.source) if _ALPHA3.fullmatch(voice.source) else None
    name = country.official if country is not None else voice.source
    if voice.kind in NAMELESS and (not voice.raw or not name):
        return voice.raw or "the author, whom the document does not name,"
    return f"the {name}" if _WITH_ARTICLE.match(name) else name or voice.raw
