"""What kind of event harm belongs to, in our own words about invented events."""

import pytest

from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.wiring import read


def events(text: str) -> list[str]:
    content = text.encode()
    result = read(SourceFile(content_id(content), "n.txt", content, "text/plain", "utf-8", "en"))
    assert isinstance(result, Reading)
    return [claim.event.value for claim in result.claims if claim.counts]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Gunners shelled the hamlet. Two men were killed.", "shelling"),
        ("Shelling killed a family of five.", "shelling"),
        ("Four people were killed when a rocket struck a bakery.", "missile_strike"),
        ("Two men were killed.", "unknown"),
    ],
)
def test_the_words_around_harm_tell_the_event(text: str, event: str) -> None:
    assert events(text) == [event]


def test_another_paragraph_lends_no_event() -> None:
    assert events("Gunners shelled the hamlet.\n\nTwo men were killed in Elmet.") == ["unknown"]
