"""The laws of a reading (DESIGN §3), held on every bundled document."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from allegata.app.pipeline import Engines, Failure, read_each, read_source
from allegata.export.read_contract import reading_to_json, refusal_to_json, to_line
from allegata.export.read_schema import schema
from allegata.model.document import Document, SourceFile
from allegata.model.errors import InputError
from allegata.model.ids import content_id
from allegata.model.reading import Reading, Refusal
from allegata.model.vocabularies import Derivation
from allegata.runners.inputs import iter_inputs
from allegata.wiring import engines, parse_number

DOCUMENTS = sorted(
    path
    for path in (Path(__file__).parents[2] / "examples" / "documents").iterdir()
    if path.is_file()
)


def readings(path: Path) -> list[Reading]:
    found = list(read_each(iter_inputs([str(path)]), engines(), strict=True))
    assert found
    for result in found:
        assert isinstance(result, Reading)
    return [result for result in found if isinstance(result, Reading)]


def source_of(text: str, language: str = "en") -> SourceFile:
    content = text.encode()
    return SourceFile(
        content_id(content), "note.txt", content, "text/plain", "utf-8", language=language
    )


@pytest.fixture(scope="module", params=DOCUMENTS, ids=lambda path: path.name)
def read_twice(request: pytest.FixtureRequest) -> tuple[list[Reading], list[Reading]]:
    return readings(request.param), readings(request.param)


def test_every_quote_is_its_layers_slice(read_twice: tuple[list[Reading], list[Reading]]) -> None:
    for reading in read_twice[0]:
        for claim in reading.claims:
            assert claim.evidence
            for evidence in claim.evidence:
                assert reading.document.quote(evidence.span) == evidence.quote
            for count in claim.counts:
                assert reading.document.quote(count.span) == count.raw


def test_a_literal_count_is_what_its_words_parse_to(
    read_twice: tuple[list[Reading], list[Reading]],
) -> None:
    for reading in read_twice[0]:
        for claim in reading.claims:
            for count in claim.counts:
                if count.derivation is Derivation.LITERAL:
                    assert parse_number(count.raw, reading.document.language) == count.bounds


def test_the_same_input_gives_the_same_bytes(
    read_twice: tuple[list[Reading], list[Reading]],
) -> None:
    first, second = (
        [to_line(reading_to_json(one, with_text=True)) for one in each] for each in read_twice
    )
    assert first == second


def test_the_output_validates_against_its_schema(
    read_twice: tuple[list[Reading], list[Reading]],
) -> None:
    validator = Draft202012Validator(schema())
    for reading in read_twice[0]:
        line = json.loads(to_line(reading_to_json(reading, with_text=True)))
        assert list(validator.iter_errors(line)) == []


def test_parts_name_a_whole_of_their_claim(
    read_twice: tuple[list[Reading], list[Reading]],
) -> None:
    for reading in read_twice[0]:
        for claim in reading.claims:
            ids = {count.id for count in claim.counts}
            assert {count.part_of for count in claim.counts if count.part_of} <= ids


def test_a_refusal_has_a_stub_that_validates() -> None:
    stub = refusal_to_json(Refusal("a.pdf", None, "convert.pdf.damaged", "It is damaged.", "Ask."))
    assert list(Draft202012Validator(schema()).iter_errors(stub)) == []
    assert stub["refused"] == {"code": "convert.pdf.damaged", "message": "It is damaged. Ask."}


def test_another_language_is_said_not_to_be_read_for_claims() -> None:
    result = read_source(source_of("Deux hommes ont été tués.", "fr"), engines())
    assert isinstance(result, Reading)
    assert result.claims == ()
    assert "extract.language_not_read" in [doubt.code for doubt in result.document.doubts]


def with_converter(convert: object) -> Engines:
    real = engines()
    return Engines(convert, real.gazetteer, real.grammar, real.country_of, real.run)  # type: ignore[arg-type]


def test_a_bug_in_one_document_does_not_stop_the_others() -> None:
    def fail_on_bad(source: SourceFile) -> Document:
        if b"bad" in source.content:
            raise ZeroDivisionError("planted")
        return engines().convert(source)

    sources = [source_of("bad"), source_of("Two men were killed.")]
    failure, reading = read_each(sources, with_converter(fail_on_bad))
    assert isinstance(failure, Failure)
    assert "planted" in failure.traceback
    assert "while reading note.txt" in failure.traceback
    assert isinstance(reading, Reading)
    with pytest.raises(ZeroDivisionError):
        list(read_each(sources, with_converter(fail_on_bad), strict=True))


def test_a_refused_document_becomes_a_refusal_with_its_code() -> None:
    def refuse(_: SourceFile) -> Document:
        raise InputError("convert.pdf.encrypted", "It is locked.", "Ask for the password.")

    result = read_source(source_of("x"), with_converter(refuse))
    assert result == Refusal(
        "note.txt", None, "convert.pdf.encrypted", "It is locked.", "Ask for the password."
    )


PIECES = st.lists(
    st.sampled_from(
        [
            "On 5 May 2031, warplanes of the army bombed a school in Aleppo, killing 12 people.",
            "Five of those killed were teachers; the sixth was a boy.",
            "the same city",
            "killed or wounded",
            "at least",
            "43",
            "including",
            ", ",
            "\n\n",
            "Those actions amount to war crimes.",
            "“",
            "😀",
            "The Council must act and",
            "no casualties",
        ]
    ),
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_any_heap_of_phrases_is_read_within_the_contract(pieces: list[str]) -> None:
    result = read_source(source_of(" ".join(pieces) + "x"), engines())
    assert isinstance(result, Reading)
    for claim in result.claims:
        for evidence in claim.evidence:
            assert result.document.quote(evidence.span) == evidence.quote


def test_words_that_are_gone_are_doubted_and_nobody_is_made_of_the_rest() -> None:
    text = (
        "The council said that attacks by the against the cities of Raqqah and killed 12 civilians "
        "on 4 May 2031. The of bombed a hospital in , injuring three children."
    )
    reading = read_source(source_of(text), engines())
    assert isinstance(reading, Reading)
    codes = [doubt.code for doubt in reading.document.doubts]
    assert codes == ["convert.words_missing"] * 3
    assert [count.best for claim in reading.claims for count in claim.counts] == [12, 3]
    assert [actor.name for claim in reading.claims for actor in claim.actors] == []
    assert [mention.raw for mention in reading.mentions.places] == ["Raqqah"]
