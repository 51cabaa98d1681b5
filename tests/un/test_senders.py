"""Who sends: offices, their states, and whom an office of no state serves."""

import pytest

from allegata.un.senders import other_sender, senders_in
from allegata.un.words import words_of

Told = list[tuple[str, str | None, str | None]]


def told(language: str, text: str) -> Told:
    found = senders_in(text, 0, len(text), words_of(language))
    return [(one.office, one.state, one.principal) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the Permanent Representative of Chad", [("permanent_representative", "TCD", None)]),
        (
            "en",
            "the Permanent Observer of the League of Arab States to the United Nations",
            [("permanent_observer", None, "League of Arab States")],
        ),
        (
            "en",
            "the Chair of the Committee established pursuant to resolution 999 (2031) on Mali",
            [("chair", None, "Committee established pursuant to resolution 999 (2031) on Mali")],
        ),
        (
            "en",
            "the Prime Minister and Minister for Foreign Affairs of Chad",
            [("prime_minister", "TCD", None)],
        ),
        (
            "en",
            "the Minister for Foreign Affairs and International Cooperation of Chad",
            [("minister_for_foreign_affairs", "TCD", None)],
        ),
        (
            "en",
            "the Head of delegation of the Opposition, First Deputy of the Movement of Chad",
            [
                (
                    "head_of_delegation",
                    None,
                    "Opposition, First Deputy of the Movement of Chad",
                )
            ],
        ),
        (
            "en",
            "the President of the International Tribunal for Rwanda",
            [("president", None, "International Tribunal for Rwanda")],
        ),
        (
            "en",
            "the Permanent Representative of Cuba, in his capacity as Chair of the Group of 77,",
            [("permanent_representative", "CUB", None)],
        ),
        (
            "fr",
            (
                "le Représentant permanent du Tchad et la Chargée d’affaires par intérim de la "
                "Mission permanente du Mali auprès de l’Organisation des Nations Unies"
            ),
            [("permanent_representative", "TCD", None), ("charge_daffaires", "MLI", None)],
        ),
        (
            "ru",
            "Постоянного наблюдателя от Государства Палестина",
            [("permanent_observer", "PSE", None)],
        ),
        (
            "ar",
            "الممثل الدائم لتشاد والقائم بالأعمال بالنيابة للبعثة الدائمة لمالي لدى الأمم المتحدة",
            [("permanent_representative", "TCD", None), ("charge_daffaires", "MLI", None)],
        ),
        ("zh", "乍得常驻联合国代表团临时代办", [("charge_daffaires", "TCD", None)]),
        (
            "zh",
            "乍得和马里常驻联合国代表",
            [("permanent_representative", "TCD", None), ("permanent_representative", "MLI", None)],
        ),
        ("en", "the mayor of the town", []),
    ],
)
def test_offices_and_their_states_are_told_apart(language: str, text: str, expected: Told) -> None:
    assert told(language, text) == expected


def test_an_unknown_office_keeps_its_words_and_its_state_where_it_is_the_states() -> None:
    words = words_of("en")
    (speaker,) = other_sender("the Speaker of the Parliament", 0, 29, words)
    assert (speaker.office, speaker.state) == ("other", None)
    (ministry,) = other_sender("the Ministry of Defence of Chad", 0, 31, words)
    assert (ministry.office, ministry.state) == ("other", "TCD")
    assert other_sender("", 0, 0, words) == ()
