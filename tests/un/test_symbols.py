"""What is a document symbol, what only looks like one, and how one is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.errors import InputError
from allegata.un.symbols import Symbol, find_symbols, parse_symbol, render, sort_key

FORMS = [
    "S/2017/684",
    "S/2017/95/Rev.1",
    "S/2015/561*",
    "S/26360",
    "S/24900/Add.90",
    "S/12829/Rev.1/Add.1",
    "S/RES/2253 (2015)",
    "S/PRST/2017/14",
    "S/PV.8018",
    "S/PV.8018 (Resumption 1)",
    "S/Agenda/7229",
    "A/71/1024-S/2017/713",
    "A/ES-10/650-S/2014/607",
    "A/RES/46/182",
    "A/RES/ES-11/1",
    "A/RES/76/235B",
    "A/RES/76/84A-B",
    "A/RES/2758(XXVI)",
    "A/RES/8(I)",
    "A/RES/3201(S-VI)",
    "A/HRC/52/69",
    "A/HRC/RES/22/23",
    "A/HRC/S-17/2/Add.1",
    "A/C.3/78/L.60/Rev.1",
    "A/L.632",
    "A/INF/76/1",
    "E/CN.4/1997/93",
    "E/2014/NGO/14",
    "ST/SGB/2003/13",
    "ST/DCS/4/Rev.1",
    "CCPR/C/SYR/CO/3",
]


@pytest.mark.parametrize("form", FORMS)
def test_every_series_is_read_and_written_back(form: str) -> None:
    assert render(parse_symbol(form)) == form
    assert [found.raw for found in find_symbols(f"as noted ({form}), which")] == [form]


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("S/RES/2253(2015)", "S/RES/2253 (2015)"),
        ("A/RES/2758 (XXVI)", "A/RES/2758(XXVI)"),
        ("A/75/574–S/2020/1083", "A/75/574-S/2020/1083"),
        ("A/47/1012/Add.1\nS/26416/Add.1", "A/47/1012/Add.1-S/26416/Add.1"),
        ("S/2017/\n684", "S/2017/684"),
        ("S/24900/ADD.2", "S/24900/Add.2"),
    ],
)
def test_other_printed_forms_get_the_normal_one(printed: str, normal: str) -> None:
    assert render(parse_symbol(printed)) == normal


@pytest.mark.parametrize(
    "text",
    [
        "and/or",
        "on 8/8/2017",
        "24/7",
        "N/A",
        "S/he",
        "page 2/19",
        "SC/14982",
        "SG/SM/13618",
        "GA/11994",
        "CS/2669",
        "AG/12345",
        "S/8/2017",
        "S/1985/12",
        "A/44/661J",
        "A/C.3",
        "room S/12",
        "https://example.org/S/2017/684",
    ],
)
def test_look_alikes_are_no_symbols(text: str) -> None:
    assert find_symbols(text) == ()


def test_a_symbol_inside_an_address_is_read_once() -> None:
    found = find_symbols("see https://undocs.org/en/S/2017/684 and docs.un.org/A/71/1.")
    assert [one.raw for one in found] == ["S/2017/684", "A/71/1"]


def test_two_symbols_of_one_organ_are_two_documents() -> None:
    text = "A/75/1-A/75/9, S/2017/1\nS/2017/2"
    assert [one.raw for one in find_symbols(text)] == ["A/75/1", "A/75/9", "S/2017/1", "S/2017/2"]


def test_a_letter_read_for_a_digit_is_repaired_and_told() -> None:
    (found,) = find_symbols("document S/25085/Add.l of 1993")
    assert (render(found.symbol), found.repaired) == ("S/25085/Add.1", True)


def test_what_is_no_symbol_is_refused_with_its_code() -> None:
    with pytest.raises(InputError) as refused:
        parse_symbol("S/he")
    assert refused.value.code == "un.symbol.unknown"


def test_symbols_sort_by_series_and_number() -> None:
    texts = ["S/2017/10", "S/2017/9/Add.2", "S/2017/9", "S/26360", "A/71/1"]
    ordered = sorted((parse_symbol(text) for text in texts), key=sort_key)
    assert [render(symbol) for symbol in ordered] == [
        "A/71/1",
        "S/26360",
        "S/2017/9",
        "S/2017/9/Add.2",
        "S/2017/10",
    ]


NUMBERS = st.integers(1, 99999).map(str)
YEARS = st.integers(1994, 2050).map(str)
SESSIONS = st.integers(1, 100).map(str)
SUFFIXES = st.lists(
    st.builds("{}.{}".format, st.sampled_from(["Add", "Corr", "Rev", "Amend"]), st.integers(1, 99)),
    max_size=2,
).map(tuple)
COUNCIL = st.one_of(
    st.tuples(YEARS, NUMBERS),
    st.tuples(NUMBERS),
    st.tuples(st.just("PRST"), YEARS, NUMBERS),
    st.tuples(st.just("RES"), st.builds("{} ({})".format, NUMBERS, YEARS)),
)
ASSEMBLY = st.one_of(
    st.tuples(SESSIONS, NUMBERS),
    st.tuples(st.just("RES"), SESSIONS, NUMBERS),
    st.tuples(st.just("RES"), st.builds("{}({})".format, NUMBERS, st.sampled_from(["I", "XXX"]))),
    st.tuples(st.just("HRC"), SESSIONS, NUMBERS),
    st.tuples(st.just("C.3"), SESSIONS, st.builds("L.{}".format, st.integers(1, 999))),
)
COUNCIL_SYMBOLS = st.builds(
    Symbol, st.just("S"), COUNCIL, SUFFIXES, st.none(), st.booleans(), st.none()
)
ASSEMBLY_SYMBOLS = st.builds(
    Symbol,
    st.just("A"),
    ASSEMBLY,
    SUFFIXES,
    st.none(),
    st.just(False),
    st.none() | COUNCIL_SYMBOLS,
)


@given(COUNCIL_SYMBOLS | ASSEMBLY_SYMBOLS)
def test_reading_what_was_written_gives_the_same(symbol: Symbol) -> None:
    assert parse_symbol(render(symbol)) == symbol
    assert render(parse_symbol(render(symbol))) == render(symbol)


PROSE = st.lists(
    st.sampled_from(
        [
            "the",
            "a",
            "and/or",
            "his/her",
            "24/7",
            "8/8/2017",
            "12/05/93",
            "N/A",
            "S/he",
            "c/o",
            "w/o",
            "km/h",
            "1/2",
            "3/4",
            "A",
            "A/C",
            "M/V",
            "I/O",
            "AC/DC",
            "TCP/IP",
            "2/19",
            "S&P",
            "9/11",
            "7/7",
            "UN/AU",
            "EU/NATO",
            "PM/AM",
            "north/south",
            "SC/14982",
            "killed",
            "43",
            "155mm",
            "(2015)",
            "2253",
            "Street/Road",
            "T/A",
            "T-72/T-90",
            "E/W",
            "S/N",
            "Sub-Saharan",
            "E/M",
            "TD",
            "DP/DC",
        ]
    ),
    max_size=30,
).map(" ".join)


@given(PROSE)
def test_nothing_in_ordinary_prose_is_a_symbol(prose: str) -> None:
    assert find_symbols(prose) == ()
