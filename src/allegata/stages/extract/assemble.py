"""Drafts to claims: spans of the layer, names for actors, code lists for words, ids for all.

In: the drafts of a document in order. Out: its claims, with dates and places still in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from allegata.lang.grammar.actors import ActorPhrase, PlatformPhrase
from allegata.lang.pack import LanguagePack
from allegata.model.attribution import Attribution, Voice
from allegata.model.claim import Actor, Claim, Means, Target, claim_id
from allegata.model.extraction import DatedWords, Extraction
from allegata.model.places import PlaceMention
from allegata.model.span import Span
from allegata.model.vocabularies import (
    ActorRole,
    Cause,
    Certainty,
    ClaimKind,
    Delivery,
    Event,
    Modality,
    Stage,
    Stance,
    TargetCategory,
)
from allegata.stages.extract.actors import ActorRegister
from allegata.stages.extract.counts import CountNumbers, counts_of
from allegata.stages.extract.drafts import AnyPlace, Draft
from allegata.stages.extract.facts import SamePlace
from allegata.stages.extract.firmness import Firmness, firmness
from allegata.stages.extract.scenes import event_told
from allegata.stages.extract.view import View
from allegata.stages.extract.voicing import attribute

ORIGIN = "extract.rules@1"


@dataclass
class Assembler:
    """Makes the claims of one document; ``register`` and ``numbers`` run through all of it.

    ``chains`` are the voices that vouch for each stretch (start, end) of the view.
    """

    document_id: str
    view: View
    pack: LanguagePack
    chains: tuple[tuple[int, int, tuple[Voice, ...]], ...]
    register: ActorRegister
    numbers: CountNumbers = field(default_factory=CountNumbers)

    def assemble(self, drafts: list[Draft], places: list[AnyPlace]) -> Extraction:
        """Return the extraction of all drafts, in document order."""
        ordered = sorted(drafts, key=lambda draft: (draft.trigger, draft.kind.value, draft.key))
        ids = {id(draft): self._id(draft) for draft in ordered}
        claims = tuple(self._claim(draft, ids) for draft in ordered)
        return Extraction(
            claims=claims,
            places=tuple(self._place(place) for place in places),
            dates={ids[id(draft)]: self._dates(draft) for draft in ordered},
            antecedents=self._antecedents(places),
            signs=self.numbers.signs,
        )

    def _id(self, draft: Draft) -> str:
        return claim_id(self.document_id, draft.kind, self.view.span(*draft.trigger), draft.key)

    def _claim(self, draft: Draft, ids: dict[int, str]) -> Claim:
        counts, doubts = counts_of(draft, self.view, self.numbers)
        told = self._firmness(draft)
        modality, stage, stance = told.modality, told.stage, told.stance
        voices = [voice for facts in draft.sentences for voice in facts.voices]
        real = modality in (Modality.STATED, Modality.POSSIBLE) and stage is Stage.ACCOMPLISHED
        chain = self._chain(draft.trigger[0])
        attribution = attribute(
            chain, voices, draft.trigger, modality, self.view, holder=draft.holder
        )
        return Claim(
            id=ids[id(draft)],
            kind=draft.kind,
            scope=draft.scope,
            event=_event(draft),
            stage=stage,
            incident=draft.incident if real else None,
            trigger=self.view.span(*draft.trigger),
            evidence=tuple(self.view.evidence(one.start, one.end) for one in draft.sentences),
            attribution=_with_stance(attribution, stance),
            when=None,
            where=tuple(self._place(place) for place in draft.places),
            actors=self._actors(draft) if stage is not Stage.FOILED else (),  # they foiled it
            means=self._means(draft),
            targets=self._targets(draft),
            counts=tuple(counts),
            characterises=tuple(ids[id(other)] for other in draft.characterises),
            payload=draft.payload,
            doubts=(*draft.doubts, *doubts),
            confidence=draft.confidence,
            reasons=_reasons(draft),
            origin=ORIGIN,
        )

    def _firmness(self, draft: Draft) -> Firmness:
        """Return how firmly the trigger's own sentence says it."""
        at = draft.trigger[0]
        own = next((one for one in draft.sentences if one.start <= at < one.end), None)
        if own is None or draft.kind is ClaimKind.REQUEST:
            return Firmness()
        told = firmness(own, at, self.pack)
        if draft.rule == "harm.corrected" and told.stance is None:
            return replace(told, stance=Stance.CORRECTS)
        return told

    def _chain(self, at: int) -> tuple[Voice, ...]:
        """Return the voices of the stretch that holds ``at``."""
        return next((chain for start, end, chain in self.chains if start <= at < end), ())

    def _actors(self, draft: Draft) -> tuple[Actor, ...]:
        """Return each actor once, under one name, with all loaded words said of it here."""
        found: dict[str, Actor] = {}
        for agent in draft.agents:
            mention = self.register.mentioned(agent)
            if mention is None:
                continue
            name = self.register.name_of(mention)
            known = found.get(name)
            framing = known.framing if known else ()
            framing += tuple(word for word in mention.framing if word not in framing)
            first = known or self._actor(mention, name, draft.kind)
            found[name] = Actor(
                raw=first.raw,
                name=name,
                kind=first.kind,
                led_by=self.register.leader_of(mention),
                role=first.role,
                certainty=first.certainty,
                framing=framing,
                span=first.span,
            )
        return (*found.values(), *self._harmed_groups(draft, set(found)))

    def _harmed_groups(self, draft: Draft, known: set[str]) -> Iterator[Actor]:
        """Yield the organisations whose people the counts are of: "a Taliban commander"."""
        people = [counted.whole for harm in draft.harms for counted in harm.victims]
        for group in (named for facts in draft.sentences for named in facts.groups):
            inside = any(one.start <= group.start and group.end <= one.end for one in people)
            if inside and group.name not in known:
                known.add(group.name)
                yield Actor(
                    raw=self.view.quote(group.start, group.end),
                    name=group.name,
                    kind="armed_group",
                    led_by=None,
                    role=ActorRole.TARGET,
                    certainty=Certainty.ALLEGED,
                    framing=(),
                    span=self.view.span(group.start, group.end),
                )

    def _actor(self, mention: ActorPhrase, name: str, kind: ClaimKind) -> Actor:
        role = ActorRole.INVOLVED if kind is ClaimKind.NORM else ActorRole.ATTRIBUTED_TO
        return Actor(
            raw=self.view.quote(mention.start, mention.end),
            name=name,
            kind=mention.kind,
            led_by=None,
            role=role,
            certainty=Certainty.ALLEGED,
            framing=(),
            span=self.view.span(mention.start, mention.end),
        )

    def _means(self, draft: Draft) -> tuple[Means, ...]:
        """Return the weapons; a platform alone tells how they came and nothing else."""
        carried = _delivery(draft)
        weapons = [
            Means(
                raw=self.view.quote(means.start, means.end),
                cause=Cause(means.entry.text("cause", "unknown")),
                delivery=carried or Delivery(means.entry.text("delivery", "unknown")),
                span=self.view.span(means.start, means.end),
            )
            for means in draft.means
        ]
        weapons += [
            Means(
                raw=self.view.quote(act.start, act.end),
                cause=Cause(act.entry.text("cause")),
                delivery=carried or Delivery(act.entry.text("delivery", "unknown")),
                span=self.view.span(act.start, act.end),
            )
            for act in draft.acts
            if act.entry.text("cause")
        ]
        if weapons or carried is None:
            return tuple(weapons)
        platform = next(one for one in draft.agents if isinstance(one, PlatformPhrase))
        raw, span = self.view.quote(*platform.word), self.view.span(*platform.word)
        return (Means(raw, Cause.UNKNOWN, carried, span),)

    def _targets(self, draft: Draft) -> tuple[Target, ...]:
        return tuple(
            Target(
                raw=self.view.quote(target.start, target.end),
                category=TargetCategory(target.category),
                protected=target.protected,
                effect=effect,
                span=self.view.span(target.start, target.end),
            )
            for target, effect in draft.targets
        )

    def _place(self, place: AnyPlace) -> PlaceMention:
        span = self.view.span(place.start, place.end)
        raw = self.view.quote(place.start, place.end)
        if isinstance(place, SamePlace):
            return PlaceMention(raw, "settlement", span)
        return PlaceMention(raw, place.kind, span, None, place.name)

    def _dates(self, draft: Draft) -> tuple[DatedWords, ...]:
        return tuple(
            DatedWords(
                self.view.quote(date.start, date.end),
                self.view.span(date.start, date.end),
                date.phrase,
            )
            for date in sorted(draft.dates, key=lambda date: date.start)
        )

    def _antecedents(self, places: list[AnyPlace]) -> dict[Span, Span]:
        """Return for "the same city" the last place told before it that is a settlement."""
        found: dict[Span, Span] = {}
        last: Span | None = None
        for place in places:
            span = self.view.span(place.start, place.end)
            if isinstance(place, SamePlace):
                if last is not None:
                    found[span] = last
            elif place.kind in ("settlement", "unknown"):
                last = span
        return found


def _event(draft: Draft) -> Event:
    """Return the kind of event: the platform's where there is one, else the most telling word."""
    if draft.kind in (ClaimKind.NORM, ClaimKind.REQUEST):
        return Event.UNKNOWN
    platform = [
        agent.entry.text("event") for agent in draft.agents if isinstance(agent, PlatformPhrase)
    ]
    told = [act.entry.text("event") for act in draft.acts]
    harm = [harm.event or "" for harm in draft.harms]
    specific = [word for word in told if word not in ("", "unknown", "bombing")]
    lasting = [word for word in specific if word in ("destruction", "demolition", "arson")]
    choices = [*lasting[:1], *platform, *specific, *harm] if not draft.harms else []
    choices += [*platform, *[w for w in specific if w not in lasting], *harm, *told]
    for word in choices:
        if word and word != "unknown":
            return Event(word)
    weapons = {means.entry.text("delivery") for means in draft.means}
    if "rocket_or_missile" in weapons:
        return Event.MISSILE_STRIKE
    if "artillery" in weapons:
        return Event.SHELLING
    return event_told(draft.sentences, draft.trigger[0]) if draft.harms else Event.UNKNOWN


def _with_stance(attribution: Attribution, stance: Stance | None) -> Attribution:
    """Return the attribution with the stance of the words; "reportedly" denies no denial."""
    if stance is None or (stance is Stance.REPORTS and attribution.stance is not Stance.ASSERTS):
        return attribution
    return replace(attribution, stance=stance)


def _delivery(draft: Draft) -> Delivery | None:
    for agent in draft.agents:
        if isinstance(agent, PlatformPhrase):
            return Delivery(agent.entry.text("delivery", "unknown"))
    return None


def _reasons(draft: Draft) -> tuple[str, ...]:
    rules = [harm.rule for harm in draft.harms] + [act.rule for act in draft.acts]
    reasons = list(dict.fromkeys([draft.rule, *rules]))
    if len(draft.sentences) > 1:
        reasons.append(f"told in {len(draft.sentences)} sentences")
    return tuple(reasons)
