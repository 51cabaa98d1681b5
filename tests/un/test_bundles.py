import pytest

from allegata.un.bundles import find_other_mastheads

MODERN = """United Nations
{symbol}
Security Council
Distr.: General
8 May 2031
Original: English
"""
BESIDE = """United Nations {symbol}

Security Council Distr.: General
8 May 2031

Original: English
"""
OLD = """UNITED NATIONS
S
Security Council
Distr.
GENERAL
{symbol}
8 May 1993
ORIGINAL: ENGLISH
"""
BODY = "\nLetter dated 6 May 2031 from nobody.\n\nTwo people were hurt in Dorval.\n\n"


@pytest.mark.parametrize(
    ("first", "second", "symbol"),
    [
        (MODERN.format(symbol="S/2031/7"), MODERN.format(symbol="S/2031/9"), "S/2031/9"),
        (BESIDE.format(symbol="S/2031/7"), BESIDE.format(symbol="S/2031/9"), "S/2031/9"),
        (OLD.format(symbol="S/25111"), OLD.format(symbol="S/25112"), "S/25112"),
        (
            MODERN.format(symbol="S/2031/7"),
            MODERN.format(symbol="A/85/9-S/2031/9"),
            "A/85/9-S/2031/9",
        ),
    ],
)
def test_a_second_masthead_with_another_symbol_is_found_at_its_head(
    first: str, second: str, symbol: str
) -> None:
    text = first + BODY + second + BODY
    (found,) = find_other_mastheads(text)
    assert found.symbol == symbol
    assert len(first) <= found.start < text.index(symbol) + len(symbol)


@pytest.mark.parametrize(
    "text",
    [
        MODERN.format(symbol="S/2031/7") + BODY,
        MODERN.format(symbol="S/2031/7") + BODY + MODERN.format(symbol="S/2031/7"),
        MODERN.format(symbol="S/2031/7*") + BODY + MODERN.format(symbol="S/2031/7"),
        MODERN.format(symbol="S/2031/7") + BODY + "S/2031/8\nTwo more were hurt.\n",
        MODERN.format(symbol="S/2031/7") + BODY + "The note S/2031/8 (Distr.: General) says so.",
        BODY,
        "",
    ],
)
def test_the_same_symbol_or_a_reference_is_no_other_document(text: str) -> None:
    assert find_other_mastheads(text) == ()


def test_every_other_document_is_found_once() -> None:
    heads = [MODERN.format(symbol=f"S/2031/{number}") for number in (7, 8, 9, 8)]
    found = find_other_mastheads("".join(head + BODY for head in heads))
    assert [one.symbol for one in found] == ["S/2031/8", "S/2031/9"]
