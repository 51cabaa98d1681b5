import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.stages.convert.pdf_shift import find_shift, is_misread_alphabet

ENGLISH = (
    "The Mission reported that two people were hurt in the market of Dorval on the third of May, "
    "and that the Secretary-General was told of it in a letter from the Permanent Representative."
)
FRENCH = (
    "La Mission a signalé que deux personnes avaient été blessées au marché de Dorval le trois mai "
    "et que le Secrétaire général en avait été informé par une lettre du Représentant permanent."
)
SPANISH = (
    "La Misión comunicó que dos personas habían resultado heridas en el mercado de Dorval el tres "
    "de mayo y que el Secretario General fue informado de ello por una carta del Representante."
)
RUSSIAN = (
    "Миссия сообщила, что 3 мая на рынке Дорваля были ранены два человека, в том числе ребенок."
)
CONTENTS = "\n".join(f"{n}. Access {'.' * 60} {n} - {n + 2} {n}" for n in range(1, 12))
TABLE = "\n".join(f"{n} {n * 37} {n * 1031} 12.5 99/3 (-)" for n in range(1, 40))


def lowered(text: str, by: int) -> str:
    """Return the text as a font gives it whose codes are too low; blanks are put in."""
    return "".join(
        char if char.isspace() else chr(ord(char) - by)
        for char in text
        if char.isspace() or ord(char) - by > 32
    )


@pytest.mark.parametrize("by", [29, 3, 13, 31, -1, -3])
@pytest.mark.parametrize("text", [ENGLISH, FRENCH, SPANISH], ids=["en", "fr", "es"])
def test_a_shifted_alphabet_is_found(text: str, by: int) -> None:
    assert find_shift(lowered(text, by)) is not None


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        FRENCH,
        SPANISH,
        ENGLISH.upper(),
        RUSSIAN,
        CONTENTS,
        TABLE,
        "",
        "S/2031/5",
        "和平" * 40,
    ],
)
def test_text_as_it_should_be_is_not(text: str) -> None:
    assert find_shift(text) is None
    assert not is_misread_alphabet(text)


def test_russian_under_western_codes_is_told() -> None:
    assert is_misread_alphabet(RUSSIAN.encode("cp1251").decode("latin-1"))


@given(st.text(max_size=400))
def test_any_text_has_an_answer(text: str) -> None:
    assert find_shift(text) is None or isinstance(find_shift(text), int)
