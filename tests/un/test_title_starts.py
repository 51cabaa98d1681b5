"""Where titles begin."""

import pytest

from allegata.un.title_starts import starts_title


@pytest.mark.parametrize(
    "line",
    [
        "LETTER DATED 3 MAY 1993",
        "Report of the Secretary-General",
        "Lettres identiques datées du 3 mai",
        "Nota verbal de fecha 3 de mayo",
        "Вербальная нота",
        "مذكرة شفوية مؤرخة",
        "2031年5月3日乍得常驻联合国代表给秘书长的信",
    ],
)
def test_a_title_starts_the_line(line: str) -> None:
    assert starts_title(line)


@pytest.mark.parametrize("line", ["THE SITUATION IN A VALLEY", "Agenda item 5", "Distr.: General"])
def test_topics_and_fields_are_none(line: str) -> None:
    assert not starts_title(line)
