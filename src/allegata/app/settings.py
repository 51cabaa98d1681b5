"""How a project counts and grades, from the codebook in its case file.

In: the text of ``codebook.toml``. Out: the rule of ranges, the table of vague words and the grade
scheme; what it does not say is as usual, so that the codebooks of older case files go on to hold.

>>> settings_of('grade_scheme = "un"')
Settings(rule='added@1', table='none', scheme='un')
"""

import tomllib
from collections.abc import Collection

from allegata.app.linked import Settings
from allegata.model.errors import ConfigError
from allegata.stages.resolve.codebook import table_names
from allegata.stages.resolve.grading import schemes
from allegata.stages.resolve.reckoning import rules


def settings_of(codebook: str) -> Settings:
    """Return what a codebook says.

    Raises:
        ConfigError: it is no TOML, or names what is not there.
    """
    usual = Settings()
    try:
        told = tomllib.loads(codebook)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            "codebook.unreadable",
            f"The case's codebook.toml cannot be read: {error}.",
            "Put it right, or take the file away: the usual settings hold then.",
        ) from error
    return Settings(
        _one_of(told.get("rule", usual.rule), rules(), "rule"),
        _one_of(told.get("vague_words", usual.table), table_names(), "vague_words"),
        _one_of(told.get("grade_scheme", usual.scheme), schemes(), "grade_scheme"),
    )


def _one_of(value: object, known: Collection[str], name: str) -> str:
    if isinstance(value, str) and value in known:
        return value
    raise ConfigError(
        "codebook.unknown",
        f"The case's codebook.toml has {name} = {value!r}, which is none.",
        f"Choose one of {', '.join(sorted(known))}.",
    )
