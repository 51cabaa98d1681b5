import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.errors import InputError
from allegata.text.encoding import detect_encoding, detect_stream_encoding

ARABIC = "قال شهود إن ثلاثة مدنيين أصيبوا قرب السوق يوم الأحد، ونقل سبعة آخرون إلى المستشفى."
FRENCH = "Selon la préfecture, trois civils ont été blessés près du marché ; l’hôpital est intact."
SPANISH = (
    "Según el alcalde, tres niños y cinco adultos resultaron heridos en la explosión del cañón."
)
ENGLISH = "The mayor’s office said “three men” were hurt – two of them brothers – near the café."
RUSSIAN = "По словам очевидцев, в результате обстрела ранены три человека, ещё семь пропали."
CHINESE = "据当地医院称，星期日的袭击造成三名平民受伤，另有七人失踪。"
SENTENCES = (ARABIC, FRENCH, SPANISH, ENGLISH, RUSSIAN, CHINESE)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_recognised_with_and_without_its_mark(sentence: str, codec: str) -> None:
    content = sentence.encode(codec)
    assert content.decode(detect_encoding(content).name).lstrip("\ufeff") == sentence


@pytest.mark.parametrize(
    ("sentence", "codec"),
    [
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859-6"),
        ("وزارة الصحة: 12 جريحاً.", "cp1256"),
        (FRENCH, "cp1252"),
        ("Un blessé à Mérac.", "cp1252"),
        (SPANISH, "cp1252"),
        (ENGLISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        ("Ранены двое.", "cp1251"),
        (CHINESE, "gb18030"),
    ],
)
@pytest.mark.parametrize("times", [1, 400])
def test_an_old_encoding_is_guessed_from_its_letters_and_doubted(
    sentence: str, codec: str, times: int
) -> None:
    content = (sentence.encode(codec, "ignore") + b"\n") * times
    found = detect_encoding(content)
    assert content.decode(found.name) == content.decode(codec)
    assert [doubt.code for doubt in found.doubts] == ["acquire.encoding_guessed"]


def test_a_page_that_names_its_encoding_is_believed_without_a_doubt() -> None:
    content = b'<html><meta charset="windows-1256"><p>' + ARABIC.encode("cp1256")
    found = detect_encoding(content)
    assert (found.name, found.doubts) == ("cp1256", ())


def test_utf8_with_a_few_broken_bytes_stays_utf8() -> None:
    assert detect_encoding(RUSSIAN.encode() * 3 + b"\xff").name == "utf-8"


@pytest.mark.parametrize("cut", [0, 1, 2, 3])
def test_a_stream_may_be_cut_inside_a_character(cut: int) -> None:
    content = CHINESE.encode()
    assert detect_stream_encoding(content[: len(content) - cut]).name == "utf-8"


@pytest.mark.parametrize("noise", [bytes(range(256)) * 8, b"\0\1\2\3" * 50, b"MZ\0\0text"])
def test_binary_noise_is_refused(noise: bytes) -> None:
    with pytest.raises(InputError) as refused:
        detect_encoding(noise)
    assert refused.value.code == "acquire.binary"


@given(st.binary(max_size=400))
def test_any_bytes_get_a_codec_of_python_or_a_coded_refusal(content: bytes) -> None:
    try:
        name = detect_encoding(content).name
    except InputError as error:
        name = error.code
    assert name == "acquire.binary" or isinstance(content.decode(name, "replace"), str)
