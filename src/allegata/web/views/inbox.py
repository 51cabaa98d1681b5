"""Rows of the inbox as JSON."""

from collections.abc import Mapping

from allegata.app.views import DocumentRow
from allegata.model.wire import Json, to_json
from allegata.web.views.containers import container_view


def row_view(row: DocumentRow, names: Mapping[str, str]) -> dict[str, Json]:
    """Return a document's row as the page shows it; ``names`` are those of the case, by id."""
    view = to_json(row)
    if not isinstance(view, dict):
        raise TypeError("a row is an object")
    view["layers"] = len(row.layers)
    view["container"] = container_view(row, names)
    return view
