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


PR, CDA, PO = "permanent_representative", "charge_daffaires", "permanent_observer"
OTHERS = [
    (
        """
        Identical letters dated 6 August 2031 from the Chargé d’affaires a.i. of the
        Permanent Mission of the Syrian Arab Republic to the United Nations addressed to the
        Secretary-General, the President of the General Assembly and the President of the
        Security Council
        """,
        ("identical_letters", [(CDA, "SYR")], (SG, PGA, PSC)),
    ),
    (
        """
        Letter dated 6 August 2031 from the representatives of Bahrain, Egypt, Saudi Arabia
        and the United Arab Emirates to the United Nations addressed to the President of the
        Security Council
        """,
        ("letter", [("representatives", state) for state in ("BHR", "EGY", "SAU", "ARE")], (PSC,)),
    ),
    (
        """
        Letter dated 6 August 2031 from the Permanent Representative of Chad, the Chargé
        d’affaires a.i. of the Permanent Mission of Mali and the Permanent Representative of
        Niger to the United Nations addressed to the President of the Security Council
        """,
        ("letter", [(PR, "TCD"), (CDA, "MLI"), (PR, "NER")], (PSC,)),
    ),
    (
        """
        Letter dated 6 August 2031 from the Deputy Permanent Representative of the Russian
        Federation to the United Nations addressed to the President of the Security Council
        """,
        ("letter", [("deputy_permanent_representative", "RUS")], (PSC,)),
    ),
    (
        """
        Letter dated 6 August 2031 from the Permanent Observer of the Holy See to the United
        Nations addressed to the President of the Security Council
        """,
        ("letter", [(PO, "VAT")], (PSC,)),
    ),
    (
        """
        Letter dated 6 August 2031 from the Permanent Observer of the League of Arab States
        to the United Nations addressed to the President of the Security Council
        """,
        ("letter", [(PO, None)], (PSC,)),
    ),
    (
        """
        Letter dated 6 August 2031 from the Chair of the Security Council Committee
        established pursuant to resolution 1591 (2005) concerning the Sudan addressed to the
        President of the Security Council
        """,
        ("letter", [("chair", None)], (PSC,)),
    ),
    (
        """
        Letter dated 6 August 2031 from the Panel of Experts on Yemen addressed to the
        President of the Security Council
        """,
        ("letter", [("panel_of_experts", None)], (PSC,)),
    ),
    (
        """
        Letter dated 12 June 2031 from the Secretary-General to the President of the
        Security Council
        """,
        ("letter", [("secretary_general", None)], (PSC,)),
    ),
    (
        """
        CABLEGRAM DATED 13 JULY 1960 FROM THE PRESIDENT OF THE REPUBLIC OF THE CONGO
        addressed to the President of the Security Council
        """,
        ("telegram", [("president", "COG")], (PSC,)),
    ),
    (
        """
        Lettre datée du 3 mai 2031, adressée au Président du Conseil de sécurité par le
        Secrétaire général
        """,
        ("letter", [("secretary_general", None)], (PSC,)),
    ),
    (
        """
        Lettre datée du 3 mai 2031, adressée au Secrétaire général par l’Observatrice
        permanente de l’État de Palestine auprès de l’Organisation des Nations Unies
        """,
        ("letter", [(PO, "PSE")], (SG,)),
    ),
    (
        """
        Lettres identiques datées du 6 août 2031, adressées au Secrétaire général et au
        Président du Conseil de sécurité
        """,
        ("identical_letters", [], (SG, PSC)),
    ),
    (
        """
        LETTRE DATEE DU 3 MAI 1993, ADRESSEE AU SECRETAIRE GENERAL PAR LE REPRESENTANT
        PERMANENT DE LA BOSNIE-HERZEGOVINE AUPRES DE L'ORGANISATION DES NATIONS UNIES
        """,
        ("letter", [(PR, "BIH")], (SG,)),
    ),
    (
        """
        Cartas idénticas de fecha 6 de agosto de 2031 dirigidas al Secretario General y al
        Presidente del Consejo de Seguridad por la Encargada de Negocios interina de la
        Misión Permanente de Ucrania ante las Naciones Unidas
        """,
        ("identical_letters", [(CDA, "UKR")], (SG, PSC)),
    ),
    (
        """
        Carta de fecha 6 de agosto de 2031 dirigida al Secretario General por los
        Representantes Permanentes de Cuba y Nicaragua ante las Naciones Unidas
        """,
        ("letter", [(PR, "CUB"), (PR, "NIC")], (SG,)),
    ),
    (
        """
        Nota verbal de fecha 6 de agosto de 2031 dirigida al Secretario General por la
        Misión Permanente de Kenya ante las Naciones Unidas
        """,
        ("note_verbale", [("permanent_mission", "KEN")], (SG,)),
    ),
    (
        """
        Идентичные письма Временного поверенного в делах Постоянного представительства Ирака
        при Организации Объединенных Наций от 6 августа 2031 года на имя Генерального
        секретаря и Председателя Совета Безопасности
        """,
        ("identical_letters", [(CDA, "IRQ")], (SG, PSC)),
    ),
    (
        """
        Письмо представителей Беларуси и Кубы при Организации Объединенных Наций от 3 мая
        2031 года на имя Генерального секретаря
        """,
        ("letter", [("representatives", "BLR"), ("representatives", "CUB")], (SG,)),
    ),
    (
        """
        Письмо Председателя Комитета Совета Безопасности, учрежденного резолюцией 1591
        (2005) по Судану, от 3 мая 2031 года на имя Председателя Совета Безопасности
        """,
        ("letter", [("chair", None)], (PSC,)),
    ),
    (
        """
        رسائل متطابقة مؤرخة 6 آب/أغسطس 2031 موجهة إلى الأمين العام ورئيس الجمعية العامة
        ورئيس مجلس الأمن من المراقب الدائم لدولة فلسطين لدى الأمم المتحدة
        """,
        ("identical_letters", [(PO, "PSE")], (SG, PGA, PSC)),
    ),
    (
        """
        رسالة مؤرخة 3 أيار/مايو 2031 موجهة إلى رئيس مجلس الأمن من الممثلين الدائمين لفرنسا
        وألمانيا لدى الأمم المتحدة
        """,
        ("letter", [(PR, "FRA"), (PR, "DEU")], (PSC,)),
    ),
    (
        """
        مذكرة شفوية مؤرخة 3 أيار/مايو 2031 موجهة إلى الأمين العام من البعثة الدائمة لمصر لدى
        الأمم المتحدة
        """,
        ("note_verbale", [("permanent_mission", "EGY")], (SG,)),
    ),
    (
        "2031年5月3日白俄罗斯、古巴和俄罗斯联邦常驻联合国代表给秘书长的信",
        ("letter", [(PR, "BLR"), (PR, "CUB"), (PR, "RUS")], (SG,)),
    ),
    (
        "2031年5月3日巴勒斯坦国常驻联合国观察员给秘书长、大会主席和安全理事会主席的同文信",
        ("identical_letters", [(PO, "PSE")], (SG, PGA, PSC)),
    ),
    (
        "2031年5月3日秘书长给安全理事会主席的信",
        ("letter", [("secretary_general", None)], (PSC,)),
    ),
    (
        "2031年5月3日乍得常驻联合国代表团给秘书长的普通照会",
        ("note_verbale", [("permanent_mission", "TCD")], (SG,)),
    ),
    (
        """
        Schreiben des Ständigen Vertreters der Arabischen Republik Syrien bei den Vereinten
        Nationen vom 6. August 2031 an den Generalsekretär
        """,
        ("letter", [(PR, "SYR")], (SG,)),
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_every_office_and_order_of_words_is_read(
    text: str, expected: tuple[str, list[tuple[str, str | None]], tuple[str, ...]]
) -> None:
    text = " ".join(text.split())  # the rows are broken for width here
    title = title_at(f"{text}\nI have the honour to write.", 0)
    assert title is not None
    senders = [(sender.office, sender.state) for sender in title.senders]
    assert (title.kind, senders, title.addressees) == expected
    assert title.end == len(text)
    assert title.dated is not None


def test_a_title_set_line_by_line_is_read_over_its_blank_lines() -> None:
    text = (
        "Letter dated 3 May 2031 from the Permanent Representative\n\n"
        "of Chad to the United Nations\n\n"
        "addressed to the Secretary-General\n\nI have the honour to write to the President.\n"
    )
    title = title_at(text, 0)
    assert title is not None
    assert [sender.state for sender in title.senders] == ["TCD"]
    assert title.addressees == (SG,)
    assert text[title.end :].strip().startswith("I have the honour")


def test_a_letter_to_a_person_ends_where_its_title_does() -> None:
    text = (
        "Letter dated 12 June 2031 from the Secretary-General to\nHis Excellency Mr. A. Nomen\n\n"
        "The position is clear.\n"
    )
    title = title_at(text, 0)
    assert title is not None
    assert [sender.raw for sender in title.senders] == ["the Secretary-General"]
    assert text[title.end :].strip() == "The position is clear."


def test_an_impossible_day_is_none() -> None:
    title = title_at(
        "Letter dated 31 April 2031 from the Permanent Representative of Cuba to the United "
        "Nations addressed to the Secretary-General",
        0,
    )
    assert title is not None
    assert title.dated is None


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
