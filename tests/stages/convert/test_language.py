import pytest

from allegata.stages.convert.language import READ, identify_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two dead.", "en"),
        ("THREE HURT IN BLAST", "en"),
        ("Wounded: 14", "en"),
        ("Un blessé à Mérac.", "fr"),
        ("TROIS MORTS DANS UNE FRAPPE", "fr"),
        ("Murieron dos niños.", "es"),
        ("Ataque en Mérida: 3 heridos", "es"),
        ("Погибли двое.", "ru"),
        ("三名平民受伤。", "zh"),
        ("أصيب ثلاثة", "ar"),
        ("أصيب ثلاثة في Dorval، حسب Reuters", "ar"),
    ],
)
def test_the_six_languages_are_told_from_a_few_words(text: str, language: str) -> None:
    assert identify_language(text) == (language, ())


@pytest.mark.parametrize("text", ["", "12/3", "Oui", "La explosion", "Bagdad: 12 morts", "(#) 7*"])
def test_what_is_unclear_is_undetermined_with_a_doubt(text: str) -> None:
    language, doubts = identify_language(text)
    assert language is None
    assert [doubt.code for doubt in doubts] == ["convert.language_undetermined"]


@pytest.mark.parametrize(
    "text",
    [
        "Murieron dos.",
        "Murió un niño.",
        "Tres muertos.",
        "Cinco heridos en Mérida.",
        "La bomba mató a dos.",
        "Non.",
        "Due.",
    ],
)
def test_a_short_line_is_never_taken_for_a_language_that_is_not_read(text: str) -> None:
    language, _ = identify_language(text)
    assert language is None or language in READ


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Drei Menschen wurden bei dem Angriff verletzt.", "de"),
        ("Загинули двоє людей, їх знайшли.", "uk"),
        ("سه نفر کشته شدند", "fa"),
        ("三人が死亡した", "ja"),
        ("세 명이 사망했다", "ko"),
    ],
)
def test_other_languages_are_reported_where_the_model_is_sure(text: str, language: str) -> None:
    assert identify_language(text) == (language, ())


def test_what_is_told_from_outside_wins() -> None:
    assert identify_language("Two dead.", told="fr") == ("fr", ())


SPANISH = "El consejo dijo que dos personas resultaron heridas cerca del mercado de Dorval. "


def test_what_was_told_is_believed_and_doubted_where_the_text_shows_another() -> None:
    language, doubts = identify_language(SPANISH * 6, told="ru")
    assert language == "ru"
    assert [doubt.code for doubt in doubts] == ["convert.language_disagrees"]
    assert identify_language(SPANISH * 6, told="es") == ("es", ())
    assert identify_language("Dos heridos.", told="ru") == ("ru", ())
