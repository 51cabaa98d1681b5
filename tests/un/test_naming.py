import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.un.naming import read_address, read_name, same_document
from allegata.un.symbols import parse_symbol, render


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("S_2031_684.pdf", "S/2031/684"),
        ("S_2031_684-EN.pdf", "S/2031/684"),
        ("s_2031_684.pdf", "S/2031/684"),
        ("S-2031-684.docx", "S/2031/684"),
        ("S_2031_95_rev.1.pdf", "S/2031/95/Rev.1"),
        ("UNXIM_S_1994_529.Add1.pdf", "S/1994/529/Add.1"),
        ("UNXIM_S_24900_Add.90.pdf", "S/24900/Add.90"),
        ("UNXIM_A_44_661&S_20911.pdf", "A/44/661-S/20911"),
        ("A_47_1012_Add.1_S_26416_Add.1.pdf", "A/47/1012/Add.1-S/26416/Add.1"),
        ("A_71_1024-S_2031_713.pdf", "A/71/1024-S/2031/713"),
        ("S_RES_9964_2031.ar.xml", "S/RES/9964 (2031)"),
        ("S_RES_9964 (2031)-G.xml", "S/RES/9964 (2031)"),
        ("S_RES_9964(2031)-AR.docx", "S/RES/9964 (2031)"),
        ("S_RES_0111_1956_EN_FINAL.txt", "S/RES/111 (1956)"),
        ("S_RES_9964_3122456E.xml", "S/RES/9964"),
        ("SC_9964_2031-A.xml", "S/RES/9964 (2031)"),
        ("S_PRST_2031_48-3155279E.xml", "S/PRST/2031/48"),
        ("A_RES_ES-11_1-2204067E.xml", "A/RES/ES-11/1"),
        ("A-RES-ES-11-1.pdf", "A/RES/ES-11/1"),
        ("A_RES_76_235_B-EN.pdf", "A/RES/76/235B"),
        ("1971-09-29_A_L.632-EN.pdf", "A/L.632"),
        ("1992-09-19_S_RES_777_1992_en.png", "S/RES/777 (1992)"),
        ("S_PV.8018-EN.pdf", "S/PV.8018"),
        ("A_HRC_52_69.pdf", "A/HRC/52/69"),
    ],
)
def test_a_name_that_is_a_symbol_is_read(name: str, symbol: str) -> None:
    assert read_name(name).symbol == symbol


@pytest.mark.parametrize(
    "name",
    [
        "A_1.txt",
        "report_A_12.txt",
        "letter of 6 August.pdf",
        "2031-12-30_Brel_to_UN.pdf",
        "SC_14982.html",
        "test.pdf",
        "A-4 form.docx",
        "plan_S_3.txt",
        "",
    ],
)
def test_other_names_are_no_symbol(name: str) -> None:
    assert read_name(name).symbol is None


@pytest.mark.parametrize(
    ("name", "languages"),
    [
        ("2031/Russian/SC_9967_2031-S.xml", (("Russian", "ru"), ("S", "es"))),
        ("S_2031_773-2320284R.xml", (("2320284R", "ru"),)),
        ("A_RES_73_3-EN.pdf", (("EN", "en"),)),
        ("letters.ru.md", (("ru", "ru"),)),
        ("es/letters.md", (("es", "es"),)),
        ("S_2031_684-G.pdf", (("G", "de"),)),
        ("plan-A.txt", ()),
        ("letters.md", ()),
    ],
)
def test_marks_of_a_language_are_read_with_their_words(
    name: str, languages: tuple[tuple[str, str], ...]
) -> None:
    assert read_name(name).languages == languages


@pytest.mark.parametrize(
    ("name", "job"),
    [
        ("N3113576.pdf", "31-13576"),
        ("N3113576(E).pdf", "31-13576"),
        ("S_PRST_2031_48-3155279E.xml", "31-55279"),
        ("S_RES_9964_3122456E.xml", "31-22456"),
        ("2031-12-30 report.pdf", None),
        ("call 0123456789.txt", None),
    ],
)
def test_job_numbers_in_names(name: str, job: str | None) -> None:
    assert read_name(name).job_number == job


@pytest.mark.parametrize(
    ("named", "printed", "same"),
    [
        ("S/2031/684", "S/2031/684", True),
        ("S/2031/684", "S/2031/684*", True),
        ("S/2031/684", "S/2031/685", False),
        ("S/2031/684", "S/2031/684/Add.1", False),
        ("S/RES/9964", "S/RES/9964 (2031)", True),
        ("S/RES/9964 (2031)", "S/RES/9964 (2030)", False),
        ("S/26416/Add.1", "A/47/1012/Add.1-S/26416/Add.1", True),
        ("A/47/1012/Add.1-S/26416/Add.1", "A/47/1012/Add.1", True),
    ],
)
def test_what_a_name_may_leave_out(named: str, printed: str, same: bool) -> None:
    assert same_document(named, printed) is same


@given(st.integers(1994, 2060), st.integers(1, 1500), st.sampled_from(["", "/Add.2", "/Corr.1"]))
def test_the_symbol_comes_back_from_the_name_that_the_un_gives(
    year: int, number: int, suffix: str
) -> None:
    symbol = f"S/{year}/{number}{suffix}"
    assert render(parse_symbol(symbol)) == symbol
    assert read_name(symbol.replace("/", "_") + "-EN.pdf").symbol == symbol


@pytest.mark.parametrize(
    ("address", "kind", "symbol"),
    [
        ("statement/deliberation/unsc/2031-02-25/9964-2031/", "resolution", "S/RES/9964 (2031)"),
        ("statement/x/unsc/2031-06-13/2031-18/", "presidentialStatement", "S/PRST/2031/18"),
        ("statement/x/unsc/2031-10-18/2031-773/", "draftResolution", "S/2031/773"),
        ("statement/x/unga/2022-03-02/ES-11-1/", "resolution", "A/RES/ES-11/1"),
        ("statement/x/unga/2031-03-02/76-124/", "resolution", "A/RES/76/124"),
        ("doc/x/un-sc/2031-08-06/S-2031-684/eng@!main", "officialLetter", "S/2031/684"),
        ("statement/x/unsc/2031-02-25/nonsense/", "resolution", None),
        ("act/2031-02-25/7", "act", None),
        ("", "", None),
    ],
)
def test_the_address_of_an_xml_file_stands_for_a_symbol(
    address: str, kind: str, symbol: str | None
) -> None:
    assert read_address(f"/akn/un/{address}", kind) == symbol
