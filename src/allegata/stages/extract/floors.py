"""Figures that their own words call unfinished: "so far 14 have died", "12 arrived at hospital".

In: a count and the sentences of its draft. Out: the count as a least figure (DESIGN §4.4). Its own
raw words are a bare number, so that its derivation says that the bound was inferred.
"""

from collections.abc import Sequence
from dataclasses import replace

from allegata.model.count import Count
from allegata.model.vocabularies import Derivation, Qualifier
from allegata.stages.extract.facts import SentenceFacts


def as_floor(count: Count, at: int, sentences: Sequence[SentenceFacts]) -> Count:
    """Return ``count`` without an upper end, where the sentence around ``at`` leaves it open."""
    if count.qualifier is not Qualifier.STATED or not count.best:
        return count
    if not any(facts.floors and facts.start <= at < facts.end for facts in sentences):
        return count
    return replace(
        count,
        low=count.best,
        best=None,
        high=None,
        qualifier=Qualifier.AT_LEAST,
        derivation=Derivation.INFERRED,
    )
