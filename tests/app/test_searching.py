"""Search over a case file: what is found, in which order, and what is marked."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.casekit import LETTER, new_case, reading_of, source_of

from allegata.app.case import Case
from allegata.app.searching import search_case
from allegata.app.views import SearchHit
from allegata.model.document import Region, SourceFile
from allegata.model.errors import AllegataError, InputError
from allegata.model.reading import Reading
from allegata.text.search_forms import search_forms
from allegata.text.search_query import parse_query
from bench.sets import search as bench

ARABIC = "SPECIMEN. قُتل ٢٣ مدنيًا في مستشفى ترنيل.\n\nوقال مسؤول إن السوق أغلقت."
# Among what people paste into search boxes: quotes, operators of other languages, markup, SQL.
NAUGHTY = [
    "'; DROP TABLE layers; --",
    '" OR 1=1 --',
    '"unclosed',
    "NEAR(a b, 2)",
    "words: tarnel",
    "{words others} : tarnel",
    "^tarnel",
    "tarnel AND NOT clinic",
    "tarnel NOT",
    "( tarnel",
    "tarnel)",
    "* tarnel",
    "tarn** -",
    "- - -",
    "-",
    '""""',
    "a + b",
    "\x00tarnel",
    "tarnel\ud83d",
    "＂tarnel",
    "%_tarnel%",
    "😀 tarnel",
    "\u202etarnel",
    "<script>alert(1)</script>",
    "{{7*7}} ${7*7}",
    "../../etc/passwd",
    "symbol: doc: kind: language:",
    "symbol:'%",
    'doc:"%\' --"',
    "OR OR OR",
    "ﷺ",
    "\ufdfa tarnel",
    "ʼtarnelʼ",
    "K tarnel ẞ ﬁ",
]


@pytest.fixture
def many(empty: Case) -> Case:
    """A case with several letters."""
    texts = {
        "both.txt": "SPECIMEN. The clinic of Tarnel was hit.",
        "apart.txt": "SPECIMEN. The clinic was hit.\n\nNobody in Tarnel saw who did it.",
        "one.txt": "SPECIMEN. The school of Tarnel was hit.",
        "arabic.txt": ARABIC,
        "accents.txt": "SPÉCIMEN. L’hôpital de Tarnèl est fermé.",
    }
    empty.add([source_of(name, text) for name, text in texts.items()], reviewer="r1")
    return empty


def names(case: Case, query: str, **more: int) -> list[str]:
    return [hit.title.name for hit in case.search(query, **more).hits]


def marked(hit: SearchHit) -> list[str]:
    return [hit.layer.slice(mark) for mark in hit.marks]


def test_passages_with_all_words_come_before_documents_with_the_words_apart(many: Case) -> None:
    assert names(many, "clinic tarnel") == ["both.txt", "apart.txt"]
    result = many.search("clinic tarnel")
    assert result.total == 2
    assert [marked(hit) for hit in result.hits] == [["clinic", "Tarnel"], ["clinic"]]


def test_words_as_they_were_typed_come_before_other_spellings(many: Case) -> None:
    assert names(many, "Tarnèl")[0] == "accents.txt"
    assert set(names(many, "Tarnel")) == {"both.txt", "apart.txt", "one.txt", "accents.txt"}
    assert names(many, "Tarnel")[-1] == "accents.txt"


def test_alternatives_exclusions_phrases_and_beginnings(many: Case) -> None:
    assert set(names(many, "school OR clinic")) == {"one.txt", "both.txt", "apart.txt"}
    assert names(many, "clinic -nobody") == ["both.txt"]
    assert names(many, '"clinic of tarnel"') == ["both.txt"]
    assert set(names(many, "tarn* schoo*")) == {"one.txt"}
    assert names(many, "schoo") == []


def test_filters_narrow_the_search_down(many: Case) -> None:
    ids = {row.name: row.id for row in many.documents()}
    many.set_fields(ids["one.txt"], {"symbol": "S/2031/12", "language": "fr"}, reviewer="r1")
    assert names(many, "tarnel symbol:S/2031/12") == ["one.txt"]
    assert names(many, "tarnel symbol:s/2031/*") == ["one.txt"]
    assert names(many, "tarnel symbol:S/2031/1") == []
    assert names(many, "tarnel language:fr") == ["one.txt"]
    assert "one.txt" not in names(many, "tarnel language:en")
    assert names(many, "tarnel doc:ONE") == ["one.txt"]
    assert names(many, f"tarnel doc:{ids['both.txt'][7:15]}") == ["both.txt"]
    assert names(many, "tarnel kind:translation") == []
    assert many.search("tarnel symbol:S/2031/12").hits[0].title.symbol == "S/2031/12"


def test_translations_are_found_and_name_their_layer(many: Case) -> None:
    document = next(row.id for row in many.documents() if row.name == "arabic.txt")
    many.add_translation(
        document,
        of_layer="t0",
        text="23 civilians were killed in the hospital of Tarnel.",
        language="en",
        translator="r2",
        reviewer="r1",
    )
    (hit,) = many.search("civilians kind:translation").hits
    assert (hit.layer.id, hit.layer.kind.value, hit.language) == ("t1", "translation", "en")
    (other,) = many.search("مدنيا").hits
    assert (other.layer.id, other.layer.kind.value) == ("t0", "native")
    assert names(many, "civilians language:en") == ["arabic.txt"]
    assert names(many, "civilians -مستشفى") == []  # what is kept out is the document


def test_a_hit_has_its_page_and_words_around_it(empty: Case) -> None:
    text = f"{'Before that, much was said. ' * 12}The clinic burnt. {'After it, nothing. ' * 12}"

    def read(source: SourceFile) -> Reading:
        reading = reading_of(source, text)
        layer = replace(
            reading.document.layers[0],
            regions=(Region(0, 300, page=1), Region(300, len(text), page=2)),
        )
        return replace(reading, document=replace(reading.document, layers=(layer,)))

    empty._read = read
    empty.add([source_of("a.txt", "A")], reviewer="r1")
    (hit,) = empty.search("clinic").hits
    assert hit.page == 2
    assert hit.layer.slice(hit.place) == "clinic"
    shown = hit.layer.slice(hit.snippet)
    assert len(shown) < 260
    assert shown.startswith("much was said.") or shown.split()[0] in text.split()
    assert [text for text, is_mark in hit.pieces if is_mark] == ["clinic"]
    assert hit.pieces[0] == hit.pieces[-1] == ("…", False)


def test_what_was_replaced_by_a_later_reading_is_not_found(empty: Case) -> None:
    empty.add([source_of("a.txt", "The old clinic.")], reviewer="r1")
    empty._read = lambda source: reading_of(source, "The new bridge.")
    empty.reread(reviewer="r1")
    assert names(empty, "clinic") == []
    assert [hit.layer.id for hit in empty.search("bridge").hits] == ["t1"]
    empty._read = lambda source: reading_of(source, "The old clinic.")
    empty.reread(reviewer="r1")
    assert [hit.layer.id for hit in empty.search("clinic").hits] == ["t0"]
    assert names(empty, "bridge") == []
    assert empty.verify().problems == ()


def test_what_was_forgotten_is_not_found(case: Case, letter: str) -> None:
    assert names(case, '"Jane Roe"') == ["letter.txt"]
    case.forget(letter, why="asked to", reviewer="r1")
    assert names(case, '"Jane Roe"') == []
    assert case.verify().problems == ()


def test_nothing_typed_finds_nothing_and_nothing_to_look_for_is_said(case: Case) -> None:
    assert case.search("  ").total == 0
    for query in ("☠", "-clinic", "kind:native", "* …"):
        with pytest.raises(InputError) as caught:
            case.search(query)
        assert caught.value.code == "search.no_words"


def test_only_so_many_are_returned_and_all_are_counted(empty: Case) -> None:
    sources = [source_of(f"{n}.txt", f"No. {n}: the clinic.") for n in range(7)]
    empty.add(sources, reviewer="r1")
    result = empty.search("clinic", limit=3)
    assert (result.total, len(result.hits)) == (7, 3)
    assert names(empty, "clinic", limit=7) == [f"{n}.txt" for n in range(7)]


def test_every_way_of_typing_finds_what_is_said_in_six_languages(tmp_path: Path) -> None:
    assert [(text, query) for text, query, wrong in bench.lost(tmp_path / "case") if wrong] == []


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """A case that many queries are put to."""
    with new_case(tmp_path_factory.mktemp("search") / "case") as case:
        case.add([source_of("letter.txt", LETTER), source_of("ar.txt", ARABIC)], reviewer="r1")
        yield case


def check(case: Case, query: str) -> None:
    """Whatever is asked, the answer is hits whose marks say what was asked, or a reason."""
    try:
        result = case.search(query, limit=20)
    except InputError as error:
        if error.code not in {"search.no_words", "search.no_kind", "search.too_long"}:
            raise
        return
    phrases = {phrase for term in parse_query(query).terms for phrase in term.phrases}
    prefix = any(term.prefix for term in parse_query(query).terms)
    assert len(result.hits) <= result.total
    for hit in result.hits:
        assert hit.marks
        assert hit.place == hit.marks[0]
        for words in marked(hit):
            forms = search_forms(words)
            readings = {tuple(word.form for word in x) for x in (forms.words, forms.others)}
            assert prefix or readings & phrases
        assert "".join(text for text, _ in hit.pieces).strip("…") in hit.layer.text


@pytest.mark.parametrize("query", NAUGHTY)
def test_no_query_breaks_out(lasting: Case, query: str) -> None:
    check(lasting, query)
    assert lasting.verify(read_again=False).problems == ()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(
                [
                    "tarnel",
                    '"',
                    "-",
                    "OR",
                    "*",
                    "(",
                    ")",
                    "43",
                    "people",
                    "مستشفى",
                    "NEAR",
                    ":",
                    " ",
                ]
            ),
            max_size=12,
        ).map("".join),
        st.lists(st.sampled_from([*LETTER.split(), *ARABIC.split()]), max_size=5).map(" ".join),
    )
)
def test_any_query_is_answered(lasting: Case, query: str) -> None:
    check(lasting, query)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_words_of_a_passage_find_it(lasting: Case, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([LETTER, *ARABIC.split("\n\n")]))
    words = text.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    phrase = " ".join(words[first:last])
    hits = lasting.search(f'"{phrase}"').hits
    assert any(phrase in hit.layer.text for hit in hits)


def test_an_index_of_other_forms_says_so(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["allegata.store.searching"], "FORMS_VERSION", "2/99")
    with pytest.raises(AllegataError) as caught, case._store.read() as reader:
        search_case(reader, "tarnel", limit=5)
    assert caught.value.code == "search.index_old"
