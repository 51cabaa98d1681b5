"""Does a document hold: its original, its layers, every quote and every number, and its reading?"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from allegata.app.anchoring import around
from allegata.app.checking_records import Told
from allegata.app.ingest import Reader
from allegata.app.keeping import layer_digest, reading_digest, summary_of
from allegata.app.ocr_numbers import ocr_numbers, unseen
from allegata.app.relayering import fit_layers
from allegata.app.views import Problem
from allegata.model.casefile import ReadingSummary, StoredDocument, StoredLayer, StoredReading
from allegata.model.choosing import PlaceChoice
from allegata.model.count import Bounds
from allegata.model.decision import CONTEXT, Decision
from allegata.model.errors import StoreError
from allegata.model.number import NumberSeen
from allegata.model.reading import Refusal
from allegata.model.search import Passage
from allegata.model.span import Span
from allegata.model.store_port import CaseStore
from allegata.model.vocabularies import Derivation
from allegata.model.wire import to_json

ParseNumber = Callable[[str, str | None], Bounds | None]


@dataclass(frozen=True, slots=True)
class Held:
    """All that the case file holds of one document, and what the ledger says of it."""

    stored: StoredDocument
    layers: Sequence[StoredLayer]
    reading: StoredReading | None
    decisions: Sequence[Decision]
    told: Told | None
    claim_ids: frozenset[str]  # as listed
    seen: Sequence[NumberSeen]
    passages: Sequence[Passage]  # as indexed
    choices: Sequence[PlaceChoice]  # of places

    def text(self, layer_id: str) -> str:
        """Return a layer's text, empty where there is no such layer."""
        return next((x.layer.text for x in self.layers if x.layer.id == layer_id), "")

    def slice(self, span: Span) -> str | None:
        """Return the words of ``span``, None where it does not lie in its layer."""
        text = self.text(span.layer)
        return text[span.start : span.end] if span.end <= len(text) else None


def original_problems(store: CaseStore, held: Held) -> Iterator[Problem]:
    """Hash the original again."""
    if held.stored.original is not None:
        try:
            store.original(held.stored.original)
        except StoreError as error:
            yield Problem(error.code, error.message, held.stored.id)


def layer_problems(held: Held) -> Iterator[Problem]:
    """Hash the layers again, and compare them with the ledger."""
    told = held.told.layers if held.told is not None else {}
    for kept in held.layers:
        where = f"{held.stored.id} {kept.layer.id}"
        changed = kept.layer.sha256 != kept.sha256
        if changed or told.get(kept.layer.id) != layer_digest(kept.layer):
            message = f"Layer {kept.layer.id} of {held.stored.name} is not what was stored."
            yield Problem("layer.changed", message, where)


def reading_problems(held: Held) -> Iterator[Problem]:
    """Compare the claims as kept with the digest that the ledger noted."""
    told = held.told.reading if held.told is not None else None
    digest = reading_digest(held.reading) if held.reading is not None else None
    if told != digest:
        message = f"What was read of {held.stored.name} is not what was stored."
        yield Problem("reading.changed", message, held.stored.id)
    elif not _listed_as_read(held):
        message = f"The list does not say of {held.stored.name} what was read of it."
        yield Problem("case.record_differs", message, held.stored.id)


def _listed_as_read(held: Held) -> bool:
    """Say whether what is repeated for lists agrees with the reading."""
    stored, reading = held.stored, held.reading
    if reading is None:
        return stored.summary == ReadingSummary() and not held.claim_ids
    head = reading.head
    return (
        summary_of(reading) == stored.summary
        and (head.media_type, head.source.row_id) == (stored.media_type, stored.row_id)
        and held.claim_ids == {claim.id for claim in reading.claims}
    )


def quote_problems(held: Held) -> Iterator[Problem]:
    """Compare every quote, proposed and judged, with the words of its layer."""
    proposals = held.reading.claims if held.reading is not None else ()
    for claim in (*proposals, *(decision.claim for decision in held.decisions)):
        for evidence in claim.evidence:
            if held.slice(evidence.span) != evidence.quote:
                message = (
                    f"A quote of claim {claim.id} of {held.stored.name} is not what layer "
                    f"{evidence.layer} says at {evidence.start}..{evidence.end}."
                )
                yield Problem("quote.differs", message, f"{held.stored.id} {claim.id}")
    for decision in held.decisions:
        anchor = decision.anchor
        text, trigger = held.text(anchor.trigger.layer), anchor.trigger
        before = text[max(trigger.start - CONTEXT, 0) : trigger.start]
        after = text[trigger.end : trigger.end + CONTEXT]
        words = (before, held.slice(trigger), after)
        if words != (anchor.before, anchor.quote, anchor.after):
            message = f"The words around decision {decision.id} are not what was judged."
            yield Problem("quote.anchor_differs", message, f"{held.stored.id} {decision.id}")


def seen_problems(held: Held) -> Iterator[Problem]:
    """Compare each number that a person saw with its layer, and how many are told to be unseen."""
    layers = {kept.layer.id: kept.layer for kept in held.layers}
    for seen in held.seen:
        layer = layers.get(seen.span.layer)
        words = None if layer is None else (held.slice(seen.span), *around(layer, seen.span))
        if words != (seen.quote, seen.before, seen.after):
            message = f"A number that {seen.reviewer} saw in {held.stored.name} is not there."
            yield Problem("number.seen_differs", message, f"{held.stored.id} {seen.span.layer}")
    in_force = held.reading.head.layers if held.reading is not None else ()
    numbers = ocr_numbers(list(layers.values()), in_force, held.seen)
    if unseen(numbers) != held.stored.unseen_numbers:
        message = f"The list tells another count of unseen numbers in {held.stored.name}."
        yield Problem("case.record_differs", message, held.stored.id)


def choice_problems(held: Held) -> Iterator[Problem]:
    """Compare the words of each choice of a place with its layer."""
    layers = {kept.layer.id: kept.layer for kept in held.layers}
    for choice in held.choices:
        layer = layers.get(choice.span.layer)
        words = None if layer is None else (held.slice(choice.span), *around(layer, choice.span))
        if words != (choice.quote, choice.before, choice.after):
            message = f"The words of place choice {choice.id} in {held.stored.name} are not there."
            yield Problem("choice.differs", message, f"{held.stored.id} {choice.id}")


def number_problems(held: Held, parse: ParseNumber) -> Iterator[Problem]:
    """Parse the words of every literal count again."""
    if held.reading is None:
        return
    for claim in held.reading.claims:
        for count in claim.counts:
            if count.derivation is not Derivation.LITERAL:
                continue
            found = parse(count.raw, held.reading.head.language) or Bounds(None, None, None)
            if found != count.bounds:
                message = (
                    f"Claim {claim.id} of {held.stored.name} says {_range(count.bounds)} where its "
                    f"words {count.raw!r} give {_range(found)}."
                )
                yield Problem("number.differs", message, f"{held.stored.id} {claim.id}")


def rederived_problems(
    store: CaseStore, held: Held, read: Reader, notes: Counter[str]
) -> Iterator[Problem]:
    """Read the original again, if by the same program and word lists, and compare the claims."""
    reading, stored = held.reading, held.stored
    if reading is None or stored.original is None:
        return
    again = read(reading.head.source.with_content(store.original(stored.original)))
    if isinstance(again, Refusal):
        notes[f"refused by this program ({again.code}), and so not derived again"] += 1
    elif again.run != reading.head.run:
        notes["read by another version or other word lists, and so not derived again"] += 1
    else:
        notes["derived again"] += 1
        fitted = fit_layers(again, held.layers)
        same = to_json(fitted.reading.claims) == to_json(reading.claims)
        if fitted.new_layers or not same:
            what = "the text" if fitted.new_layers else "the claims"
            message = f"Reading {stored.name} again does not give {what} that the case holds."
            yield Problem("reading.not_reproduced", message, stored.id)


def _range(bounds: Bounds) -> str:
    """Return bounds in short, unknown as a dash.

    >>> _range(Bounds(3, None, None))
    '3/–/–'
    """
    return "/".join(
        "–" if part is None else str(part) for part in (bounds.low, bounds.best, bounds.high)
    )
