"""How firmly a thing is said: modality, stage and stance, by the words around its trigger.

In: the facts of sentences. Out: ``Firmness`` of a trigger. A word counts in its own clause: "the
blast may have killed ten, but four bodies were found" doubts the ten alone. "Allegedly" doubts
where a text uses it once; where a text uses it throughout it is the style of the house, and only
passes on what others say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from allegata.lang.grammar.phrases import FoundPhrase, any_of, find_phrases
from allegata.lang.pack import LanguagePack, Table, load_pack, words
from allegata.model.vocabularies import Modality, Stage, Stance
from allegata.stages.extract.facts import SentenceFacts

HOUSE_STYLE = 2  # uses of "allegedly" from which on it is the style of the text


@dataclass(frozen=True, slots=True)
class Firmness:
    """``stance`` is None where the words have none of their own."""

    modality: Modality = Modality.STATED
    stage: Stage = Stage.ACCOMPLISHED
    stance: Stance | None = None


def firmness(facts: SentenceFacts, trigger: int, pack: LanguagePack) -> Firmness:
    """Return how firmly the sentence says what its word at ``trigger`` tells."""
    found = Firmness()
    at = trigger - facts.start
    for hedge in facts.hedges:
        if hedge.row.get("after") is True:
            holds = hedge.end < 0 or hedge.start > at
        else:
            holds = hedge.start < at and (
                hedge.row.get("whole") is True or not _is_cut(facts.text, hedge.end, at, pack)
            )
        if holds and _goes_on(facts.text, hedge):
            found = _with(found, _conditional(facts.text, hedge))
    return found


def _with(found: Firmness, row: Table) -> Firmness:
    stance = Stance(str(row["stance"])) if "stance" in row else found.stance
    if stance is Stance.REPORTS and found.stance is not None:
        stance = found.stance
    modality = Modality(str(row["modality"]))
    if modality is Modality.STATED:
        return replace(found, stance=stance)
    return Firmness(modality, Stage(str(row.get("stage", "accomplished"))), stance)


def _conditional(text: str, hedge: FoundPhrase) -> Table:
    """Return the row of the hedge; "threatened to … unless" is conditional."""
    then = words(hedge.row, "conditional")
    if then and _any(then).search(text, hedge.end):
        return {**hedge.row, "modality": Modality.CONDITIONAL.value}
    return hedge.row


def _is_cut(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Say whether a clause ends between a hedge and the trigger."""
    return _breaks(pack.language).search(text, start, end) is not None


def _goes_on(text: str, hedge: FoundPhrase) -> bool:
    """Say whether the words stand that a hedge needs later in its sentence."""
    then = words(hedge.row, "then")
    return not then or _any(then).search(text, hedge.end) is not None


def with_verdicts(sentences: Sequence[SentenceFacts], pack: LanguagePack) -> list[SentenceFacts]:
    """Return the sentences, each with what the next one says of it, and with the house's style.

    "That figure was incorrect." takes back the sentence before; "It could not be verified." doubts
    it.
    """
    told = list(sentences)
    for index in range(1, len(told)):
        before = told[index - 1]
        if not before.harms and not before.acts:
            continue
        if told[index].paragraph - before.paragraph > 1:
            continue
        verdicts = find_phrases(told[index].text, pack, "hedges", "verdict")
        if verdicts:
            whole = FoundPhrase(-1, -1, verdicts[0].row)
            told[index - 1] = replace(before, hedges=(*before.hedges, whole))
    return [_in_style(facts) for facts in told] if _is_style(told, pack) else told


def _is_style(told: Sequence[SentenceFacts], pack: LanguagePack) -> bool:
    """Say whether the text says "allegedly" throughout."""
    if not any(hedge.row.get("house") is True for facts in told for hedge in facts.hedges):
        return False
    uses = 0
    for facts in told:
        found = find_phrases(facts.text, pack, "hedges", "hedge")
        uses += sum(1 for hedge in found if hedge.row.get("house") is True)
        if uses >= HOUSE_STYLE:
            return True
    return False


def _in_style(facts: SentenceFacts) -> SentenceFacts:
    """Return the facts with "allegedly" passing on what others say."""
    hedges = tuple(
        replace(hedge, row={**hedge.row, "modality": "stated", "stance": "reports"})
        if hedge.row.get("house") is True
        else hedge
        for hedge in facts.hedges
    )
    return replace(facts, hedges=hedges)


@cache
def _breaks(language: str) -> re.Pattern[str]:
    table = load_pack(language).table("hedges").get("clause")
    forms = words(table) if isinstance(table, dict) else ()
    return re.compile(r"[;:]|" + any_of(forms), re.IGNORECASE) if forms else re.compile("[;:]")


@cache
def _any(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(forms), re.IGNORECASE)
