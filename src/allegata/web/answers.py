"""What the server answers: JSON that holds any text, and errors with a code, words and a hint.

>>> bytes(problem("web.not_found", "There is no such page.", status=404).body)
b'{"code":"web.not_found","message":"There is no such page.","hint":""}'
"""

import json

from starlette.responses import Response

from allegata.model.errors import AllegataError, InputError, StoreError, TemporaryError

STATUS: dict[type[AllegataError], int] = {InputError: 400, StoreError: 409, TemporaryError: 503}
NOT_FOUND = frozenset(
    {
        "case.no_document",
        "case.no_incident",
        "case.no_picture",
        "number.not_there",
        "review.no_claim",
    }
)


class JsonAnswer(Response):
    """A JSON answer. Half a surrogate pair, which a text may hold, travels escaped."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        """Return ``content`` as UTF-8."""
        text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        try:
            return text.encode()
        except UnicodeEncodeError:
            return json.dumps(content, allow_nan=False, separators=(",", ":")).encode()


def problem(code: str, message: str, hint: str = "", *, status: int) -> JsonAnswer:
    """Return an error as the page expects it."""
    return JsonAnswer({"code": code, "message": message, "hint": hint}, status)


def problem_of(error: AllegataError) -> JsonAnswer:
    """Return the answer to an error that was raised on purpose."""
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
    if error.code in NOT_FOUND:
        status = 404
    return problem(error.code, error.message, error.hint, status=status)
