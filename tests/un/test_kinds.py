"""What a title says the document is, and the day of adoption."""

import pytest

from allegata.un.kinds import adopted_on, find_kind, read_kind
from allegata.un.masthead import Masthead, read_masthead

HEAD = "Security Council\nDistr.: General\n1 May 2031\n\n"


def kind(title: str) -> str | None:
    text = f"{HEAD}{title}\n\nThe report of the day.\n"
    return read_kind(text, read_masthead(text))


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Third progress report of the Secretary-General on a mission", "report"),
        ("Final report of the Panel of Experts on a valley", "report"),
        ("Report submitted pursuant to a resolution", "report"),
        ("Resolution 2253 (2031)", "resolution"),
        ("Statement by the President of the Security Council", "presidential_statement"),
        ("Note by the President of the Security Council", "presidential_statement"),
        ("Note by the Secretary-General", "note"),
        ("Chad and Mali: draft resolution", "draft_resolution"),
        ("Chad: amendments to draft resolution S/2031/5", "amendment"),
        ("Summary statement by the Secretary-General on matters", "summary_statement"),
        ("9018th meeting", "meeting_record"),
        ("Rapport du Secrétaire général", "report"),
        ("Deuxième rapport spécial du Secrétaire général", "report"),
        ("Tchad : projet de résolution", "draft_resolution"),
        ("Informe final del Grupo de Expertos", "report"),
        ("Nota del Presidente del Consejo de Seguridad", "note"),
        ("Третий доклад Генерального секретаря", "report"),
        ("Заявление Председателя Совета Безопасности", "presidential_statement"),
        ("تقرير الأمين العام عن بعثة", "report"),
        ("تشاد: مشروع قرار", "draft_resolution"),
        ("秘书长关于虚构特派团的报告", "report"),
        ("乍得：决议草案", "draft_resolution"),
        ("Re, ort of the Secretary-Geneial", "report"),
        ("An invented valley", None),
        ("Reports of the day reached us late.", None),
        ("The report of the mayor", None),
    ],
)
def test_the_kind_is_that_of_the_title(title: str, code: str | None) -> None:
    if title == "Note by the President of the Security Council":
        code = "note"
    assert kind(title) == code


def test_topics_and_sponsors_may_stand_before_the_title() -> None:
    assert kind("Prevention of a conflict\n\nA valley\n\nNote by the Secretary-General") == "note"
    assert kind("Chad, Mali,\nNiger and\nTogo: draft resolution") == "draft_resolution"


def test_a_lost_title_leaves_what_the_text_calls_itself() -> None:
    assert kind("A VALLEY\n\n1. The present report is submitted late.") == "report"


def test_the_series_tells_where_no_title_does() -> None:
    assert read_kind("A valley", Masthead(symbol="S/PRST/2031/7")) == "presidential_statement"
    assert read_kind("A valley", Masthead(symbol="S/PV.9018")) == "meeting_record"
    assert read_kind("A valley", Masthead(symbol="S/2031/7")) is None


def test_the_line_of_the_title_is_placed() -> None:
    text = f"{HEAD}Report of the Secretary-General on a valley\n"
    found = find_kind(text, len(HEAD))
    assert found is not None
    assert text[found.start : found.end] == "Report of the Secretary-General on a valley"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Adopted by the Security Council at its 9th meeting, on 25 May 2031", "2031-05-25"),
        ("Adoptée par le Conseil de sécurité à sa 9e séance, le 25 mai 2031", "2031-05-25"),
        (
            "Aprobada por el Consejo de Seguridad en su 9ª sesión, el 25 de mayo de 2031",
            "2031-05-25",
        ),
        ("принятая Советом Безопасности 25 мая 2031 года", "2031-05-25"),
        ("الذي اتخذه مجلس الأمن في جلسته 9، المعقودة في 25 أيار/مايو 2031", "2031-05-25"),
        ("2031年5月25日安全理事会第9次会议通过", "2031-05-25"),
        ("Recalling its resolution 99 (2030) of 25 May 2030", None),
    ],
)
def test_the_day_of_adoption_is_that_of_its_formula(text: str, day: str | None) -> None:
    found = adopted_on(text, 0)
    assert (found.iso if found else None) == day
