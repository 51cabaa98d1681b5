"""How a project counts and grades, from the codebook in its case file.

In: the text of ``codebook.toml``. Out: the rule of ranges, the table of vague words, the grade
scheme, and which kinds of source go before which; what it does not say is as usual, so that the
codebooks of older case files go on to hold.

>>> settings_of('grade_scheme = "un"')
Settings(rule='added@1', table='none', scheme='un', order=())
>>> settings_of('source_order = ["medical", ["ngo", "local"]]').order
(('medical',), ('ngo', 'local'))
"""

import tomllib
from collections.abc import Collection

from allegata.app.linked import Settings
from allegata.model.errors import ConfigError
from allegata.model.vocabularies import SourceKind
from allegata.stages.resolve.codebook import table_names
from allegata.stages.resolve.grading import schemes
from allegata.stages.resolve.reckoning import HIERARCHY, SourceOrder, rules


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
    rule = _one_of(told.get("rule", usual.rule), rules(), "rule")
    order = _order(told.get("source_order", []))
    if rule == HIERARCHY and not order:
        raise ConfigError(
            "codebook.no_order",
            f"The case's codebook.toml has rule = {rule!r}, and no source_order.",
            'Say which kinds of source go first: source_order = ["medical", ["ngo", "local"]].',
        )
    return Settings(
        rule,
        _one_of(told.get("vague_words", usual.table), table_names(), "vague_words"),
        _one_of(told.get("grade_scheme", usual.scheme), schemes(), "grade_scheme"),
        order,
    )


def _order(value: object) -> SourceOrder:
    """Return the kinds of source in their order; those of one inner list are equals."""
    ranks = value if isinstance(value, list) else [value]
    equals = [rank if isinstance(rank, list) else [rank] for rank in ranks]
    kinds = [kind.value for kind in SourceKind]
    order = tuple(tuple(_one_of(kind, kinds, "source_order") for kind in rank) for rank in equals)
    if len({kind for rank in order for kind in rank}) < sum(len(rank) for rank in order):
        raise ConfigError(
            "codebook.twice",
            "The case's codebook.toml names a kind of source twice in source_order.",
            "Name each kind once; those that are equals stand in a list of their own.",
        )
    return order


def _one_of(value: object, known: Collection[str], name: str) -> str:
    if isinstance(value, str) and value in known:
        return value
    raise ConfigError(
        "codebook.unknown",
        f"The case's codebook.toml has {name} = {value!r}, which is none.",
        f"Choose one of {', '.join(sorted(known))}.",
    )
