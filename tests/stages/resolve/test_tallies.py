"""Tallies: what is used, what is left out, and why."""

from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.incident import Tally
from allegata.model.reading import Reading
from allegata.wiring import read


def tallies(text: str) -> dict[str, Tally]:
    content = text.encode()
    source = SourceFile(
        content_id(content), "note.txt", content, "text/plain", "utf-8", language="en"
    )
    result = read(source)
    assert isinstance(result, Reading)
    (incident,) = result.incidents
    return {tally.outcome.value: tally for tally in incident.tallies}


def test_parts_are_never_added_to_their_whole() -> None:
    killed = tallies("On 5 March 2031, nine people, including three children, were killed.")[
        "killed"
    ]
    assert (killed.low, killed.best, killed.high) == (9, 9, 9)
    assert [left.reason for left in killed.left_out] == ["part of c1"]


def test_at_least_leaves_the_range_open_above() -> None:
    killed = tallies("On 5 March 2031, at least nine people were killed.")["killed"]
    assert (killed.low, killed.high) == (9, None)


def test_a_vague_word_gives_no_number() -> None:
    injured = tallies("On 5 March 2031, shelling killed two men and wounded dozens.")["injured"]
    assert (injured.low, injured.high, injured.used) == (None, None, ())
    assert [left.reason for left in injured.left_out] == ["no number stated"]


def test_two_figures_in_one_text_are_a_range() -> None:
    text = "On 5 March 2031, shelling killed 9 people in Aleppo. Later, 11 people were killed."
    killed = tallies(text)["killed"]
    assert (killed.low, killed.high) == (9, 11)
