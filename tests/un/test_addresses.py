"""Where a document can be found, told from its symbol alone."""

import pytest

from allegata.un.addresses import address_of
from allegata.un.symbols import parse_symbol


@pytest.mark.parametrize(
    ("symbol", "language", "address"),
    [
        ("S/2017/684", "en", "https://undocs.org/en/S/2017/684"),
        ("S/2015/561*", "en", "https://undocs.org/en/S/2015/561"),
        ("S/RES/2253 (2015)", "ar", "https://undocs.org/ar/S/RES/2253(2015)"),
        ("A/71/1024-S/2017/713", "ru", "https://undocs.org/ru/A/71/1024"),
        ("S/2017/684", "de", "https://undocs.org/en/S/2017/684"),
    ],
)
def test_a_symbol_has_a_stable_address(symbol: str, language: str, address: str) -> None:
    assert address_of(parse_symbol(symbol), language) == address
