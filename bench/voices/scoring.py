"""Claims that were read against the claims of the gold, field by field.

In: passages with their readings. Out: tallies of right answers, and the mistakes with their words.
A field is asked of the claims that were found; one with a usual value (``stance``: asserts) only
where gold or reading has another, so that nothing is right by default.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from allegata.model.claim import Claim
from allegata.model.reading import Reading
from bench.voices.fields import FIELDS, MARKED, answer_of, is_right
from bench.voices.gold import Counted, GoldClaim, Passage

KINDS = ("harm", "conduct", "norm", "request", "position")


@dataclass
class Tallies:
    """``right`` of ``asked`` for each figure; ``mistakes`` as (passage, figure, gold, read)."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    mistakes: list[tuple[str, str, str, str]] = field(default_factory=list)

    def ask(self, figure: str, passage: Passage, *, right: bool, gold: str, read: str) -> None:
        """Count one answer."""
        self.asked[figure] += 1
        self.right[figure] += right
        if not right:
            self.mistakes.append((passage.id, figure, gold, read))


def score(pairs: Sequence[tuple[Passage, Reading]]) -> Tallies:
    """Return the tallies over all passages."""
    tallies = Tallies()
    for passage, reading in pairs:
        found = {index: _found(gold, reading) for index, gold in enumerate(passage.claims)}
        _claims(passage, reading, found, tallies)
        _counts(passage, reading, tallies)
        for index, gold in enumerate(passage.claims):
            if found[index] and not gold.optional:
                _fields(passage, gold, found[index], reading, tallies)
        _incidents(passage, found, tallies)
    return tallies


def _found(gold: GoldClaim, reading: Reading) -> list[Claim]:
    """Return the read claims of the kind that stand at the gold's words, the fullest first."""
    here = [
        claim
        for claim in reading.claims
        if claim.kind.value == gold.kind
        and any(_stands_in(claim, start, end) for start, end in gold.ranges)
    ]
    return sorted(here, key=lambda claim: -_agreement(gold, claim))


def _stands_in(claim: Claim, start: int, end: int) -> bool:
    spans = [claim.trigger, *(count.span for count in claim.counts)]
    return any(span.start < end and start < span.end for span in spans)


def _agreement(gold: GoldClaim, claim: Claim) -> int:
    start, end = gold.ranges[0]
    read = {(count.outcome.value, (count.low, count.best, count.high)) for count in claim.counts}
    norm = gold.kind == "norm" and is_right("label", gold, claim)
    triggered = claim.trigger.start < end and start < claim.trigger.end
    return 4 * norm + 2 * len(read & set(gold.counts)) + triggered


def _claims(
    passage: Passage, reading: Reading, found: dict[int, list[Claim]], tallies: Tallies
) -> None:
    for index, gold in enumerate(passage.claims):
        if not gold.optional:
            right = bool(found[index])
            tallies.ask(f"{gold.kind}_recall", passage, right=right, gold=gold.at, read="nothing")
    known = {id(claim) for claims in found.values() for claim in claims}
    for claim in reading.claims:
        words = claim.evidence[0].quote[:160]
        tallies.ask(
            f"{claim.kind.value}_precision",
            passage,
            right=id(claim) in known,
            gold="nothing",
            read=f"{claim.trigger.start}: {words}",
        )


def _counts(passage: Passage, reading: Reading, tallies: Tallies) -> None:
    wanted: Counter[Counted] = Counter()
    allowed: Counter[Counted] = Counter()
    for gold in passage.claims:
        is_loose = gold.optional or gold.said.get("loose") or gold.said.get("either")
        (allowed if is_loose else wanted).update(gold.counts)
    given = Counter(
        (count.outcome.value, (count.low, count.best, count.high))
        for claim in reading.claims
        for count in claim.counts
    )
    for key in wanted.elements():
        right = given[key] > 0
        given[key] -= right
        tallies.ask("counts_recall", passage, right=right, gold=str(key), read="nothing")
        if right:
            tallies.ask("counts_precision", passage, right=True, gold="", read="")
    for key in (+given).elements():
        right = allowed[key] > 0 or (wanted[key] > 0 and given[key] > wanted[key])
        allowed[key] -= right
        tallies.ask("counts_precision", passage, right=right, gold="nothing", read=str(key))


def _fields(
    passage: Passage, gold: GoldClaim, found: list[Claim], reading: Reading, tallies: Tallies
) -> None:
    claim = found[0]
    for name in FIELDS[gold.kind]:
        if not gold.asks(name):
            continue
        read = answer_of(name, claim)
        if name in MARKED and gold.said[name] == MARKED[name] == read:
            continue
        if name == "by" and not gold.said["by"] and not read:
            continue
        right = is_right(name, gold, claim)
        figure = f"{gold.kind}_{name}" if gold.kind in ("norm", "request", "position") else name
        tallies.ask(
            figure, passage, right=right, gold=f"{gold.at}: {gold.said[name]}", read=str(read)
        )
    if gold.said.get("of"):
        named = [claim for claim in reading.claims if claim.id in found[0].characterises]
        right = all(
            any(_stands_in(one, *_range_of(words, passage)) for one in named)
            for words in gold.said["of"]
        )
        read = "; ".join(one.evidence[0].quote[:60] for one in named) or "nothing"
        tallies.ask("characterises", passage, right=right, gold=gold.at, read=read)


def _range_of(words: str, passage: Passage) -> tuple[int, int]:
    start = passage.text.find(words)
    return start, start + len(words)


def _incidents(passage: Passage, found: dict[int, list[Claim]], tallies: Tallies) -> None:
    """Ask of every pair of found claims whether they are about one incident."""
    told = [
        (gold, found[index][0])
        for index, gold in enumerate(passage.claims)
        if gold.asks("incident") and not gold.optional and found[index]
    ]
    for index, (gold, claim) in enumerate(told):
        for other, second in told[index + 1 :]:
            same = gold.said["incident"] == other.said["incident"]
            read = claim.incident is not None and claim.incident == second.incident
            words = f"{gold.at} / {other.at}: {'one' if same else 'two'}"
            tallies.ask("incident", passage, right=same == read, gold=words, read=str(read))
