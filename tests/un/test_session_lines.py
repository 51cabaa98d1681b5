"""Session, year and agenda lines."""

import pytest

from allegata.un.session_lines import SessionLine, agenda_at, session_at
from allegata.un.words import plain


@pytest.mark.parametrize(
    ("line", "session", "year"),
    [
        ("Seventy-fifth session", "75", None),
        ("Eleventh emergency special session", "ES-11", None),
        ("Twenty-seventh special session", "S-27", None),
        ("Resumed fifty-eighth session", "58", None),
        ("Seventy-fifth year", None, 75),
        ("Soixante-quinzième session", "75", None),
        ("Onzième session extraordinaire d’urgence", "ES-11", None),
        ("Soixante-seizième année", None, 76),
        ("Vigésimo primer período extraordinario de sesiones", "S-21", None),
        ("Septuagésimo quinto año", None, 75),
        ("Одиннадцатая чрезвычайная специальная сессия", "ES-11", None),
        ("Семьдесят пятый год", None, 75),
        ("الدورة الاستثنائية الطارئة الحادية عشرة", "ES-11", None),
        ("السنة الخامسة والسبعون", None, 75),
        ("第十一届紧急特别会议", "ES-11", None),
        ("第七十五年", None, 75),
        ("Fünfundsiebzigste Tagung", "75", None),
    ],
)
def test_a_line_says_its_session_or_year(line: str, session: str | None, year: int | None) -> None:
    assert session_at(plain(line), 0) == (SessionLine(session, year), len(line))


@pytest.mark.parametrize("line", ["This session", "the plenary session", "A year", "会议"])
def test_other_lines_say_none(line: str) -> None:
    assert session_at(plain(line), 0) is None


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Agenda item 36", ("36",)),
        ("Agenda items 35, 40, 86 and 135", ("35", "40", "86", "135")),
        ("Agenda item 75 (a) and (b)", ("75 (a)", "75 (b)")),
        ("Items 35 and 40 of the provisional agenda*", ("35", "40")),
        ("Item 11 of the preliminary list*", ("11",)),
        ("Point 67 b) de l’ordre du jour provisoire", ("67 (b)",)),
        ("Temas 35, 40 y 67 b) del programa", ("35", "40", "67 (b)")),
        ("Пункты 35 и 40 повестки дня", ("35", "40")),
        ("البنود 35 و 40 و 86 من جدول الأعمال", ("35", "40", "86")),
        ("临时议程*项目67(b)", ("67 (b)",)),
        ("议程项目35和40", ("35", "40")),
        ("Tagesordnungspunkte 35 und 40", ("35", "40")),
    ],
)
def test_agenda_items_are_kept_as_printed(line: str, items: tuple[str, ...]) -> None:
    found = agenda_at(plain(line), 0)
    assert found is not None
    assert found[0] == items


def test_a_number_elsewhere_is_no_agenda_item() -> None:
    assert agenda_at("Items 35 and 40 were lost", 0) is None
