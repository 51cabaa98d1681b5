"""Norms and requests: what is called unlawful, and what is asked, as drafts beside the acts.

In: the facts of a sentence and the drafts told before it. Out: drafts. "Those actions" are the
acts of the sentence before; where that sentence only spoke of crimes in general, they are the
patterns told before, and never one incident.
"""

import re

from allegata.lang.grammar.actors import ActorPhrase
from allegata.lang.grammar.acts import Agent
from allegata.lang.grammar.norms import FoundNorm
from allegata.lang.grammar.requests import FoundRequest
from allegata.model.claim import NormPayload, RequestPayload
from allegata.model.doubt import Doubt
from allegata.model.vocabularies import ClaimKind, Scope
from allegata.stages.extract.actors import ActorRegister
from allegata.stages.extract.discourse import Discourse
from allegata.stages.extract.drafts import Draft
from allegata.stages.extract.facts import SentenceFacts
from allegata.stages.extract.view import View

_ACTS = (ClaimKind.HARM, ClaimKind.CONDUCT)


def norm_drafts(
    facts: SentenceFacts,
    previous: SentenceFacts | None,
    discourse: Discourse,
    view: View,
) -> list[Draft]:
    """Return what the sentence says of the law: of weapons, of acts told before, of an actor."""
    drafts = _near(discourse.drafts, facts)
    found = [_weapon_norm(facts, draft, view) for draft in drafts if draft.tells_in(facts)]
    told = [draft for group in found for draft in group]
    if facts.norms:
        characterised, doubts = _antecedents(facts, previous, drafts, discourse.pattern, view)
        if characterised or doubts:
            told += [_norm(facts, norm, characterised, doubts) for norm in facts.norms]
    actor = _actor_of_standing(facts)
    if len(facts.standings) > 1 and actor is not None:
        told += [
            _draft(
                facts,
                (facts.start + standing.start, facts.start + standing.end),
                standing.label,
                NormPayload(standing.label, None, "violates"),
                agents=(actor,),
            )
            for standing in facts.standings
        ]
    return told


def request_drafts(
    facts: SentenceFacts, register: ActorRegister, addressees: tuple[str, ...]
) -> list[Draft]:
    """Return what the sentence asks; a procedural request goes to the letter's addressees."""
    return [
        Draft(
            kind=ClaimKind.REQUEST,
            trigger=(facts.start + request.start, facts.start + request.end),
            key="request",
            scope=Scope.BACKGROUND,
            rule="request.frame",
            confidence=0.85,
            sentences=[facts],
            payload=RequestPayload(
                action=_action(request, facts, register),
                addressees=_addressees(request, addressees),
                procedural=request.procedural,
            ),
        )
        for request in facts.requests
    ]


def _near(drafts: list[Draft], facts: SentenceFacts) -> list[Draft]:
    """Return the drafts of this paragraph and the one before, in order."""
    first = len(drafts)
    while first and drafts[first - 1].sentences[-1].paragraph >= facts.paragraph - 1:
        first -= 1
    return drafts[first:]


def _addressees(request: FoundRequest, of_letter: tuple[str, ...]) -> tuple[str, ...] | None:
    if request.procedural:
        return of_letter or None
    return (request.addressee,) if request.addressee else None


def _action(request: FoundRequest, facts: SentenceFacts, register: ActorRegister) -> str:
    """Return the action in the text's words, its subject under the name that the actor has."""
    if not request.subject:
        return request.action
    subject = request.subject
    for actor in facts.actors:
        if actor.start - facts.start < request.start and facts.text.find(subject) >= 0:
            head = facts.text.find(subject) + facts.start
            if head <= actor.start < head + len(subject):
                subject = register.name_of(actor)
    return f"{subject} to {request.action}"


def _actor_of_standing(facts: SentenceFacts) -> ActorPhrase | None:
    """Return the actor that a relative clause on standing follows: the last one before it."""
    if not facts.standings:
        return None
    last = facts.start + facts.standings[-1].start
    before = [actor for actor in facts.actors if actor.start < last and actor.kind != "state"]
    return before[0] if before else None


def _weapon_norm(facts: SentenceFacts, draft: Draft, view: View) -> list[Draft]:
    return [
        _draft(
            facts,
            means.norm,
            "prohibited",
            NormPayload(view.quote(*means.norm), None, "violates"),
            characterises=[draft],
        )
        for means in draft.means
        if means.norm is not None and facts.start <= means.start < facts.end
    ]


def _norm(
    facts: SentenceFacts, norm: FoundNorm, characterised: list[Draft], doubts: list[Doubt]
) -> Draft:
    draft = _draft(
        facts,
        (facts.start + norm.start, facts.start + norm.end),
        f"{norm.label}/{norm.instrument}",
        NormPayload(norm.label, norm.instrument, norm.polarity),
        characterises=characterised,
    )
    draft.doubts += doubts
    return draft


def _antecedents(
    facts: SentenceFacts,
    previous: SentenceFacts | None,
    drafts: list[Draft],
    pattern: Draft | None,
    view: View,
) -> tuple[list[Draft], list[Doubt]]:
    """Return the acts that the norm's subject stands for, or a doubt where none is certain."""
    acts = [draft for draft in drafts if draft.kind in _ACTS]
    here = [draft for draft in acts if draft.tells_in(facts)]
    if here:
        return here, []
    if previous is not None:
        # A norm that opens a paragraph is said of the paragraph before, any other of the sentence.
        near = (
            [previous]
            if previous.paragraph == facts.paragraph
            else [
                one
                for draft in acts
                for one in draft.sentences
                if one.paragraph == previous.paragraph
            ]
        )
        before = [draft for draft in acts if any(draft.tells_in(one) for one in near)]
        if before:
            return before, []
    if pattern is not None:
        return [pattern], []
    if not re.match(r"\W*\w", facts.norms[0].subject):
        return [], []
    span = view.span(facts.start, facts.end)
    return [], [Doubt("norm.antecedent_unclear", "it is open which acts this is said of", span)]


def _draft(
    facts: SentenceFacts,
    trigger: tuple[int, int],
    key: str,
    payload: NormPayload,
    *,
    characterises: list[Draft] | None = None,
    agents: tuple[Agent, ...] = (),
) -> Draft:
    draft = Draft(
        kind=ClaimKind.NORM,
        trigger=trigger,
        key=key,
        scope=Scope.BACKGROUND,
        rule="norm.frame",
        confidence=0.8,
        sentences=[facts],
        payload=payload,
        characterises=characterises or [],
    )
    draft.agents += agents
    return draft
