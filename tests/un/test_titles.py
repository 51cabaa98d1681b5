"""The titles of letters and notes verbales, in each language's order of words."""

import pytest

from allegata.un.titles import title_at

SG, PSC, PGA = (
    "secretary_general",
    "president_of_the_security_council",
    "president_of_the_general_assembly",
)
TITLES = [
    (
        (
            "Identical letters dated 6 August 2031 from the Permanent Representative of Chad to "
            "the United Nations addressed to the Secretary-General and the President of the "
            "Security Council"
        ),
        ("identical_letters", "2031-08-06", [("permanent_representative", "TCD")], (SG, PSC)),
    ),
    (
        (
            "Letter dated 3 May 2031 from the Chargé d’affaires a.i. of the Permanent Mission of "
            "Iraq to the United Nations addressed to the President of the Security Council"
        ),
        ("letter", "2031-05-03", [("charge_daffaires", "IRQ")], (PSC,)),
    ),
    (
        (
            "LETTER DATED 3 MAY 1993 FROM THE PERMANENT REPRESENTATIVE OF THE ISLAMIC REPUBLIC OF "
            "IRAN TO THE UNITED NATIONS ADDRESSED TO THE SECRETARY-GENERAL"
        ),
        ("letter", "1993-05-03", [("permanent_representative", "IRN")], (SG,)),
    ),
    (
        (
            "Letter dated 3 May 1993 from the Permanent Representatives of Bosnia and Herzegovina, "
            "Chad and Mali to the United Nations addressed to the Secretary-General, the President "
            "of the General Assembly and the President of the Security Council"
        ),
        (
            "letter",
            "1993-05-03",
            [("permanent_representative", state) for state in ("BIH", "TCD", "MLI")],
            (SG, PGA, PSC),
        ),
    ),
    (
        (
            "Note verbale dated 25 October 2031 from the Permanent Mission of Chad to the United "
            "Nations addressed to the Secretary-General"
        ),
        ("note_verbale", "2031-10-25", [("permanent_mission", "TCD")], (SG,)),
    ),
    (
        (
            "Letter dated 3 May 2031 from the Secretary-General addressed to the President of the "
            "Security Council"
        ),
        ("letter", "2031-05-03", [("secretary_general", None)], (PSC,)),
    ),
    (
        (
            "Lettres identiques datées du 1er juillet 2031, adressées au Secrétaire général et au "
            "Président du Conseil de sécurité par le Représentant permanent de la République "
            "centrafricaine auprès de l’Organisation des Nations Unies"
        ),
        ("identical_letters", "2031-07-01", [("permanent_representative", "CAF")], (SG, PSC)),
    ),
    (
        (
            "Carta de fecha 17 de mayo de 2031 dirigida al Presidente del Consejo de Seguridad por "
            "el Representante Permanente del Chad ante las Naciones Unidas"
        ),
        ("letter", "2031-05-17", [("permanent_representative", "TCD")], (PSC,)),
    ),
    (
        (
            "Идентичные письма Постоянного представителя Судана при Организации Объединенных Наций "
            "от 6 августа 2031 года на имя Генерального секретаря и Председателя Совета "
            "Безопасности"
        ),
        ("identical_letters", "2031-08-06", [("permanent_representative", "SDN")], (SG, PSC)),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_a_title_is_read_in_its_parts(
    text: str, expected: tuple[str, str, list[tuple[str, str | None]], tuple[str, ...]]
) -> None:
    title = title_at(f"{text}\n\nThe body.", 0)
    assert title is not None
    senders = [(sender.office, sender.state) for sender in title.senders]
    assert (title.kind, title.dated, senders, title.addressees) == expected
    assert title.end == len(text)
    for sender in title.senders:
        assert sender.raw == text[sender.start : sender.end]


def test_a_title_ends_where_the_addressees_do_though_no_blank_line_follows() -> None:
    text = (
        "Letter dated 3 May 2031 from the Permanent Representative of Chad to the United\n"
        "Nations addressed to the President of the Security Council\n"
        "I have the honour to report."
    )
    title = title_at(text, 0)
    assert title is not None
    assert text[title.end :].strip() == "I have the honour to report."


def test_an_unknown_state_stays_unknown_and_keeps_its_words() -> None:
    title = title_at(
        "Letter dated 3 May 2031 from the Permanent Representative of to the United Nations "
        "addressed to the Secretary-General",
        0,
    )
    assert title is not None
    (sender,) = title.senders
    assert (sender.state, sender.raw) == (
        None,
        "the Permanent Representative of to the United Nations",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The letter dated 3 May 2031 from the mayor was read out.",
        "Letter from a reader in the town",
        "Letters were found in the rubble.",
        "Letter dated 3 May 2031",
        "Identical twins were hurt.",
    ],
)
def test_other_lines_are_no_titles(text: str) -> None:
    assert title_at(text, 0) is None
