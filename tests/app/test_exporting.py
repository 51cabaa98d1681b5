"""What leaves the case file, and what is kept back unless it is asked for."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.casekit import source_of

from allegata.app.case import Case
from allegata.app.exporting import ExportOptions
from allegata.app.redacting import INCLUDABLE, LEFT_OUT
from allegata.app.views import ExportReport
from allegata.model.attribution import Voice
from allegata.model.decision import Action
from allegata.model.errors import InputError
from allegata.model.places import Place, PlaceMention
from allegata.model.source import Source
from allegata.model.vocabularies import PlacePrecision, SourceKind
from allegata.model.wire import Json

ANY = dict[str, Json]


def export(
    case: Case, folder: Path, *include: str, everything: bool = False, form: str = "jsonl"
) -> tuple[str, ANY, ExportReport]:
    """The text of an export, what is said of it, and the report."""
    options = ExportOptions(everything=everything, include=frozenset(include), overwrite=True)
    path = folder / f"claims.{form}"
    report = case.export(path, form=form, options=options, reviewer="r1")
    about = json.loads(Path(report.about).read_text("utf-8"))
    return path.read_text("utf-8"), about, report


def lines(text: str) -> list[ANY]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def published(case: Case, letter: str) -> Case:
    """The case, with its letter published and much known of it that is nobody's business."""
    told = {
        "may_publish": "yes",
        "author": "@quillfeather",
        "collector": "Ottoline",
        "url": "https://example.org/quillfeather/1",
        "publisher": "Marmalade Press",
    }
    case.set_fields(letter, told, reviewer="r1")
    item = case.document(letter).claims[2]
    case.decide(
        letter, action=Action.ACCEPT, proposal_id=item.id, reviewer="r1", why="Jane is my aunt"
    )
    return case


def test_nothing_leaves_unless_it_may_be_published(case: Case, tmp_path: Path) -> None:
    text, about, report = export(case, tmp_path)
    assert text == ""
    assert (report.documents, report.claims) == (0, 0)
    assert about["left_out"] == {"documents not marked may_publish": 2, "documents quarantined": 1}
    assert about["scope"] == "may_publish"


def test_each_claim_is_a_line_with_its_state_and_the_contract_form(
    published: Case, letter: str, tmp_path: Path
) -> None:
    records = lines(export(published, tmp_path)[0])
    assert [record["state"] for record in records] == ["proposed", "proposed", "accepted"]
    assert [record["match"] for record in records] == ["new", "new", "kept"]
    claim = published.document(letter).claims[0].current
    first = records[0]["claim"]
    assert isinstance(first, dict)
    assert set(first) == set(type(claim).__dataclass_fields__)
    assert first["id"] == claim.id
    assert records[0]["document"] == {
        "id": letter,
        "media_type": "text/plain",
        "language": "en",
        "published": None,
        "symbol": None,
        "publisher": "Marmalade Press",
        "platform": None,
        "posted": None,
        "collected": None,
        "sensitivity": "restricted",
        "may_publish": True,
        "url": "https://example.org/quillfeather/1",
        "archive_url": None,
        "name": None,
        "row_id": None,
        "author": None,
        "collector": None,
    }


def test_names_handles_collectors_and_reviewers_stay_unless_asked_for(
    published: Case, letter: str, tmp_path: Path
) -> None:
    case = published
    case.set_fields(letter, {"platform": "example"}, reviewer="r1")
    text, about, _ = export(case, tmp_path)
    for private in ("Jane Roe", "quillfeather", "Ottoline", "aunt", "letter.txt", '"r1"'):
        assert private not in text
        assert private not in json.dumps(about)
    left_out = about["left_out"]
    assert isinstance(left_out, dict)
    assert {"authors", "collectors", "filenames", "reviewers"} <= set(left_out)
    text, about, _ = export(case, tmp_path, "people", "authors", "collectors", "reviewers")
    for asked in ("Jane Roe", "quillfeather", "Ottoline", "aunt", '"r1"'):
        assert asked in text
    assert about["included"] == ["authors", "collectors", "people", "reviewers"]


def test_a_name_within_a_quote_is_left_out(published: Case, letter: str, tmp_path: Path) -> None:
    case = published
    item = case.document(letter).claims[2]
    document = case.document(letter).document
    assert document is not None
    text = document.layers[0].text
    whole = replace(item.current.evidence[0], end=len(text), quote=text[108:])
    whole = replace(whole, start=108)
    claim = replace(item.current, evidence=(whole,))
    case.decide(letter, action=Action.EDIT, proposal_id=item.id, claim=claim, reviewer="r1")
    record = lines(export(case, tmp_path)[0])[2]
    assert "one of them named [left out]." in json.dumps(record)
    assert record["redacted"] is True
    record = lines(export(case, tmp_path, "people")[0])[2]
    assert "one of them named Jane Roe." in json.dumps(record)


def test_secret_documents_stay_even_when_everything_is_asked_for(
    published: Case, letter: str, tmp_path: Path
) -> None:
    published.set_fields(letter, {"sensitivity": "secret"}, reviewer="r1")
    _, about, report = export(published, tmp_path, everything=True)
    assert (report.documents, about["scope"]) == (1, "everything")
    assert about["left_out"] == {
        "documents quarantined": 1,
        "filenames": 1,
        "secret documents": 1,
    }
    assert export(published, tmp_path, "secret", everything=True)[2].documents == 2


def test_an_unpublished_source_of_the_register_is_not_named(
    published: Case, tmp_path: Path
) -> None:
    published.add_source(Source("s", "Vessaria"), reviewer="r1")
    assert "Vessaria" not in export(published, tmp_path)[0]
    published.add_source(Source("s", "Vessaria", published_as="A government"), reviewer="r1")
    text = export(published, tmp_path)[0]
    assert "Vessaria" not in text
    assert "A government" in text
    assert "Vessaria" in export(published, tmp_path, "sources")[0]


def quoted(case: Case, voice: Voice, words: str) -> None:
    """Add a document of these words and 9 dead, told by ``voice``: its quote is all of it."""
    text = f"SPECIMEN. {words} 9 people were killed."
    case.add([source_of("told.txt", text)], reviewer="r1")
    (id_,) = [row.id for row in case.documents() if row.name == "told.txt"]
    case.set_fields(id_, {"may_publish": "yes"}, reviewer="r1")
    (item,) = case.document(id_).claims
    evidence = replace(item.current.evidence[0], start=0, end=len(text), quote=text)
    chain = replace(item.current.attribution, chain=(voice,))
    claim = replace(item.current, attribution=chain, evidence=(evidence,))
    case.decide(id_, action=Action.EDIT, proposal_id=item.id, claim=claim, reviewer="r1")


def test_an_unpublished_source_is_named_in_no_quote_and_in_no_other_words_for_it(
    published: Case, tmp_path: Path
) -> None:
    case = published
    case.add_source(Source("s", "Corvel Watch", published_as="A monitor"), reviewer="r1")
    voice = Voice("Corvel Watch", SourceKind.NGO, "the Watch of Corvel")
    words = "CORVEL WATCH says so; The Watch\nof Corvel keeps a list."
    quoted(case, voice, words)
    text = export(case, tmp_path)[0]
    told = next(record for record in lines(text) if "monitor" in json.dumps(record))
    assert "A monitor says so; A monitor keeps a list." in json.dumps(told)
    assert told["redacted"] is True
    assert "orvel" not in text
    assert json.dumps(words)[1:-1] in export(case, tmp_path, "sources")[0]


def test_the_address_of_what_an_unpublished_source_publishes_is_left_out(
    published: Case, tmp_path: Path
) -> None:
    published.add_source(Source("s", "marmalade press"), reviewer="r1")
    text, about, _ = export(published, tmp_path)
    document = lines(text)[0]["document"]
    assert isinstance(document, dict)
    assert (document["publisher"], document["url"]) == (LEFT_OUT, None)
    assert "armalade" not in text
    left_out = about["left_out"]
    assert isinstance(left_out, dict)
    assert left_out["sources"] == 6  # the publisher and the address of each of three claims


def test_a_witness_is_not_told_by_where_he_works(published: Case, tmp_path: Path) -> None:
    voice = Voice("a nurse of the Zuhur clinic", SourceKind.WITNESS, "a nurse of the Zuhur clinic")
    quoted(published, voice, "A nurse of the Zuhur clinic saw it. Witnesses agree.")
    text = export(published, tmp_path)[0]
    assert "Zuhur" not in text
    assert "[left out] saw it. Witnesses agree." in text
    assert "Zuhur" in export(published, tmp_path, "people")[0]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("Corvel Jane Roe", "Corvel [left out]"),  # the whole name of a person
        ("Corvel Roe", "Corvel Roe"),
        ("Roe of Corvel", "[left out] of Corvel"),
    ],
)
def test_a_body_keeps_its_name_where_but_a_word_of_it_is_a_persons(
    published: Case, letter: str, tmp_path: Path, source: str, told: str
) -> None:
    published.set_fields(letter, {"author": "Roe"}, reviewer="r1")
    item = published.document(letter).claims[0]
    voice = Voice(source, SourceKind.NGO, source)
    claim = replace(item.current, attribution=replace(item.current.attribution, chain=(voice,)))
    published.decide(letter, action=Action.EDIT, proposal_id=item.id, claim=claim, reviewer="r1")
    assert f'"source": "{told}"' in export(published, tmp_path)[0]


def test_a_point_that_is_somebodys_home_is_left_out(
    published: Case, letter: str, tmp_path: Path
) -> None:
    item = published.document(letter).claims[0]
    place = Place(
        id="p:1",
        same_as=(),
        name="A house",
        country="ZZ",
        admin1=None,
        admin2=None,
        lat=12.3456,
        lon=1.0,
        precision=PlacePrecision.EXACT,
        radius_km=0.01,
        score=1.0,
    )
    where = (PlaceMention("in Tarnel", "facility", item.current.trigger, place),)
    claim = replace(item.current, where=where)
    published.decide(letter, action=Action.EDIT, proposal_id=item.id, claim=claim, reviewer="r1")
    assert "12.3456" not in export(published, tmp_path)[0]
    assert "12.3456" in export(published, tmp_path, "homes")[0]


def test_an_export_is_noted_in_the_ledger(published: Case, tmp_path: Path) -> None:
    before = published.info()
    _, about, _ = export(published, tmp_path)
    assert published.info().entries == before.entries + 1
    assert about["ledger_head"] == before.head
    assert published.verify(before.head).problems == ()


def test_what_cannot_be_included_is_refused(case: Case, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        export(case, tmp_path, "everything")
    assert caught.value.code == "export.no_field"
    assert all(name in str(caught.value) for name in INCLUDABLE)


def test_a_file_is_not_replaced_unless_asked_for(case: Case, tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    target.write_text("mine")
    with pytest.raises(InputError) as caught:
        case.export(target, form="jsonl", options=ExportOptions(), reviewer="r1")
    assert caught.value.code == "export.exists"
    assert target.read_text() == "mine"


def test_a_format_that_does_not_exist_is_refused(case: Case, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        export(case, tmp_path, form="xlsx")
    assert caught.value.code == "export.no_format"
