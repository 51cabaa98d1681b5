"""Search over the case file, for the page."""

from typing import Annotated

from fastapi import APIRouter, Query

from allegata.text.search_query import LONGEST_QUERY
from allegata.web.answers import JsonAnswer
from allegata.web.desk import AtDesk
from allegata.web.views.search import result_view

router = APIRouter()
MOST_HITS = 200


@router.get("/api/search")
def search(
    desk: AtDesk,
    q: Annotated[str, Query(max_length=LONGEST_QUERY)] = "",
    limit: Annotated[int, Query(ge=1, le=MOST_HITS)] = 50,
) -> JsonAnswer:
    """Find words in every text of the case."""
    return JsonAnswer(result_view(desk.case.search(q, limit=limit)))
