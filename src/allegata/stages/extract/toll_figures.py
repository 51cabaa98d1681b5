"""Figures that are put for people told of before: of whom, and in a claim of its own.

In: the facts of a sentence, and what the incident so far tells. Out: the facts without its figures,
and the facts of the figures alone: "killed 12, though another outlet put the toll at 16" are two
totals of one incident, never 28.
"""

from collections.abc import Iterable
from dataclasses import replace

from allegata.lang.grammar.frames import HarmFrame
from allegata.model.vocabularies import Outcome
from allegata.stages.extract.facts import SentenceFacts

FIGURES = ("harm.figure", "harm.corrected", "harm.named")
_DEATHS = (Outcome.KILLED, Outcome.DIED_LATER)


def figures_apart(
    facts: SentenceFacts, before: Iterable[HarmFrame] | None
) -> tuple[SentenceFacts, SentenceFacts | None]:
    """Return the sentence without figures, and with its figures alone where it has some.

    ``before`` are the frames told of the incident so far, None where there is no incident.
    """
    if not any(harm.rule in FIGURES for harm in facts.harms):
        return facts, None
    pairs = list(zip(facts.harms, facts.harm_agents, strict=True))
    others = [pair for pair in pairs if pair[0].rule not in FIGURES]
    told = [*(before or ()), *(harm for harm, _ in others)]
    known = before is not None or bool(others)
    figures = [_of_told(harm, told) for harm, _ in pairs if harm.rule in FIGURES and known]
    kept = tuple(harm for harm in figures if harm is not None)
    rest = replace(
        facts, harms=tuple(h for h, _ in others), harm_agents=tuple(a for _, a in others)
    )
    if not kept:
        return rest, None
    return rest, replace(facts, harms=kept, harm_agents=(None,) * len(kept), acts=())


def _of_told(figure: HarmFrame, told: Iterable[HarmFrame]) -> HarmFrame | None:
    """Return the figure with the one outcome told before, None where several or none are."""
    if not figure.of_before:
        return figure
    outcomes = {Outcome.KILLED if h.outcome in _DEATHS else h.outcome for h in told}
    return replace(figure, outcome=outcomes.pop()) if len(outcomes) == 1 else None
