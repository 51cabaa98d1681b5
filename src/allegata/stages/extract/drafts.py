"""Drafts: claims while sentences are still being read together.

A draft gathers the frames and words of one claim from one or more sentences; ``assemble`` turns
it into a claim once the whole document has been read.
"""

from dataclasses import dataclass, field

from allegata.lang.grammar.acts import ActFrame, Agent, MeansPhrase
from allegata.lang.grammar.dates import FoundDate
from allegata.lang.grammar.frames import HarmFrame
from allegata.lang.grammar.objects import TargetPhrase
from allegata.lang.grammar.parts import PartPhrase
from allegata.lang.grammar.voices import FoundVoice
from allegata.model.claim import Payload
from allegata.model.doubt import Doubt
from allegata.model.vocabularies import ClaimKind, Scope
from allegata.places.phrases import FoundPlace
from allegata.stages.extract.facts import SamePlace, SentenceFacts

AnyPlace = FoundPlace | SamePlace


@dataclass
class Draft:
    """A claim in the making; offsets are of the view's text.

    ``key`` tells apart claims that share a trigger: an outcome, an effect, a norm's label.
    ``holder`` is who holds a position, None where the document's own voice does.
    """

    kind: ClaimKind
    trigger: tuple[int, int]
    key: str
    scope: Scope
    rule: str
    confidence: float
    sentences: list[SentenceFacts]
    incident: str | None = None
    harms: list[HarmFrame] = field(default_factory=list)
    parts: list[PartPhrase] = field(default_factory=list)
    acts: list[ActFrame] = field(default_factory=list)
    agents: list[Agent] = field(default_factory=list)
    targets: list[tuple[TargetPhrase, str | None]] = field(default_factory=list)
    means: list[MeansPhrase] = field(default_factory=list)
    places: list[AnyPlace] = field(default_factory=list)
    dates: list[FoundDate] = field(default_factory=list)
    payload: Payload | None = None
    characterises: list["Draft"] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    holder: FoundVoice | None = None

    def tells_in(self, facts: SentenceFacts) -> bool:
        """Say whether the draft tells of what stands in a sentence, or in a piece of it."""
        return any(one.start == facts.start for one in self.sentences)

    def absorb(self, facts: SentenceFacts) -> None:
        """Take in a sentence that tells more of the same: its acts, places, dates and agents."""
        if not self.tells_in(facts):
            self.sentences.append(facts)
            self.sentences.sort(key=lambda sentence: sentence.start)
        self.places += [place for place in facts.places if place not in self.places]
        self.dates += [date for date in facts.dates if date not in self.dates]
        for act in facts.acts:
            self.add_act(act)

    def add_act(self, act: ActFrame) -> None:
        """Take in one act with its agent, objects and weapons."""
        self.acts.append(act)
        if act.agent is not None:
            self.agents.append(act.agent)
        self.targets += [(target, act.entry.text("effect") or "hit") for target in act.targets]
        self.means += list(act.means)
