"""What is a document symbol, what only looks like one, and how one is written."""

import pytest
from hypothesis import given, settings
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
    "S/RES/84 (1950)",
    "S/RES/2253",
    "S/PRST/2017/14",
    "S/PV.8018",
    "S/PV.8018 (Resumption 1)",
    "S/PV.2977 (Part II) (Closed)",
    "S/Agenda/7229",
    "S/Agenda/8018/Rev.1",
    "S/INF/57",
    "S/AC.51/2016/1",
    "S/AC.37/2003/(1455)/26",
    "S/96/Rev.7",
    "A/71/1024-S/2017/713",
    "A/ES-10/650-S/2014/607",
    "A/39/133-S/16417",
    "A/43/99-E/1988/7-S/19500",
    "A/RES/46/182",
    "A/RES/ES-11/1",
    "A/RES/S-27/2",
    "A/RES/76/235B",
    "A/RES/76/84A-B",
    "A/RES/2758(XXVI)",
    "A/RES/8(I)",
    "A/RES/377(V)A",
    "A/RES/3201(S-VI)",
    "A/DEC/60/551",
    "A/HRC/52/69",
    "A/HRC/RES/22/23",
    "A/HRC/RES/S-28/1",
    "A/HRC/S-17/2/Add.1",
    "A/HRC/WG.6/40/SYR/1",
    "A/C.3/78/L.60/Rev.1",
    "A/C.5/48/SR.12",
    "A/L.632",
    "A/47/PV.22",
    "A/PV.1976",
    "A/INF/76/1",
    "A/BUR/71/1",
    "A/CONF.183/9",
    "A/CONF.157/24 (Part I)",
    "A/AC.105/C.1/L.300",
    "A/CN.4/L.682",
    "A/S-27/19/Rev.1/Add.1",
    "A/64/352 (SUPP)",
    "A/66/5 (Vol. II)",
    "A/72/6 (Sect. 3)/Corr.1",
    "A/3821",
    "E/CN.4/1997/93",
    "E/CN.4/Sub.2/1993/12/Add.1",
    "E/2014/NGO/14",
    "E/ICEF/2016/P/L.1",
    "E/ESCWA/30/5",
    "E/RES/1996/31",
    "E/C.12/GC/25",
    "ST/SGB/2003/13",
    "ST/AI/2010/5/Amend.1",
    "ST/DCS/4/Rev.1",
    "ST/LEG/SER.D/1",
    "CCPR/C/SYR/CO/3",
    "CCPR/C/21/Rev.1/Add.13",
    "CRC/C/15/Add.268",
    "CAT/C/SR.1234",
    "CAT/OP/LBN/1",
    "CERD/C/SR.2345",
    "CEDAW/C/GC/30",
    "TD/B/62/1",
    "DP/2014/6",
    "UNEP/EA.4/L.1",
    "HSP/GC/25/2/Add.1",
    "PBC/12/OC/L.1",
    "CD/1890",
    "CD/PV.1485",
    "T/1234",
    "T/PV.123",
    "HRI/GEN/1/Rev.9",
    "E/CN.4/1999/107/Summary",
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
        ("A/RES/46/36 L", "A/RES/46/36L"),
        ("A/75/574–S/2020/1083", "A/75/574-S/2020/1083"),
        ("A/75/574 — S/2020/1083", "A/75/574-S/2020/1083"),
        ("A/75/574\u2011S/2020/1083", "A/75/574-S/2020/1083"),
        ("A/75/574–\nS/2020/1083", "A/75/574-S/2020/1083"),
        ("A/47/1012/Add.1\nS/26416/Add.1", "A/47/1012/Add.1-S/26416/Add.1"),
        ("A/43/99\nE/1988/7\nS/19500", "A/43/99-E/1988/7-S/19500"),
        ("S/2017/\n684", "S/2017/684"),
        ("A /INF/76/1", "A/INF/76/1"),
        ("S/24900/ADD.2", "S/24900/Add.2"),
        ("S/24900/add. 2", "S/24900/Add.2"),
        ("S/24900/Add.l", "S/24900/Add.1"),
        ("S/24900/Rev.I", "S/24900/Rev.1"),
        ("S/2400O", "S/24000"),
        ("S/2015/561-*", "S/2015/561*"),
        ("A/66/5(Vol.II)", "A/66/5 (Vol. II)"),
        ("S/PV.8018 (resumption 1)", "S/PV.8018 (Resumption 1)"),
    ],
)
def test_other_printed_forms_get_the_normal_one(printed: str, normal: str) -> None:
    assert render(parse_symbol(printed)) == normal


LOOK_ALIKES = [
    "and/or",
    "on 8/8/2017",
    "A/8/2017",
    "A/31/12/2017",
    "24/7",
    "N/A",
    "S/he",
    "page 2/19",
    "SC/14982",
    "SG/SM/13618",
    "DSG/SM/1100",
    "GA/11994",
    "GA/DIS/3500",
    "CS/2669",
    "AG/12345",
    "AFR/4521",
    "S/8/2017",
    "S/1985/12",
    "A/44/661J",
    "A/C.3",
    "room S/12",
    "an A/320 of the airline",
    "the A/9/11 file",
    "P/N S/45821-B",
    "S/45821.77",
    "https://example.org/S/2017/684",
    "write to S/2017/684@example.org",
    "a@b.org/A/71/10",
    "C:\\S/2017/684x",
    "T-72/T-90",
    "E/W",
    "CD/DVD",
    "A/B testing",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_no_symbols(text: str) -> None:
    assert find_symbols(text) == ()


def test_a_symbol_inside_an_address_is_read_once() -> None:
    text = (
        "see https://undocs.org/en/S/2017/684 and docs.un.org/A/71/1, undocs.org/s/res/2253(2015) "
        "or https://documents.un.org/api/symbol/access?s=S%2F2018%2F5&l=en."
    )
    assert [render(one.symbol) for one in find_symbols(text)] == [
        "S/2017/684",
        "A/71/1",
        "S/RES/2253 (2015)",
        "S/2018/5",
    ]


def test_two_symbols_of_one_organ_are_two_documents() -> None:
    text = "A/75/1-A/75/9, S/2017/1\nS/2017/2"
    assert [one.raw for one in find_symbols(text)] == ["A/75/1", "A/75/9", "S/2017/1", "S/2017/2"]


def test_a_list_that_goes_back_in_order_is_no_joined_symbol() -> None:
    assert [one.raw for one in find_symbols("S/2017/1\nA/71/2")] == ["S/2017/1", "A/71/2"]


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("S/25085/Add.l", "S/25085/Add.1"),
        ("S/25085/ADD.I", "S/25085/Add.1"),
        ("S/25085/Add,1", "S/25085/Add.1"),
        ("S/2400O", "S/24000"),
    ],
)
def test_a_letter_read_for_a_digit_is_repaired_and_told(printed: str, normal: str) -> None:
    (found,) = find_symbols(f"document {printed} of 1993")
    assert (found.raw, render(found.symbol), found.repaired) == (printed, normal, True)


def test_a_letter_that_is_part_of_an_assembly_resolution_stays() -> None:
    (found,) = find_symbols("A/RES/46/36I of 1991")
    assert (render(found.symbol), found.repaired) == ("A/RES/46/36I", False)


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("$/25124", "S/25124"),
        ("§/23329", "S/23329"),
        ("8/23106/Add.1", "S/23106/Add.1"),
        ("$/25085/Ada.1", "S/25085/Add.1"),
        ("A/44/661J", "A/44/661"),
    ],
)
def test_more_is_repaired_where_the_text_was_read_from_pictures(printed: str, normal: str) -> None:
    (found,) = find_symbols(f"document {printed} of 1993", scanned=True)
    assert (render(found.symbol), found.repaired) == (normal, True)
    assert [render(one.symbol) for one in find_symbols(printed)] != [normal]


def test_what_is_no_symbol_is_refused_with_its_code() -> None:
    with pytest.raises(InputError) as refused:
        parse_symbol("S/he")
    assert refused.value.code == "un.symbol.unknown"


def test_symbols_sort_by_series_and_number() -> None:
    texts = ["S/2017/10", "S/2017/9/Add.2", "S/2017/9*", "S/2017/9", "S/26360", "A/71/1"]
    ordered = sorted((parse_symbol(text) for text in texts), key=sort_key)
    assert [render(symbol) for symbol in ordered] == [
        "A/71/1",
        "S/26360",
        "S/2017/9",
        "S/2017/9*",
        "S/2017/9/Add.2",
        "S/2017/10",
    ]


NUMBERS = st.integers(1, 99999).map(str)
SMALL = st.integers(1, 999).map(str)
YEARS = st.integers(1994, 2050).map(str)
SESSIONS = st.one_of(
    st.integers(1, 100).map(str), st.integers(1, 40).map("S-{}".format), st.just("ES-10")
)
ROMAN = st.sampled_from(["I", "IV", "XXX", "S-VI", "ES-I"])
SUFFIXES = st.lists(
    st.builds("{}.{}".format, st.sampled_from(["Add", "Corr", "Rev", "Amend"]), st.integers(1, 99)),
    max_size=2,
).map(tuple)
NOTES = st.none() | st.sampled_from(
    ["Resumption 1", "Vol. II", "Part I", "SUPP", "Part II) (Closed"]
)


def dotted(*words: str) -> st.SearchStrategy[str]:
    return st.builds("{}.{}".format, st.sampled_from(words), st.integers(1, 999))


def parts(*each: str | st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.tuples(*(st.just(one) if isinstance(one, str) else one for one in each))


SERIES = {
    "S": [
        parts(YEARS, NUMBERS),
        parts(NUMBERS),
        parts("PRST", YEARS, NUMBERS),
        parts("RES", st.builds("{} ({})".format, st.integers(1, 9999), st.integers(1946, 2050))),
        parts("RES", st.integers(1, 9999).map(str)),
        parts(dotted("PV", "SR")),
        parts("Agenda", NUMBERS),
        parts("INF", SMALL),
        parts(dotted("AC"), YEARS, NUMBERS),
        parts(dotted("AC"), YEARS, st.just("(1455)"), SMALL),
    ],
    "A": [
        parts(SESSIONS, NUMBERS),
        parts(NUMBERS),
        parts("RES", SESSIONS, NUMBERS),
        parts("RES", SESSIONS, st.builds("{}{}".format, SMALL, st.sampled_from(["A", "A-B", "L"]))),
        parts("RES", st.builds("{}({})".format, SMALL, ROMAN)),
        parts("RES", st.builds("{}({})A".format, SMALL, ROMAN)),
        parts("HRC", SESSIONS, NUMBERS),
        parts("HRC", "RES", SESSIONS, NUMBERS),
        parts("HRC", dotted("WG"), SMALL, st.just("SYR"), SMALL),
        parts(dotted("C"), SESSIONS, dotted("L", "SR")),
        parts(dotted("CONF", "AC", "CN"), NUMBERS),
        parts(dotted("L", "PV")),
        parts("INF", SESSIONS, SMALL),
        parts("BUR", SESSIONS, SMALL),
    ],
    "E": [
        parts(st.integers(1978, 2050).map(str), NUMBERS),
        parts(dotted("CN"), YEARS, NUMBERS),
        parts(dotted("CN"), st.just("Sub.2"), YEARS, NUMBERS),
        parts("ICEF", YEARS, SMALL),
        parts("ESCWA", SMALL, SMALL),
        parts("RES", YEARS, SMALL),
    ],
    "ST": [parts(st.sampled_from(["SGB", "AI", "IC"]), YEARS, SMALL)],
    "CRC": [parts("C", st.just("SYR"), st.just("CO"), SMALL)],
    "CCPR": [parts("C", SMALL, st.just("D"), SMALL, YEARS)],
    "TD": [parts("B", SMALL, SMALL)],
    "DP": [parts(YEARS, SMALL)],
    "CD": [parts(NUMBERS), parts(dotted("PV", "WP"))],
    "T": [parts(NUMBERS), parts(dotted("PV"))],
    "UNEP": [parts(dotted("EA"), SMALL)],
    "PBC": [parts(SMALL, st.just("OC"), SMALL)],
}


def symbols_of(*organs: str, joined: st.SearchStrategy[Symbol | None]) -> st.SearchStrategy[Symbol]:
    return st.one_of(
        [
            st.builds(Symbol, st.just(organ), series, SUFFIXES, NOTES, st.booleans(), joined)
            for organ in organs
            for series in SERIES[organ]
        ]
    )


SINGLE = symbols_of(*SERIES, joined=st.none())
COUNCIL = symbols_of("S", joined=st.none())
ECOSOC = symbols_of("E", joined=st.none() | COUNCIL)
ANY_SYMBOL = SINGLE | symbols_of("A", joined=COUNCIL | ECOSOC)


@settings(max_examples=400)
@given(ANY_SYMBOL)
def test_reading_what_was_written_gives_the_same(symbol: Symbol) -> None:
    assert parse_symbol(render(symbol)) == symbol
    assert render(parse_symbol(render(symbol))) == render(symbol)


@given(ANY_SYMBOL, ANY_SYMBOL, ANY_SYMBOL)
def test_the_order_of_symbols_is_total(one: Symbol, two: Symbol, three: Symbol) -> None:
    keys = [sort_key(symbol) for symbol in (one, two, three)]
    for first, symbol in zip(keys, (one, two, three), strict=True):
        for second, other in zip(keys, (one, two, three), strict=True):
            assert (first < second) + (first == second) + (first > second) == 1
            assert (first == second) == (symbol == other)
    ordered = sorted((one, two, three), key=sort_key)
    assert sort_key(ordered[0]) <= sort_key(ordered[1]) <= sort_key(ordered[2])


@given(ANY_SYMBOL, st.sampled_from(["see {}.", "({}),", "\n{}\n", "документ {} и", "文件{}。"]))
def test_a_symbol_told_apart_is_found_in_its_sentence(symbol: Symbol, sentence: str) -> None:
    found = find_symbols(sentence.format(render(symbol)))
    assert all(one.symbol == symbol for one in found)


PROSE = """
the a and/or his/her 24/7 8/8/2017 12/05/93 31/12/2017 N/A n/a S/he s/he c/o w/o km/h m/s 1/2 3/4 ¾
A A/C M/V I/O AC/DC TCP/IP 2/19 S&P 9/11 7/7 UN/AU EU/NATO PM/AM north/south Street/Road T/A E/W S/N
T-72/T-90 Sub-Saharan E/M TD DP/DC CD/DVD A/B B/52 F/A-18 P/N 4521-A/2 SC/14982 SG/SM/13618 A/320
GA/11994 CS/2669 AG/10123 killed 43 155mm (2015) 2253 p. 12 pp. 3/4 No. 7/2017 A/4 A4/A3 1.5 10:30
1,024 [3] ¶12 § 4 $5/day http://example.org/a/b/S/12 www.example.org/E/2 me@example.org/A ../S/x
C:/A/b.txt /S/2017/1 -A/71/1 1993-1994 22/TCD 3/A/7 S/8/2017 A/8/17 morts/blessés et/ou 1er/2 S/O
femmes/enfants y/o hombre(s) S/N. и/или б/у т/с 1/3 года А/71/1 С/2017/684 和/或 43人 2017/8/6 و/أو
٣/٤ شهيد/جريح
"""


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from(PROSE.split()), max_size=30), st.sampled_from([" ", "\n", ", ", " - "])
)
def test_nothing_in_ordinary_prose_is_a_symbol(words: list[str], blank: str) -> None:
    assert find_symbols(blank.join(words)) == ()
