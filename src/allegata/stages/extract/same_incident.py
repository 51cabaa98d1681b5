"""Whether a sentence tells of the incident that was told last, or of another.

In: the facts of a sentence and what was told of an incident. A new day or a new place is another
incident; but "the commander", or a name told before, is the man of whom it was told, wherever the
house is in which he was found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from allegata.lang.grammar.dates import FoundDate
from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.people import GroupPhrase
from allegata.model.vocabularies import Outcome
from allegata.stages.extract.drafts import AnyPlace, Draft
from allegata.stages.extract.facts import SamePlace, SentenceFacts

_Told = tuple[str, Outcome]  # a word for people, and what became of them


@dataclass
class ToldIncident:
    """What was told of an incident so far.

    ``people`` are the words for those who were harmed, ``numbers`` how many of each, None for vague
    words. ``is_head``: only a headline told of it yet.
    """

    code: str
    paragraph: int
    dates: list[FoundDate]
    places: list[AnyPlace]
    harm: Draft | None = None
    acts: list[Draft] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    numbers: dict[_Told, int | None] = field(default_factory=dict)
    is_head: bool = False

    def learn(self, facts: SentenceFacts) -> None:
        """Remember whom a sentence tells to have been harmed."""
        self.people.update(_heads(facts, known=False))
        self.numbers.update(_numbers(facts))

    def take_in(self, dates: Iterable[FoundDate], places: Iterable[AnyPlace]) -> None:
        """Remember the days and places of a sentence that are new."""
        days = {_day(date) for date in self.dates}
        self.dates += [date for date in dates if _day(date) not in days]
        names = {_name(place) for place in self.places}
        self.places += [place for place in places if _name(place) not in names]

    def take_over(self, facts: SentenceFacts) -> None:
        """Go on from a headline to its account, which tells day and place better."""
        self.is_head = False
        self.paragraph = facts.paragraph
        self.dates = list(facts.dates) or self.dates
        self.places = list(facts.places) or self.places


def is_elsewhere(facts: SentenceFacts, current: ToldIncident) -> bool:
    """Say whether the sentence's own date or place is another than the incident's."""
    if is_another_day(facts, current):
        return True
    named = {place.name for place in facts.places if not isinstance(place, SamePlace)}
    known = {place.name for place in current.places if not isinstance(place, SamePlace)}
    return bool(named and known and not named & known)


def is_another_day(facts: SentenceFacts, current: ToldIncident) -> bool:
    """Say whether the sentence's own date is another than the incident's."""
    told = {_day(date) for date in current.dates}
    new = [date for date in facts.dates if date.phrase.shift_days != 0]
    return bool(new and told and not any(_day(date) in told for date in new))


def refers_back(facts: SentenceFacts, current: ToldIncident) -> bool:
    """Say whether it tells of people by words that take them for known: "the commander"."""
    return bool(_heads(facts, known=True) & current.people)


def retells(facts: SentenceFacts, current: ToldIncident) -> bool:
    """Say whether it tells of the same people again: as many, or how many "several" were."""
    return any(
        told in current.numbers and current.numbers[told] in (None, number)
        for told, number in _numbers(facts).items()
        if number is not None and number > 1
    )


def counted_before(
    facts: SentenceFacts, seen: Sequence[SentenceFacts]
) -> tuple[SentenceFacts, list[SentenceFacts]]:
    """Return the facts with people taken for known as many as they were seen, and where they were.

    "They saw four rebels. They killed the rebels.": only where one group of them was seen.
    """
    groups: dict[str, list[tuple[GroupPhrase, SentenceFacts]]] = {}
    for sentence in seen:
        for group in sentence.people:
            for head in _heads_of(group) if group.plural and group.quantity is not None else ():
                groups.setdefault(head, []).append((group, sentence))
    used: list[SentenceFacts] = []

    def numbered(counted: Counted) -> Counted:
        whole = counted.whole
        told = [one for head in _heads_of(whole) for one in groups.get(head, ())]
        if not (whole.known and whole.plural and whole.quantity is None and len(told) == 1):
            return counted
        group, sentence = told[0]
        used.extend([] if sentence in used else [sentence])
        everything = (whole.start, whole.end)
        own = replace(whole, quantity=group.quantity, quantity_range=everything, inferred=True)
        return replace(counted, whole=own)

    harms = tuple(
        replace(harm, victims=tuple(numbered(counted) for counted in harm.victims))
        for harm in facts.harms
    )
    return (replace(facts, harms=harms), used) if used else (facts, used)


def _heads_of(group: GroupPhrase) -> set[str]:
    return {head.split()[-1].rpartition("-")[2].rstrip("s") for head in group.heads}


def _numbers(facts: SentenceFacts) -> dict[_Told, int | None]:
    """Return how many people of each word were harmed how, None where vague words say it."""
    return {
        (head, harm.outcome): counted.whole.quantity.best
        for harm in facts.harms
        for counted in harm.victims
        if counted.whole.quantity is not None and not counted.whole.quantity.additional
        for head in _heads_of(counted.whole)
    }


def _heads(facts: SentenceFacts, *, known: bool) -> set[str]:
    """Return the words for those harmed in a sentence; with ``known`` of those told before."""
    victims = [counted for harm in facts.harms for counted in harm.victims]
    groups = [group for counted in victims for group in (counted.whole, *counted.parts)]
    told = (group for group in groups if group.known or not known)
    return {head for group in told for head in _heads_of(group)}


def _name(place: AnyPlace) -> str:
    return place.word if isinstance(place, SamePlace) else place.name


def _day(date: FoundDate) -> tuple[int | None, ...]:
    phrase = date.phrase
    return (phrase.month, phrase.day, phrase.shift_days)
