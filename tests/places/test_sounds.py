"""Names in Chinese characters meet those in Latin letters by their sound."""

import pytest

from allegata.places.sounds import is_han, sound_key


@pytest.mark.parametrize(
    ("han", "latin"),
    [
        ("荷台达", "Al Ḩudaydah"),
        ("迈亚丁", "Al Mayādīn"),
        ("阿布卡迈勒", "Abu Kamal"),
        ("贾巴利亚", "Jabālyā"),
        ("默克莱", "Mek’elē"),
        ("布查", "Bucha"),
        ("拉法", "Rafaḩ"),
    ],
)
def test_a_transcription_sounds_like_its_name(han: str, latin: str) -> None:
    assert sound_key(han) == sound_key(latin) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("布查", "Bocha"), ("萨达", "Sidi"), ("荷台达", "Al Mayādīn"), ("拉法", "Raqqa")],
)
def test_another_name_sounds_otherwise(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@pytest.mark.parametrize("name", ["الرقة", "Ракка", "", "鿿鿿"])
def test_what_cannot_be_told_by_sound_has_no_key(name: str) -> None:
    assert sound_key(name) == ""


def test_a_name_of_two_scripts_is_chinese() -> None:
    assert is_han("Raqqa (拉卡)")
    assert not is_han("Raqqa")
