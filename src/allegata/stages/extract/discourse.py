"""Sentences read together: which tell of one incident, which of another, which of neither.

In: the facts of each sentence in order. Out: drafts in order. The rules, with the prose that
forced them:

* a new date or place with new harm, or "in a separate incident", begins an incident;
* "The criminal coalition launched missiles at homes in X" after "killing 43" in the same paragraph
  tells more of the same: no claim of its own, but its place, objects and weapons;
* "On 7 May an old shell went off in a field. Two shepherds were killed.": sentences that only set
  the scene lend what is missing, the date or the place, to the next of their paragraph; in a news
  story, which a dateline leads, to the next of the story;
* an act in the present perfect ("has targeted homes") tells of no one moment and stands alone:
  one act where its object is one thing ("destroyed the hospital"), a pattern where it is a kind;
* "crimes that it has committed in A, B and other cities" is a pattern, without a count;
* "He is suspected of attacks in Y" of a commander told of before tells about him: it sets no scene;
* what a party denies is a position, and no claim of harm.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from allegata.lang.grammar.acts import WITH, ActFrame
from allegata.lang.grammar.frames import HarmFrame
from allegata.lang.grammar.positions import DENIALS
from allegata.model.claim import ConductPayload, PositionPayload
from allegata.model.vocabularies import ClaimKind, Scope
from allegata.stages.extract.drafts import AnyPlace, Draft
from allegata.stages.extract.facts import SentenceFacts
from allegata.stages.extract.refiguring import with_figure
from allegata.stages.extract.same_incident import (
    ToldIncident,
    counted_before,
    is_another_day,
    is_elsewhere,
    refers_back,
    retells,
)
from allegata.stages.extract.speaking import without_denied
from allegata.stages.extract.toll_figures import figures_apart

T = TypeVar("T")
_BACK = 30  # drafts in which what a position is said of stands
LEADER = "leader"  # the role of those of whom texts tell what else they did
STRIKES = {"air_strike", "drone_strike", "shelling", "missile_strike"}  # told by their noun too
LASTING = {  # acts that stay claims of their own beside harm
    "destroyed",
    "damaged",
    "besieged",
    "burned",
    "looted",
    "put_out_of_service",
    "turned_back",
}
CONFIDENCE = {
    "harm.active": 0.95,
    "harm.passive": 0.95,
    "harm.died": 0.93,
    "harm.lives_claimed": 0.93,
    "harm.reduced": 0.85,
    "harm.nominal": 0.85,
    "harm.toll": 0.85,
    "harm.none": 0.85,
    "harm.number_of": 0.9,
    "harm.among": 0.85,
    "harm.figure": 0.85,
    "harm.corrected": 0.85,
    "harm.named": 0.85,
}


@dataclass
class Discourse:
    """Reads sentences in order; ``drafts`` are what they gave so far.

    ``is_story``: the text is a news story, so that a new paragraph goes on with what was told.
    """

    drafts: list[Draft] = field(default_factory=list)
    pattern: Draft | None = None  # the last pattern told
    is_story: bool = False
    _last_harm: Draft | None = None
    _incidents: int = 0
    _current: ToldIncident | None = None
    _scene: tuple[SentenceFacts, ...] = ()
    _seen: list[SentenceFacts] = field(default_factory=list)  # that count people
    _of_leader: bool = False  # the last sentence told of a leader
    _denied_in: int | None = None  # the paragraph of the last denial

    def afresh(self) -> "Discourse":
        """Return a discourse that knows nothing of this one, and counts its incidents on."""
        return Discourse(is_story=self.is_story, _incidents=self._incidents)

    def begin(self, facts: SentenceFacts) -> str:
        """Begin an incident of a row of a table; return its code."""
        code = self._begin(facts).code
        self._current = None
        return code

    def read(self, facts: SentenceFacts) -> None:
        """Take in the next sentence."""
        positions = self._read_positions(facts)
        told = without_denied(facts)
        if told is facts or told.harms or told.acts or told.parts or told.figure:
            self._read_events(told)
        self._characterise(positions)

    def _read_events(self, facts: SentenceFacts) -> None:
        facts = with_figure(facts, self._last_harm)
        if self._is_profile(facts):
            return
        facts, figures = figures_apart(facts, self._told())
        self._read_event(facts)
        if figures is not None:
            self._read_harm(figures)

    def _told(self) -> list[HarmFrame] | None:
        """Return the harm told last of the current incident, None where there is no incident."""
        if self._current is None:
            return None
        return self._current.harm.harms if self._current.harm is not None else []

    def _read_event(self, facts: SentenceFacts) -> None:
        general = [act for act in facts.acts if act.entry.flag("general")]
        if facts.harms:
            self._read_harm(facts)
            return
        self._see(facts)
        if facts.parts:
            self._read_parts(facts)
        elif general:
            self._read_pattern(facts, general[0])
        elif not self._read_acts(facts) and not self._tells_of_strike(facts):
            self._set_scene(facts)

    def _tells_of_strike(self, facts: SentenceFacts) -> bool:
        """Take in how people were harmed, where it is told after it: "The strike was conducted"."""
        current, strikes = self._current, _strikes(facts)
        if not strikes or current is None or current.harm is None:
            return False
        goes_on = self.is_story or facts.paragraph == current.paragraph
        if not goes_on or facts.separate or is_elsewhere(facts, current):
            return False
        current.harm.absorb(replace(facts, dates=(), places=(), acts=strikes))
        return True

    def _is_profile(self, facts: SentenceFacts) -> bool:
        """Say whether a sentence tells about a leader rather than of an event, and remember it."""
        harmed = [counted.whole.role for harm in facts.harms for counted in harm.victims]
        about = facts.subject == LEADER or (facts.subject == "pronoun" and self._of_leader)
        self._of_leader = about or LEADER in harmed
        if not facts.harms:
            return about
        told = self._current is not None and refers_back(facts, self._current)
        return told and all(_is_attribute(harm) for harm in facts.harms)

    def _see(self, facts: SentenceFacts) -> None:
        """Remember the groups that a sentence tells the number of, for "killed the rebels"."""
        if self._seen and not self.is_story and self._seen[-1].paragraph != facts.paragraph:
            self._seen = []
        if any(group.plural and group.quantity is not None for group in facts.people):
            self._seen.append(facts)

    def _read_harm(self, facts: SentenceFacts) -> None:
        facts, seen = counted_before(facts, self._seen)
        self._seen = [one for one in self._seen if one not in seen]  # who is dead is told of
        first = facts.harms[0]
        if facts.periods or facts.several or facts.past:
            self._read_total(facts)
            return
        incident = self._incident_for(facts)
        toll = any(harm.cumulative for harm in facts.harms)
        draft = Draft(
            kind=ClaimKind.HARM,
            trigger=(first.start, first.end),
            key=first.outcome.value,
            scope=Scope.INCIDENT,
            rule=first.rule,
            confidence=CONFIDENCE[first.rule],
            sentences=[*seen, facts],
            incident=incident.code,
        )
        if toll and len(facts.harms) == 1 and incident.harm is None:
            draft.scope = Scope.CUMULATIVE
        draft.harms = list(facts.harms)
        draft.agents = [agent for agent in facts.harm_agents if agent is not None]
        for act in incident.acts:
            draft.absorb(act.sentences[0])
            if act.key not in LASTING:
                self._drop(act, draft)
        incident.acts = []
        draft.absorb(facts)
        for scene in self._scene_for(facts, incident):
            draft.absorb(scene)
            incident.take_in(scene.dates, scene.places)
        draft.parts = list(facts.parts)
        incident.harm = self._last_harm = draft
        incident.learn(facts)
        self.drafts.append(draft)
        for told in facts.acts:
            if not told.noun and told.targets and told.entry.text("effect") in LASTING:
                self._add_conduct(facts, told, incident)

    def _drop(self, draft: Draft, into: Draft) -> None:
        """Take back a draft of these sentences, which stands near the end, for a fuller one."""
        for index in range(len(self.drafts) - 1, -1, -1):
            if self.drafts[index] is draft:
                del self.drafts[index]
                break
        for other in self.drafts[-_BACK:]:
            if any(one is draft for one in other.characterises):
                kept = [one for one in other.characterises if one is not draft]
                other.characterises = [*kept, into]

    def _read_total(self, facts: SentenceFacts) -> None:
        """Read a count of a period or of several incidents: of no one incident.

        "Since the beginning of the year", "in separate attacks yesterday": the day holds for what
        is told of one of them next.
        """
        first = facts.harms[0]
        over_time = bool(facts.periods)
        draft = Draft(
            kind=ClaimKind.HARM,
            trigger=(first.start, first.end),
            key=first.outcome.value,
            scope=_scope_of(facts),
            rule=first.rule,
            confidence=CONFIDENCE[first.rule],
            sentences=[facts],
            harms=[replace(harm, cumulative=over_time) for harm in facts.harms],
            agents=[agent for agent in facts.harm_agents if agent is not None],
        )
        draft.absorb(facts)
        self.drafts.append(draft)
        if facts.dates and not over_time and not facts.past:
            self._set_scene(replace(facts, places=(), acts=()))

    def _read_parts(self, facts: SentenceFacts) -> None:
        harm = self._current.harm if self._current else None
        if harm is not None and harm.sentences[-1].paragraph == facts.paragraph:
            harm.absorb(facts)
            harm.parts += list(facts.parts)

    def _read_pattern(self, facts: SentenceFacts, act: ActFrame) -> None:
        """Read "crimes committed in A and B"; crimes that are only mentioned assert nothing."""
        if not facts.places:
            return
        draft = Draft(
            kind=ClaimKind.HARM,
            trigger=(act.start, act.end),
            key="pattern",
            scope=Scope.AGGREGATE,
            rule="act.pattern",
            confidence=0.75,
            sentences=[facts],
            places=list(facts.places),
            dates=list(facts.dates),
            agents=[act.agent] if act.agent else list(facts.actors[:1]),
        )
        draft.acts.append(act)
        self.pattern = draft
        self.drafts.append(draft)

    def _read_acts(self, facts: SentenceFacts) -> bool:
        """Read acts without harm; say whether there were any."""
        acts = [act for act in facts.acts if self._is_told(act, facts)]
        if not acts:
            return False
        current = self._current
        if current is not None and self._tells_more(facts, acts, current):
            if current.harm is not None:
                current.harm.absorb(facts)
            for act in acts:
                if current.harm is None or act.entry.text("effect") in LASTING:
                    self._add_conduct(facts, act, current)
            return True
        for act in acts:
            self._add_conduct(facts, act, None)
        return True

    def _add_conduct(
        self, facts: SentenceFacts, act: ActFrame, incident: ToldIncident | None
    ) -> None:
        effect = act.entry.text("effect") or "hit"
        pattern = act.systematic or self._is_general(act, facts)
        draft = Draft(
            kind=ClaimKind.CONDUCT,
            trigger=(act.start, act.end),
            key=effect,
            scope=Scope.AGGREGATE if pattern else Scope.INCIDENT,
            rule=act.rule,
            confidence=0.8,
            sentences=[facts],
            payload=ConductPayload(effect),
        )
        draft.add_act(act)
        alone = sum(1 for other in facts.acts if not other.noun) == 1
        draft.places = [place for place in facts.places if alone or _inside(place, act)]
        draft.dates = list(facts.dates)
        if not pattern:
            if incident is None:
                incident = self._begin(facts)
                if act.perfect:
                    self._current = None  # an undated act leads to nothing that follows
            draft.incident = incident.code
            incident.acts.append(draft)
        self.drafts.append(draft)

    def _read_positions(self, facts: SentenceFacts) -> list[Draft]:
        """Read what parties hold; what each is said of is known once the sentence is read."""
        drafts = []
        for found in facts.positions:
            if found.after_denial and self._denied_in != facts.paragraph:
                continue
            if found.value in DENIALS:
                self._denied_in = facts.paragraph
            drafts.append(
                Draft(
                    kind=ClaimKind.POSITION,
                    trigger=(found.start, found.end),
                    key=found.value.value,
                    scope=Scope.INCIDENT,
                    rule="position.phrase",
                    confidence=0.8,
                    sentences=[facts],
                    dates=list(facts.dates),
                    places=list(facts.places),
                    payload=PositionPayload(found.value),
                    holder=found.holder,
                )
            )
        self.drafts += drafts
        return drafts

    def _characterise(self, positions: list[Draft]) -> None:
        """Say of each position what it is held of: what its incident tells, the last one told."""
        code = self._current.code if self._current else None
        told = [
            draft
            for draft in self.drafts[-_BACK:]
            if draft.kind in (ClaimKind.HARM, ClaimKind.CONDUCT) and draft.incident == code
        ]
        for position in positions:
            position.characterises = told if code is not None else []

    def _set_scene(self, facts: SentenceFacts) -> None:
        """Take a sentence as the scene, beside the one before where it tells only the place."""
        if not (facts.dates or facts.places or _strikes(facts)):
            return
        goes_on = not facts.dates and self._holds(facts)
        self._scene = (*self._scene, facts) if goes_on else (facts,)

    def _holds(self, facts: SentenceFacts) -> bool:
        """Say whether the scene is still that of a sentence."""
        if not self._scene or facts.separate:
            return False
        return self.is_story or self._scene[-1].paragraph == facts.paragraph

    def _scene_for(self, facts: SentenceFacts, incident: ToldIncident) -> list[SentenceFacts]:
        """Return what the scene lends to an incident: the date or the places that it lacks."""
        scene, held = self._scene, self._holds(facts)
        self._scene = ()
        if not held:
            return []
        dates = () if incident.dates else _first([one.dates for one in scene])
        places = () if incident.places else _first([one.places for one in scene])
        lent = [
            replace(
                one,
                dates=one.dates if one.dates == dates else (),
                places=one.places if one.places == places else (),
            )
            for one in scene
        ]
        # A sentence that lends nothing else may tell how: "The force called in an air strike."
        told = [
            one if one.dates or one.places else replace(one, acts=_strikes(one)) for one in lent
        ]
        return [one for one in told if one.dates or one.places or one.acts]

    def _incident_for(self, facts: SentenceFacts) -> ToldIncident:
        current = self._current
        if current is not None and current.is_head and not facts.is_head:
            current.take_over(facts)
            return current
        if current is None or facts.separate:
            return self._begin(facts)
        told = [facts, *(self._scene if self._holds(facts) else ())]
        if refers_back(facts, current) or (self.is_story and retells(facts, current)):
            elsewhere = any(is_another_day(sentence, current) for sentence in told)
        else:
            elsewhere = any(is_elsewhere(sentence, current) for sentence in told)
        if elsewhere:
            return self._begin(facts)
        current.take_in(facts.dates, facts.places)
        current.paragraph = facts.paragraph
        return current

    def _begin(self, facts: SentenceFacts) -> ToldIncident:
        self._incidents += 1
        self._current = ToldIncident(
            f"i{self._incidents}",
            facts.paragraph,
            list(facts.dates),
            list(facts.places),
            is_head=facts.is_head,
        )
        return self._current

    def _tells_more(
        self, facts: SentenceFacts, acts: list[ActFrame], current: ToldIncident
    ) -> bool:
        goes_on = self.is_story or facts.paragraph == current.paragraph
        if not goes_on or facts.separate:
            return False
        if any(act.perfect or act.systematic for act in acts):
            return False
        same_paragraph = facts.paragraph == current.paragraph
        return not is_elsewhere(facts, current) or (same_paragraph and not facts.dates)

    def _is_told(self, act: ActFrame, facts: SentenceFacts) -> bool:
        """Say whether an act says what it was done to, or with what, or where and when."""
        if act.entry.flag("framing") and not (act.targets or act.means or facts.dates):
            return False
        if act.noun:
            return act.rule == WITH and act.entry.text("event") in STRIKES
        return bool(act.targets or act.means or act.places or facts.places or facts.dates)

    def _is_general(self, act: ActFrame, facts: SentenceFacts) -> bool:
        if facts.dates or act.places:
            return False
        if act.targets:
            return all(target.general for target in act.targets)
        return act.rule == "act.used" and act.perfect


def _first(lists: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """Return the first that holds anything."""
    return next((one for one in lists if one), ())


def _strikes(facts: SentenceFacts) -> tuple[ActFrame, ...]:
    """Return the strikes that a sentence names, told by a verb or not."""
    return tuple(act for act in facts.acts if act.entry.text("event") in STRIKES)


def _is_attribute(harm: HarmFrame) -> bool:
    """Say whether harm is told only to say who is meant: "the detained man is suspected of"."""
    return bool(harm.victims) and all(
        counted.whole.known and counted.whole.harmed is not None for counted in harm.victims
    )


def _inside(place: AnyPlace, act: ActFrame) -> bool:
    """Say whether the place stands in the words of one of the act's objects."""
    return any(target.start <= place.start < target.end for target in act.targets)


def _scope_of(facts: SentenceFacts) -> Scope:
    """Return the scope of a count of no one incident: of a period, of history, of several."""
    if facts.periods:
        return Scope.CUMULATIVE
    return Scope.BACKGROUND if facts.past else Scope.AGGREGATE
