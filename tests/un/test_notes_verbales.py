"""Notes verbales without a title."""

import pytest

from allegata.un.notes_verbales import untitled_note


@pytest.mark.parametrize(
    ("text", "office", "state", "addressees"),
    [
        (
            (
                "UNITED NATIONS\n\nThe Permanent Mission of Chad to the United Nations presents "
                "its compliments to the Secretary-General of the United Nations and has the honour."
            ),
            "permanent_mission",
            "TCD",
            ("secretary_general",),
        ),
        (
            (
                "UNITED NATIONS  NATIONS UNIES\nTelephone\n\nThe Office of Legal Affairs of the "
                "Secretariat of the United Nations presents its compliments to the Permanent "
                "Mission of Chad to the United Nations and has the honour."
            ),
            "office_of_legal_affairs",
            None,
            ("permanent_mission",),
        ),
        (
            (
                "La Mission permanente du Tchad auprès de l’Organisation des Nations Unies "
                "présente ses compliments au Secrétaire général et a l’honneur."
            ),
            "permanent_mission",
            "TCD",
            ("secretary_general",),
        ),
    ],
)
def test_the_first_sentence_says_who_writes_to_whom(
    text: str, office: str, state: str | None, addressees: tuple[str, ...]
) -> None:
    note = untitled_note(text, 0)
    assert note is not None
    (sender,) = note.senders
    assert (note.kind, sender.office, sender.state) == ("note_verbale", office, state)
    assert note.addressees == addressees


def test_the_day_on_a_line_of_its_own_is_the_notes() -> None:
    text = (
        "The Permanent Mission of Chad to the United Nations presents its compliments to the "
        "Secretary-General and refers to a note of 2 May 2031.\n\nNew York, 3 May 2031\n"
    )
    note = untitled_note(text, 0)
    assert note is not None
    assert note.dated == "2031-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "The Embassy of Chad presents its compliments to the Embassy of Mali and has the honour.",
        ("A blog on the United Nations.\n\n" + "It is a long line of an article. " * 8)
        + "\nThe Permanent Mission of Chad presents its compliments to the Secretary-General and",
        "The United Nations presents a report.",
    ],
)
def test_other_notes_and_articles_are_none(text: str) -> None:
    assert untitled_note(text, 0) is None
