"""Rows of the inbox as JSON."""

from allegata.app.views import DocumentRow
from allegata.model.wire import Json, to_json


def row_view(row: DocumentRow) -> dict[str, Json]:
    """Return a document's row as the page shows it."""
    view = to_json(row)
    if not isinstance(view, dict):
        raise TypeError("a row is an object")
    view["layers"] = len(row.layers)
    return view
