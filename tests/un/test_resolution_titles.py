"""Resolutions without a masthead."""

import pytest

from allegata.un.resolution_titles import titled_resolution


@pytest.mark.parametrize(
    ("text", "symbol", "dated"),
    [
        (
            "Resolution 999 (1989)\nof 9 December 1989\n\nThe Security Council,\n",
            "S/RES/999 (1989)",
            "1989-12-09",
        ),
        ("RESOLUTION 999 (1989)\n\nThe Security Council,\n", "S/RES/999 (1989)", None),
        (
            "99 (1946). Resolution of 19 January 1946\n[S/538]\n\nThe Security Council,\n",
            "S/RES/99 (1946)",
            "1946-01-19",
        ),
        ("86/3. Aid\n\nThe General Assembly,\n", "A/RES/86/3", None),
        ("ES-12/1. Aid\n\nThe General Assembly,\n", "A/RES/ES-12/1", None),
        ("217 A (III). Rights\n\nThe General Assembly,\n", "A/RES/217(III)A", None),
        (
            "Resolución 999 (1989)\nde 9 de diciembre de 1989\n\nEl Consejo de Seguridad,\n",
            "S/RES/999 (1989)",
            "1989-12-09",
        ),
        (
            "Резолюция 999 (1989)\nот 9 декабря 1989 года\n\nСовет Безопасности,\n",
            "S/RES/999 (1989)",
            "1989-12-09",
        ),
        ("第999(1989)号决议\n安全理事会，\n", "S/RES/999 (1989)", None),
        ("القرار 999 (1989)\nإن مجلس الأمن،\n", "S/RES/999 (1989)", None),
    ],
)
def test_a_heading_and_the_organ_below_it_make_a_resolution(
    text: str, symbol: str, dated: str | None
) -> None:
    found = titled_resolution(text)
    assert found is not None
    assert (found.symbol, found.dated) == (symbol, dated)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Resolution 999 (1989) was broken on Monday, the ministry said.\n",
        "Resolution 999 (1989)\n\nWhat it means for the valley\n",
        "86/3. Aid\n\nTwo men were hurt.\n",
        "Resolution 999 (1989)\nThe Security Council,\n\nResolution 998 (1989)\nThe Council,",
        f"A long line {'of an article ' * 9}\nResolution 999 (1989)\nThe Security Council,\n",
    ],
)
def test_news_and_pages_of_several_are_of_none(text: str) -> None:
    assert titled_resolution(text) is None


def test_in_a_scan_a_heading_on_its_own_line_is_enough() -> None:
    text = "RESOLUTION 999 (1989)\n\nThe Securit: cil,\n\nRecalling resolution 998 (1989) of 3 May"
    found = titled_resolution(text, scanned=True)
    assert found is not None
    assert (found.symbol, found.dated) == ("S/RES/999 (1989)", None)
    assert titled_resolution(text) is None
