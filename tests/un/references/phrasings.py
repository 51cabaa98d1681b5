"""What a phrasing refers to, in one line for each reference, for tables of phrasings.

"S/2031/7 (annex) of 2031-05-02 previous": symbol, provisions, date, relation unless it only cites.
"""

from allegata.un.references import FoundReference, find_references


def said(text: str, *, own: str | None = None, dated: str | None = None) -> list[str]:
    """Return what ``text`` refers to, in order of first mention."""
    return [_line(one) for one in find_references(text, own_symbol=own, dated=dated)]


def _line(one: FoundReference) -> str:
    line = one.symbol or "Charter"
    if one.provisions:
        line += f" ({'; '.join(one.provisions)})"
    if one.dated:
        line += f" of {one.dated}"
    return line if one.relation == "cites" else f"{line} {one.relation}"
