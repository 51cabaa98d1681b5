"""Texts that are copies of each other, by what their accounts are told in: one origin, not two.

In: the claims of an incident in the order of their publication, and the sketch of each account.
Out: the claims, those of a document that nobody is named in as of the earliest document that tells
the same words. A named voice is an origin of its own, whoever prints it.
"""

from collections.abc import Mapping, Sequence

from allegata.model.linking import ClaimRef

COPY = 0.75  # the share of runs of four words that two texts have in common
Sketch = tuple[int, ...]


def likeness(one: Sketch, other: Sketch) -> float:
    """Return the share of equal MinHash values, 0 where a text is too short to have any.

    >>> likeness((1, 2, 3, 4), (1, 2, 3, 9))
    0.75
    """
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def copied_from(
    documents: Sequence[str], sketches: Mapping[str, Sequence[Sketch]]
) -> dict[str, str]:
    """Return, for each document that copies an earlier one of the sequence, which that is."""
    found: dict[str, str] = {}
    for place, document in enumerate(documents):
        for earlier in documents[:place]:
            if earlier not in found and any(
                likeness(one, other) >= COPY
                for one in sketches.get(document, ())
                for other in sketches.get(earlier, ())
            ):
                found[document] = earlier
                break
    return found


def sketches_of(
    claims: Sequence[ClaimRef], words: Mapping[ClaimRef, Sketch]
) -> dict[str, list[Sketch]]:
    """Return the sketches of the accounts that claims belong to, by document."""
    found: dict[str, list[Sketch]] = {}
    for ref in claims:
        sketch = words.get(ref, ())
        if sketch and sketch not in found.setdefault(ref.document, []):
            found[ref.document].append(sketch)
    return found
