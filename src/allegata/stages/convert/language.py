"""A text to its language: the script first, then a small model, and None where neither is sure.

Allegata reads six languages (en fr es ru zh ar); another is reported only when the model is
confident, because a short Spanish line easily looks Italian or Portuguese.

>>> identify_language("قتل ثلاثة مدنيين")
('ar', ())
>>> identify_language("12/3", told="fr")
('fr', ())
"""

import re
from functools import lru_cache

from allegata.model.doubt import Doubt
from allegata.stages.convert.language_model import score_languages

READ = ("en", "fr", "es", "ru", "zh", "ar")
_SAMPLE = 5000  # code points; the model gains nothing from more
_SURE = 0.5  # for a language that is read here
_SURE_OTHER = 0.8  # for any other, in running text
_LEAST_OTHER = 20  # letters
_LEAST_SURE = 200  # letters against a label; half as many in a script of its own
_OWN_SCRIPT = frozenset(("ar", "ru", "zh"))

_NO_LANGUAGE = re.compile(r"https?://\S+|\S+@\S+|[@#]\w+|\\|[\d*_\[\]()|>]+")
_SCRIPTS = {
    "arabic": re.compile("[\u0620-\u064a\u0671-\u06d3\u06fa-\u06ff\u0750-\u077f]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "kana": re.compile("[\u3041-\u30ff]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}
_NOT_ARABIC = re.compile("[\u0671-\u06d3\u06fa-\u06ff\u0750-\u077f]")  # letters of fa, ur, ckb, ps
_NOT_RUSSIAN = re.compile("[^\u0410-\u044f\u0401\u0451]")


def identify_language(
    text: str, *, told: str | None = None
) -> tuple[str | None, tuple[Doubt, ...]]:
    """Return the language (ISO 639-1 where there is one) and a doubt if it is undetermined.

    What was ``told`` from outside is believed, with a doubt where the text shows another.
    """
    if told is not None:
        shown = sure_language(text)
        if shown in (None, told):
            return told, ()
        message = f"The text looks like {shown}, but was said to be {told}. It was read as {told}."
        return told, (Doubt("convert.language_disagrees", message),)
    sample = " ".join(_NO_LANGUAGE.sub(" ", text[: 2 * _SAMPLE]).split())[:_SAMPLE]
    found = _by_script(sample)
    if found is not None:
        return found, ()
    message = "The text does not show its language clearly; tell it with --language."
    return None, (Doubt("convert.language_undetermined", message),)


def sure_language(text: str) -> str | None:
    """Return the language of a text that is long and plain enough to be held against a label.

    >>> sure_language("Hier wurden zwei Menschen verletzt.")
    >>> sure_language("Dos personas resultaron heridas en el mercado, según el consejo. " * 9)
    'es'
    """
    sample = " ".join(_NO_LANGUAGE.sub(" ", text[: 2 * _SAMPLE]).split())[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < (_LEAST_SURE if sample.isascii() else _LEAST_SURE // 2):
        return None
    found = _by_script(sample)
    if found is not None and _SCRIPTS["latin"].search(sample) and found not in _OWN_SCRIPT:
        best, score = _scores(sample)[0]
        return best if score >= _SURE_OTHER else None
    return found


def _by_script(sample: str) -> str | None:
    letters = {script: pattern.findall(sample) for script, pattern in _SCRIPTS.items()}
    script = max(letters, key=lambda name: len(letters[name]) * (3 if name == "han" else 1))
    found = letters[script]
    if not found:
        return _other_script(sample)
    if script in ("han", "kana"):
        return "ja" if len(letters["kana"]) > 0.1 * len(found) else "zh"
    if script == "arabic":
        return _unless_foreign(sample, found, _NOT_ARABIC, "ar")
    if script == "cyrillic":
        return _unless_foreign(sample, found, _NOT_RUSSIAN, "ru")
    return _latin(sample, len(found))


def _unless_foreign(
    sample: str, letters: list[str], foreign: re.Pattern[str], usual: str
) -> str | None:
    """Return the usual language of the script, unless its letters or the model tell another."""
    best, score = _scores(sample)[0]
    strange = sum(1 for letter in letters if foreign.match(letter))
    if strange > 0.02 * len(letters):
        return best if score >= _SURE else None
    return best if best != usual and score >= 0.9 and len(letters) >= _LEAST_OTHER else usual


def _latin(sample: str, letters: int) -> str | None:
    scores = _scores(sample)
    best, score = scores[0]
    if best not in READ:
        if score >= _SURE_OTHER and letters >= _LEAST_OTHER:
            return best
        best, score = next(((code, s) for code, s in scores if code in READ), ("", 0.0))
    return best if score >= _SURE else None


def _other_script(sample: str) -> str | None:
    if not any(char.isalpha() for char in sample):
        return None
    best, score = _scores(sample)[0]
    return best if score >= _SURE_OTHER else None


@lru_cache(maxsize=1)  # a sample is asked twice: for its language, and for how sure it is
def _scores(sample: str) -> tuple[tuple[str, float], ...]:
    """Ask the model; capitals alone mislead it ("TROIS MORTS" is not German)."""
    capitals = sum(map(str.isupper, sample))
    return score_languages(sample.lower() if capitals > 0.5 * len(sample) else sample)
