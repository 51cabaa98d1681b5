"""The gold is of one piece: normal forms, known codes, real days, files that belong together."""

import datetime as dt
import re
from itertools import chain

from bench.undocs.gold import SCANS, TEXTS, load_documents
from bench.undocs.grouping import load_works
from bench.undocs.parts import OTHER
from bench.undocs.told import load_claims

from allegata.lang.countries import country_of_code
from allegata.un.symbols import parse_symbol, render
from allegata.un.words import words_of

DOCUMENTS = load_documents()
FILES = {gold.file for gold in DOCUMENTS}
KINDS = {
    "report",
    "note",
    "letter",
    "note_verbale",
    "resolution",
    "draft_resolution",
    "presidential_statement",
}
PARTS = {"document", "letter", "note_verbale", "annex", "enclosure", "appendix", "attachment"}


def test_every_file_stands_once() -> None:
    assert len(DOCUMENTS) == len(FILES) == 79


def test_texts_scans_and_tables_are_told_apart() -> None:
    assert sum(gold.is_text for gold in DOCUMENTS) == 65
    assert sum(gold.is_scan for gold in DOCUMENTS) == 12
    assert {gold.text for gold in DOCUMENTS} <= TEXTS | SCANS | {"table"}


def test_symbols_are_in_normal_form() -> None:
    symbols = {str(gold.fields["symbol"]) for gold in DOCUMENTS if "symbol" in gold.fields}
    assert len(symbols) > 30
    assert {symbol: render(parse_symbol(symbol)) for symbol in symbols} == {
        symbol: symbol for symbol in symbols
    }


def test_a_symbol_has_a_basis_and_an_organ() -> None:
    for gold in DOCUMENTS:
        assert ("symbol" in gold.fields) == ("symbol_basis" in gold.fields), gold.file
        if "symbol" in gold.fields:
            assert gold.fields["organ"] == str(gold.fields["symbol"])[0], gold.file


def test_days_are_days() -> None:
    values = chain(
        (gold.fields.get(name) for gold in DOCUMENTS for name in ("issued", "dated")),
        (part.dated for gold in DOCUMENTS for part in gold.parts),
        (claim.date for claim in load_claims()),
    )
    days = [str(value) for value in values if value is not None]
    assert len(days) > 50
    assert [dt.date.fromisoformat(day).isoformat() for day in days] == days


def test_codes_are_known() -> None:
    assert {gold.fields["kind"] for gold in DOCUMENTS if "kind" in gold.fields} == KINDS
    assert {part.kind for gold in DOCUMENTS for part in gold.parts} <= PARTS
    languages = {gold.fields["language"] for gold in DOCUMENTS if "language" in gold.fields}
    assert languages == {"ar", "de", "en", "es", "fr", "ru", "zh"}
    offices = set(words_of("en").table("letter.offices"))
    for gold in DOCUMENTS:
        for author in chain.from_iterable(part.authors for part in gold.parts):
            known = author == OTHER or author in offices or country_of_code(author) is not None
            assert known, (gold.file, author)


def test_job_numbers_are_as_printed() -> None:
    jobs = [str(gold.fields["job_number"]) for gold in DOCUMENTS if "job_number" in gold.fields]
    assert len(jobs) > 40
    assert all(re.fullmatch(r"\d{2}-\d{5}", job) for job in jobs)


def test_a_refusal_names_its_reasons() -> None:
    for gold in DOCUMENTS:
        assert (gold.outcome == "refused") == bool(gold.codes), gold.file


def test_works_and_claims_name_files_of_the_set() -> None:
    works = load_works()
    named = [*works.works.values(), *works.unsure]
    assert frozenset().union(*named) <= FILES
    assert sum(map(len, named)) == len(frozenset().union(*named)), "a file stands in two groups"
    assert {claim.file for claim in load_claims()} <= FILES
