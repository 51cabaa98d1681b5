"""What optical reading makes of a symbol, undone at the same offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.un.symbol_repairs import repaired


@given(st.text(max_size=40), st.booleans())
def test_no_offset_moves(text: str, scanned: bool) -> None:
    assert len(repaired(text, scanned=scanned)) == len(text)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("S/2400O", "S/24000"),
        ("A/44/66l", "A/44/661"),
        ("S/24900/Add.l", "S/24900/Add.1"),
        ("A/RES/46/36I", "A/RES/46/36I"),
        ("A/RES/46/182/Add.I", "A/RES/46/182/Add.1"),
        ("word/Oil", "word/Oil"),
        ("$/25124", "$/25124"),
    ],
)
def test_a_letter_in_a_number_can_mean_one_digit_only(printed: str, meant: str) -> None:
    assert repaired(printed) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("$/25124", "S/25124"),
        ("8/2031/7", "S/2031/7"),
        ("4/47/60", "A/47/60"),
        ("$/25085/Ada.1", "S/25085/Add.1"),
        ("S/25085/Rov.2", "S/25085/Rev.2"),
        ("A/44/661J.", "A/44/661 ."),
    ],
)
def test_more_is_undone_where_the_text_was_read_from_pictures(printed: str, meant: str) -> None:
    assert repaired(printed, scanned=True) == meant
