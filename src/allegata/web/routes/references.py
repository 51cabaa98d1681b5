"""The case file as a collection: works, how they refer to each other, and what is missing."""

from fastapi import APIRouter

from allegata.export.references_json import references_json
from allegata.web.answers import JsonAnswer
from allegata.web.desk import AtDesk

router = APIRouter()


@router.get("/api/references")
def get_references(desk: AtDesk) -> JsonAnswer:
    """Return the works of the case, their links and chains, and what is cited and not here."""
    return JsonAnswer(references_json(desk.case.references()))
