"""The United Nations document as a grammar: symbols, mastheads, letters, references, addresses.

Its symbols can be used on their own, without the rest of Allegata:

>>> from allegata.un import address_of, find_symbols, parse_symbol, render, sort_key
>>> symbol = parse_symbol("A/75/574–S/2020/1083")
>>> render(symbol), address_of(symbol)
('A/75/574-S/2020/1083', 'https://undocs.org/en/A/75/574')
>>> [render(found.symbol) for found in find_symbols("see S/RES/2253(2015) and SC/14982")]
['S/RES/2253 (2015)']
"""

from allegata.un.addresses import address_of
from allegata.un.symbols import (
    FoundSymbol,
    Symbol,
    find_symbols,
    parse_symbol,
    render,
    sort_key,
    symbol_at,
)

__all__ = [
    "FoundSymbol",
    "Symbol",
    "address_of",
    "find_symbols",
    "parse_symbol",
    "render",
    "sort_key",
    "symbol_at",
]
