"""What the page asks first: which case this is, and the code lists that forms offer."""

from enum import StrEnum

from fastapi import APIRouter

from allegata import __version__
from allegata.lang.countries import countries
from allegata.model.vocabularies import Event, Outcome, Qualifier, Status
from allegata.web.answers import JsonAnswer
from allegata.web.desk import AtDesk

router = APIRouter()
OFFERED: dict[str, type[StrEnum]] = {
    "event": Event,
    "outcome": Outcome,
    "qualifier": Qualifier,
    "status": Status,
}


@router.get("/api/case")
def get_case(desk: AtDesk) -> JsonAnswer:
    """Say what this case is called, who sits at it, and which codes there are."""
    return JsonAnswer(
        {
            "name": desk.name,
            "version": __version__,
            "reviewer": desk.reviewer,
            "states": {state.alpha3: state.name for state in countries()},
            "vocabularies": {name: [code.value for code in kind] for name, kind in OFFERED.items()},
        }
    )
