"""People choose the ground that words stand for; it holds for the mention, and is offered again.

A choice goes into the ledger, apart from what the program proposes (``chosen_places`` tells
which mention it belongs to). What was chosen for a name is offered for every other mention of the
name in the case file; it is never put there by itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from allegata.app.anchoring import around
from allegata.app.chosen_places import offers
from allegata.app.viewing import case_document
from allegata.app.views import CaseDocument, CasePlace
from allegata.model.choosing import Choosing, PlaceChoice
from allegata.model.errors import InputError
from allegata.model.ids import short_id
from allegata.model.ledger import EntryKind
from allegata.model.places import Place, PlaceMention
from allegata.model.ports import Gazetteer
from allegata.model.span import Span
from allegata.model.store_port import CaseReader, CaseStore, CaseWriter
from allegata.model.wire import to_json
from allegata.places.by_person import Ring, chosen_area, chosen_entry, chosen_point

OpenGazetteer = Callable[[], Gazetteer]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says of a mention; where nothing is given, that none of the places is meant.

    ``entry_id`` is of a gazetteer, ``point`` (latitude, longitude) sure within ``radius_km``,
    ``ring`` the corners of an area as (longitude, latitude), degrees WGS 84; ``as_before`` is the
    id of a choice in this case file, whose place is meant again.
    """

    entry_id: str | None = None
    point: tuple[float, float] | None = None
    radius_km: float = 1.0
    ring: Ring | None = None
    as_before: str | None = None


@dataclass(frozen=True, slots=True)
class _Chosen:
    how: Choosing
    place: Place | None


def case_places(reader: CaseReader, document_id: str) -> tuple[CasePlace, ...]:
    """Return the places that a document names, as proposed and as chosen, with what is offered."""
    shown = case_document(reader, document_id)
    offered = offers(shown.places, reader.place_choices())
    return tuple(
        replace(place, offered=offered.get(place.mention.span, ())) for place in shown.places
    )


def choose_place(
    store: CaseStore,
    document_id: str,
    span: Span,
    answer: Answer,
    *,
    gazetteer: OpenGazetteer,
    reviewer: str,
    at: str,
    why: str = "",
) -> PlaceChoice:
    """Record what the words at ``span`` stand for, and return it.

    Raises:
        InputError: no place is mentioned there, or the answer cannot be.
    """
    with store.write() as writer:
        shown = case_document(writer, document_id)
        mention = _mention(shown, span)
        chosen = _answered(writer, answer, mention, gazetteer)
        choice = _choice(writer, shown, mention, chosen, reviewer=reviewer, at=at, why=why)
        _record(writer, choice)
    return choice


def choose_alike(
    store: CaseStore, document_id: str, choice_id: str, *, reviewer: str, at: str
) -> tuple[PlaceChoice, ...]:
    """Take a choice for every other mention of its name in a document that nobody decided on."""
    with store.write() as writer:
        shown = case_document(writer, document_id)
        before = _earlier(writer, choice_id)
        alike = [
            place.mention
            for place in shown.places
            if any(
                one.choice_id == before.id
                for one in offers([place], [before]).get(place.mention.span, ())
            )
        ]
        made = []
        for mention in alike:
            chosen = _Chosen(before.how, before.place)
            choice = _choice(
                writer, shown, mention, chosen, reviewer=reviewer, at=at, why=before.why
            )
            _record(writer, choice)
            made.append(choice)
    return tuple(made)


def undo_place(
    store: CaseStore, document_id: str, choice_id: str, *, reviewer: str, at: str
) -> PlaceChoice:
    """Take a choice in force back; the choice before it holds again, if there was one.

    Raises:
        InputError: no such choice is in force.
    """
    with store.write() as writer:
        shown = case_document(writer, document_id)
        held = {place.choice.id: place.choice for place in shown.places if place.choice}
        if choice_id not in held:
            raise InputError(
                "choice.not_in_force",
                f"There is no choice {choice_id} in force in this document.",
                "It may have been taken back already; load the document anew.",
            )
        undone = replace(
            held[choice_id],
            id=_next_id(writer),
            how=Choosing.UNDO,
            reviewer=reviewer,
            at=at,
            why="",
            undoes=choice_id,
        )
        _record(writer, undone)
    return undone


def _mention(shown: CaseDocument, span: Span) -> PlaceMention:
    for place in shown.places:
        if place.mention.span == span:
            return place.mention
    raise InputError(
        "choice.no_mention",
        "No place is mentioned there.",
        "The document may have been read again since; load it anew.",
    )


def _answered(
    reader: CaseReader, answer: Answer, mention: PlaceMention, gazetteer: OpenGazetteer
) -> _Chosen:
    if answer.as_before is not None:
        before = _earlier(reader, answer.as_before)
        return _Chosen(before.how, before.place)
    if answer.entry_id is not None:
        entry = gazetteer().entry(answer.entry_id)
        if entry is None:
            raise InputError(
                "choice.unknown_entry",
                f"No gazetteer here knows {answer.entry_id!r}.",
                "Search for the place again, or set its point.",
            )
        return _Chosen(Choosing.CANDIDATE, chosen_entry(entry, mention.kind))
    if answer.point is not None:
        lat, lon = answer.point
        point = chosen_point(lat, lon, radius_km=answer.radius_km, gazetteer=gazetteer())
        return _Chosen(Choosing.MOVED, point)
    if answer.ring is not None:
        return _Chosen(Choosing.AREA, chosen_area(answer.ring, gazetteer()))
    return _Chosen(Choosing.NONE, None)


def _earlier(reader: CaseReader, choice_id: str) -> PlaceChoice:
    found = _by_id(reader.place_choices(), choice_id)
    if found is None:
        raise InputError(
            "choice.not_in_force",
            f"The case file has no choice {choice_id}.",
            "It may have been taken back; load the document anew.",
        )
    return found


def _by_id(choices: Sequence[PlaceChoice], choice_id: str) -> PlaceChoice | None:
    undone = {choice.undoes for choice in choices}
    return next(
        (choice for choice in choices if choice.id == choice_id and choice.id not in undone), None
    )


def _choice(
    reader: CaseReader,
    shown: CaseDocument,
    mention: PlaceMention,
    chosen: _Chosen,
    *,
    reviewer: str,
    at: str,
    why: str,
) -> PlaceChoice:
    if shown.document is None:
        raise ValueError("a mention stands in a document that was read")
    layer = shown.document.layer(mention.span.layer)
    before, after = around(layer, mention.span)
    return PlaceChoice(
        id=_next_id(reader),
        document=shown.row.id,
        span=mention.span,
        quote=layer.slice(mention.span),
        before=before,
        after=after,
        name=mention.name or mention.raw,
        how=chosen.how,
        place=chosen.place,
        proposed=mention.place.id if mention.place is not None else None,
        reviewer=reviewer,
        at=at,
        why=why,
    )


def _record(writer: CaseWriter, choice: PlaceChoice) -> None:
    body = to_json(choice)
    if not isinstance(body, dict):
        raise TypeError("a choice is an object")
    writer.append(
        EntryKind.PLACE_CHOSEN,
        body,
        at=choice.at,
        reviewer=choice.reviewer,
        document_id=choice.document,
    )


def _next_id(reader: CaseReader) -> str:
    """Return a choice's id, which no other ledger shares."""
    head = reader.head()
    return short_id("place", head.hash, head.seq + 1)
