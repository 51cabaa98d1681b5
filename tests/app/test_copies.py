"""A copy tells nothing anew: whoever prints it, the range, the votes and the grade stay."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.web import records

from allegata.app.copies import REPRINTED, seen_through
from allegata.app.linked import Linked, Settings
from allegata.app.recording import Sides, record_of
from allegata.app.reprints import Sketch
from allegata.app.ties import Ties
from allegata.app.views import CaseDocument, ReviewedClaim
from allegata.model.attribution import Voice
from allegata.model.decision import Match
from allegata.model.linking import ClaimRef, KnownIncident, Partition
from allegata.model.record import IncidentRecord, Origin
from allegata.model.vocabularies import SourceKind
from allegata.model.works import Expression, Form, Work
from allegata.stages.resolve.grading import schemes
from allegata.stages.resolve.speakers import Speaker

UNNAMED = Voice("", SourceKind.UNNAMED, "unnamed author")
VOICES = (UNNAMED, records.STATE, records.NEWS, records.MONITOR, records.COALITION)
Told = tuple[int, int, int]  # a figure, whose, and a day
TOLD = st.tuples(st.integers(1, 9), st.integers(0, len(VOICES) - 1), st.integers(1, 20))


def shown(key: str, told: Told) -> CaseDocument:
    """A SPECIMEN document that tells one figure."""
    people, voice, day = told
    said = records.claim(
        f"c{key}", VOICES[voice], f"{people} people were killed.", number=f"{people}"
    )
    base = records.document("a")
    row = replace(base.row, id=key, name=f"{key}.txt", published=f"2031-04-{day:02}")
    claims = (ReviewedClaim(said.id, said, None, Match.NEW),)
    return replace(base, row=row, claims=claims)


def record(
    told: dict[str, Told],
    words: Mapping[str, Sketch],
    works: tuple[Work, ...] = (),
    scheme: str = "",
) -> IncidentRecord:
    documents = {key: shown(key, each) for key, each in told.items()}
    refs = tuple(ClaimRef(key, f"c{key}") for key in documents)
    incident = KnownIncident("AL-000001", refs, "2031-05-03T08:00:00Z")
    linked = Linked(documents, {}, Partition((), (), ()), (), (incident,), works=works)
    sides = Sides((), None, (), Ties(), {ref: words.get(ref.document, ()) for ref in refs})
    settings = Settings(scheme=scheme) if scheme else Settings()
    return record_of(linked, incident, sides, settings)


def ranges(found: IncidentRecord) -> list[tuple[str, int | None, int | None, int | None]]:
    """The range under each rule."""
    tallies = (*found.tallies, *found.others)
    return [(each.rule, each.low, each.best, each.high) for each in tallies]


def work(*languages: str, forms: tuple[Form, ...] = ()) -> Work:
    kinds = forms or (Form.ORIGINAL, *[Form.VERSION] * (len(languages) - 1))
    texts = tuple(
        Expression(language, f"{language}.pdf", language, form, "S/2031/7", "same symbol")
        for language, form in zip(languages, kinds, strict=True)
    )
    return Work("w1", "S/2031/7", f"{languages[0]}.pdf", expressions=texts)


@given(st.lists(TOLD, min_size=1, max_size=5), st.data())
def test_a_reprint_changes_no_grade_and_no_range_under_any_rule(
    told: list[Told], data: st.DataObject
) -> None:
    held = {f"d{number}": each for number, each in enumerate(told)}
    words = {key: (number,) * 4 for number, key in enumerate(held)}
    copied = data.draw(st.sampled_from(sorted(held)))
    people, voice, day = held[copied]
    more = held | {"e": (people, voice, data.draw(st.integers(day, 28)))}
    before, after = record(held, words), record(more, words | {"e": words[copied]})
    assert ranges(after) == ranges(before)
    for scheme in schemes():
        grades = [
            record(each, given_words, scheme=scheme).proposed_grade
            for each, given_words in ((held, words), (more, words | {"e": words[copied]}))
        ]
        assert grades[0] == grades[1]
    assert len(after.rows) == len(before.rows)


@given(st.lists(TOLD, min_size=1, max_size=4), st.data())
def test_a_language_version_changes_no_grade_and_no_range(
    told: list[Told], data: st.DataObject
) -> None:
    held = {"ar": told[0], **{f"d{number}": each for number, each in enumerate(told[1:])}}
    people, _, day = told[0]
    voice = data.draw(st.sampled_from((0, told[0][1])))  # of one that is read worse, none is known
    before = record(held, {})
    after = record(held | {"en": (people, voice, day)}, {}, (work("ar", "en"),))
    assert ranges(after) == ranges(before)
    assert after.proposed_grade == before.proposed_grade


def test_a_version_says_of_which_document_it_is_another_text() -> None:
    found = record({"ar": (7, 0, 3), "en": (7, 0, 3)}, {}, (work("ar", "en"),))
    (row,) = found.rows
    assert sorted((each.used, each.reason) for each in row.counts) == [
        (False, "another text of S/2031/7; its first text counts"),
        (True, ""),
    ]
    assert row.origin.via == ("en",)


def test_versions_that_differ_stand_as_a_doubt() -> None:
    (tally,) = record({"ar": (7, 0, 3), "en": (9, 0, 3)}, {}, (work("ar", "en"),)).tallies
    assert (tally.low, tally.best, tally.high) == (7, None, 9)


def test_a_corrigendum_replaces_what_its_document_says() -> None:
    corrected = work("en", "corr", forms=(Form.ORIGINAL, Form.CORRIGENDUM))
    found = record({"en": (7, 0, 3), "corr": (5, 0, 9)}, {}, (corrected,))
    assert (found.tallies[0].low, found.tallies[0].high) == (5, 5)
    assert len(found.rows) == 1


def test_what_a_reprint_adds_in_another_voice_is_no_copy() -> None:
    one, two = ClaimRef("a", "c1"), ClaimRef("b", "c1")
    watch = Speaker(Origin("watch", "Watch", "ngo"), at_first_hand=True)
    told = {one: Speaker(Origin("document a", "", "unknown"), at_first_hand=True), two: watch}
    assert seen_through(told, dict.fromkeys(told, (1, 2, 3, 4)), ())[two] == watch


def test_a_reprint_is_marked() -> None:
    one, two = ClaimRef("a", "c1"), ClaimRef("b", "c1")
    told = {
        ref: Speaker(Origin(f"document {ref.document}", "", "unknown"), at_first_hand=True)
        for ref in (one, two)
    }
    found = seen_through(told, dict.fromkeys(told, (1, 2, 3, 4)), ())
    assert found[two] == Speaker(told[one].origin, at_first_hand=True, copied=REPRINTED)
