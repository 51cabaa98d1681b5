"""The places that a document names as JSON: what is proposed, chosen and offered, no score.

How likely the program holds each candidate is not sent: whoever sees it agrees with it too easily.
"""

from collections.abc import Callable, Mapping, Sequence

from allegata.app.views import CasePlace, Offered
from allegata.model.choosing import PlaceChoice
from allegata.model.decision import Match
from allegata.model.places import Candidate, GazetteerEntry, Place
from allegata.model.wire import Json, to_json
from allegata.places.resolver import place_of
from allegata.web.offsets import Utf16
from allegata.web.views.reader import NOTES

FindPlace = Callable[[str], GazetteerEntry | None]


def places_view(
    places: Sequence[CasePlace], maps: Mapping[str, Utf16], find_place: FindPlace
) -> list[Json]:
    """Return the places as the page shows them; ``maps`` are of the document's layers."""
    return [_place(place, maps, find_place) for place in places]


def entries_view(entries: Sequence[GazetteerEntry]) -> list[Json]:
    """Return entries of a gazetteer as places that may be chosen."""
    return [ground(place_of(entry)) for entry in entries]


def ground(place: Place) -> dict[str, Json]:
    """Return where a place is and how precisely that is known."""
    units = (place.admin3, place.admin2, place.admin1)
    return {
        "id": place.id,
        "name": place.name,
        "within": [unit.name for unit in units if unit is not None and unit.name != place.name],
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision.value,
        "radius_km": place.radius_km,
        "rings": to_json(place.geometry.coordinates) if place.geometry is not None else [],
        "method": place.method,
        "reasons": list(place.reasons),
    }


def _place(place: CasePlace, maps: Mapping[str, Utf16], find_place: FindPlace) -> Json:
    mention, span = place.mention, place.mention.span
    units = maps.get(span.layer)
    start, end = (units.of(span.start), units.of(span.end)) if units else (span.start, span.end)
    proposed = mention.place
    choice = place.choice
    return {
        "id": f"{span.layer}-{start}-{end}",
        "layer": span.layer,
        "start": start,
        "end": end,
        "raw": mention.raw,
        "name": mention.name or mention.raw,
        "kind": mention.kind,
        "proposed": ground(proposed) if proposed is not None else None,
        "candidates": _candidates(proposed, find_place),
        "choice": _choice(choice) if choice is not None else None,
        "note": NOTES.get(place.match, "") if place.match is not Match.NEW else "",
        "offered": [_offered(offered) for offered in place.offered],
    }


def _candidates(proposed: Place | None, find_place: FindPlace) -> list[Json]:
    """Return what else the words could mean, in the order in which it is likely."""
    if proposed is None:
        return []
    return [_candidate(one, find_place(one.id)) for one in proposed.alternatives]


def _candidate(candidate: Candidate, entry: GazetteerEntry | None) -> dict[str, Json]:
    if entry is not None:
        return ground(place_of(entry))
    return {
        "id": candidate.id,
        "name": candidate.name,
        "within": [],
        "country": "",
        "lat": candidate.lat,
        "lon": candidate.lon,
        "precision": "",
        "radius_km": 0.0,
        "rings": [],
        "method": "",
        "reasons": [],
    }


def _choice(choice: PlaceChoice) -> Json:
    return {
        "id": choice.id,
        "how": choice.how.value,
        "place": ground(choice.place) if choice.place is not None else None,
        "by": choice.reviewer,
        "at": choice.at,
        "why": choice.why,
    }


def _offered(offered: Offered) -> Json:
    return {
        "choice_id": offered.choice_id,
        "times": offered.times,
        "place": ground(offered.place) if offered.place is not None else None,
    }
