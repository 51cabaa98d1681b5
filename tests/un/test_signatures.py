"""Who signed, as what, for which state."""

import pytest

from allegata.un.signatures import find_signatures


@pytest.mark.parametrize(
    ("text", "name", "title", "state"),
    [
        (
            "(Signed) Nescio Nomen\nAmbassador\nPermanent Representative",
            "Nescio Nomen",
            "Ambassador",
            None,
        ),
        (
            "(Signed) Nescio Nomen Ambassador Permanent Representative",
            "Nescio Nomen",
            "Ambassador",
            None,
        ),
        ("(Signed)\nN. N. O’Nomen\n\nThe next page", "N. N. O’Nomen", None, None),
        (
            "(Signed) Nescio Nomen\nMinister for Foreign Affairs of the Republic of Chad",
            "Nescio Nomen",
            "Minister for Foreign Affairs of the Republic of Chad",
            "TCD",
        ),
        ("(Signé) Nescio Nomen\nAmbassadeur", "Nescio Nomen", "Ambassadeur", None),
        ("(Подпись) Незнаю Имени\nПосол", "Незнаю Имени", "Посол", None),
    ],
)
def test_a_block_gives_name_title_and_state(
    text: str, name: str, title: str | None, state: str | None
) -> None:
    (block,) = find_signatures(f"Thank you.\n\n{text}")
    assert (block.name, block.title, block.state) == (name, title, state)
    assert block.start == len("Thank you.\n\n")


def test_two_blocks_are_two_signatories() -> None:
    blocks = find_signatures("(Signed) A. Nomen\n(Signed) B. Nomen\n")
    assert [block.name for block in blocks] == ["A. Nomen", "B. Nomen"]


def test_signing_in_prose_is_no_block() -> None:
    assert find_signatures("The truce was signed on 3 May 2031 by both.") == ()
