"""Tallies: what is used, what is left out, and why."""

from dataclasses import replace

from tests.store.casekit import claims_of

from allegata.model.document import SourceFile
from allegata.model.doubt import Doubt
from allegata.model.ids import content_id
from allegata.model.incident import Tally
from allegata.model.number import NUMBER_UNSEEN
from allegata.model.reading import Reading
from allegata.model.vocabularies import Derivation
from allegata.stages.resolve.tallies import tally
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


def test_a_number_of_arabic_ocr_that_nobody_has_seen_is_left_out() -> None:
    (scanned, other) = claims_of("sha256:00", "7 people were killed. 9 people were killed.")
    span = scanned.counts[0].span
    doubt = Doubt(NUMBER_UNSEEN, "nobody has looked at its picture", span)
    (killed,) = tally([replace(scanned, doubts=(doubt,)), other])
    assert (killed.low, killed.best, killed.high) == (9, 9, 9)
    assert [left.reason for left in killed.left_out] == ["number read by OCR and seen by nobody"]


def test_a_person_named_beside_a_number_is_no_other_count_of_them() -> None:
    (nine, one) = claims_of("sha256:00", "9 people were killed. 1 people were killed.")
    named = replace(one.counts[0], derivation=Derivation.ENUMERATED)
    (killed,) = tally([nine, replace(one, counts=(named,))], rule="stated@1")
    assert (killed.low, killed.best, killed.high) == (9, 9, 9)
    assert [left.reason for left in killed.left_out] == ["named among those told of"]
    (alone,) = tally([replace(one, counts=(named,))], rule="stated@1")
    assert (alone.low, alone.high) == (1, 1)
