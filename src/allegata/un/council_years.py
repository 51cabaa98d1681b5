"""In which year the Security Council adopted a resolution, by its number.

In: the number and the year that a text gives. Out: whether they can belong together. The Council
numbers its resolutions in one series from 1946 on, so number and year vouch for each other; that
tells "1230 (1999)" in the middle of a sentence from a count before a year. Source: the Council's
yearly lists of resolutions (main.un.org/securitycouncil/en/content/resolutions-0). A margin is
left at both ends of a year; years after the table are not judged.

>>> is_of_year(1244, 1999), is_of_year(43, 2015), is_of_year(3000, 2031)
(True, False, None)
"""

# The last number of each year from 1946.
_LAST = (
    *(15, 37, 66, 78, 89, 96, 98, 103, 104, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219),
    *(232, 244, 262, 275, 291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 529, 545),
    *(559, 580, 593, 606, 626, 646, 683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284, 1334),
    *(1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259),
    *(2336, 2397, 2451, 2504, 2560, 2615, 2671, 2719),
)
_FIRST_YEAR = 1946
_MARGIN = 2


def is_of_year(number: int, year: int) -> bool | None:
    """Say whether the Council adopted resolution ``number`` in ``year``; None where unknown."""
    at = year - _FIRST_YEAR
    if at >= len(_LAST):
        return None
    before = _LAST[at - 1] if at > 0 else 0
    return at >= 0 and before - _MARGIN < number <= _LAST[at] + _MARGIN
