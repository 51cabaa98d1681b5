"""Stable public addresses of United Nations documents. Nothing here opens the network.

In: a symbol. Out: its address at undocs.org, which leads to the document in any official language.

>>> from allegata.un.symbols import parse_symbol
>>> address_of(parse_symbol("S/2017/684"))
'https://undocs.org/en/S/2017/684'
>>> address_of(parse_symbol("S/RES/2253 (2015)"), language="fr")
'https://undocs.org/fr/S/RES/2253(2015)'
"""

import dataclasses

from allegata.un.symbols import Symbol, render

OFFICIAL_LANGUAGES = frozenset({"ar", "zh", "en", "fr", "ru", "es"})


def address_of(symbol: Symbol, language: str = "en") -> str:
    """Return the address; a language that is not official gives English, as the server does.

    A double symbol is found under either half, so the first is used; the star of a reissue is no
    part of an address.
    """
    single = dataclasses.replace(symbol, joined=None, reissued=False)
    code = language if language in OFFICIAL_LANGUAGES else "en"
    return f"https://undocs.org/{code}/{render(single).replace(' ', '')}"
