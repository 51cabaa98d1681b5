"""Addressees of which a scan lost the beginning."""

import pytest

from allegata.un.documents import read_document
from allegata.un.title_slips import cut_off_addressee


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("r h r ry-General", "secretary_general"),
        ("ddr d th cretary-General*", "secretary_general"),
        ("the Council", None),
        ("I have the honour", None),
        ("General", None),
        ("", None),
    ],
)
def test_the_end_of_a_line_tells_where_it_can_end_one_addressee_only(
    line: str, code: str | None
) -> None:
    found = cut_off_addressee(f"Title\n\n{line}\n\nBody", 5, "en")
    assert found == (None if code is None else (code, line))


def test_the_repair_is_told_and_only_in_scans() -> None:
    text = (
        "UNITED NATIONS\nSecurity Council\nDistr.\nGENERAL\nS/26999\n3 May 1993\nORIGINAL: FRENCH\n"
        "Letter dated 2 May 1993 from the Permanent Representative of Chad to the United Nations\n"
        "\nr h r ry-General\n\nI have the honour to write.\n"
    )
    scan = read_document(text, scanned=True)
    assert scan is not None
    assert scan.letter is not None
    assert scan.letter.addressees == ("secretary_general",)
    assert scan.head.repairs == ("addressee read as secretary_general from “r h r ry-General”",)
    assert text[scan.letter.body_start :].strip() == "I have the honour to write."
    native = read_document(text)
    assert native is not None
    assert native.letter is not None
    assert native.letter.addressees == ()
