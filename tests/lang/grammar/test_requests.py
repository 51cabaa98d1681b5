"""Requests: what is asked, and of whom."""

import pytest

from allegata.lang.grammar.requests import find_requests
from allegata.lang.pack import load_pack


def asked(text: str) -> list[tuple[str, str | None]]:
    return [(one.action, one.addressee) for one in find_requests(text, load_pack("en"))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Secretary-General is requested to send a mission.",
            [("send a mission", "secretary_general")],
        ),
        (
            "The parties should open the road, protect the drivers and refrain from fire.",
            [
                ("open the road", "The parties"),
                ("protect the drivers", "The parties"),
                ("refrain from fire", "The parties"),
            ],
        ),
        (
            "My Government urges the Council to act, and calls upon Westland to cease its support.",
            [("act", "security_council"), ("cease its support", "Westland")],
        ),
        (
            "It demands that the Panel withdraw the passage.",
            [("withdraw the passage", "the Panel")],
        ),
    ],
)
def test_what_is_asked_of_whom(text: str, found: list[tuple[str, str | None]]) -> None:
    assert asked(text) == found


def test_circulation_is_procedural_in_all_its_forms() -> None:
    (ask,) = find_requests(
        "We request that the present letter be issued as a document.", load_pack("en")
    )
    assert ask.procedural


@pytest.mark.parametrize(
    "text",
    [
        "It is open whether the body should be an office of the State.",
        "It should be noted that the road was open.",
        "The number of requests to the office rose.",
        "The Government must have known.",
    ],
)
def test_these_ask_nothing(text: str) -> None:
    assert asked(text) == []
