"""The organs that a text names, by place."""

import pytest

from allegata.un.clearing import clear
from allegata.un.organs import Organs


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("General Assembly X", "A"),
        ("Human Rights Council X", "A/HRC"),
        ("Economic and Social Council X", "E"),
        ("the Council's X", "council"),
        ("World Health Assembly X", "other"),
        ("Peace and Security Council X", "other"),
        ("大会X", "A"),
        ("安全理事会X", "S"),
        ("the Council in its X", ""),
    ],
)
def test_an_organ_right_before(text: str, code: str) -> None:
    assert Organs(clear(text)).before(text.index("X")) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("X of the General Assembly", "A"),
        ("X de l'Assemblée générale", "A"),
        ("X del Consejo de Seguridad", "S"),
        ("X Генеральной Ассамблеи", "A"),
        ("X مجلس الأمن", "S"),
        ("X der Generalversammlung", "A"),
        ("X of the UN Security Council", "S"),
        ("X for the Council", ""),
    ],
)
def test_an_organ_right_after(text: str, code: str) -> None:
    assert Organs(clear(text)).at(1)[0] == code


def test_the_owner_is_the_last_organ_named_and_possession_is_seen() -> None:
    text = "The Security Council and the General Assembly, in its own resolution"
    organs = Organs(clear(text))
    at = text.index("resolution")
    assert organs.of_owner(0, at) == "A"
    assert organs.is_owned(at)
    assert not organs.is_owned(text.index("General"))
    assert organs.names("S", 0, at)
    assert not organs.names("E", 0, at)
