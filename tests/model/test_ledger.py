"""The chain's hashes: every part counts, and no two different parts are taken for each other."""

from hypothesis import given
from hypothesis import strategies as st

from allegata.model.ledger import GENESIS, body_hash, canonical, entry_hash

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(body=st.dictionaries(st.text(), values), salt=st.text(st.characters(codec="ascii")))
def test_the_order_of_keys_does_not_matter_and_the_salt_does(
    body: dict[str, object], salt: str
) -> None:
    turned = dict(reversed(body.items()))
    assert body_hash(salt, body) == body_hash(salt, turned)  # type: ignore[arg-type]
    assert body_hash(salt, body) != body_hash(salt + "x", body)  # type: ignore[arg-type]
    assert canonical(body).isascii()  # type: ignore[arg-type]


@given(st.lists(st.text(max_size=4), min_size=4, max_size=4), st.integers(0, 2))
def test_moving_a_letter_to_the_next_part_changes_the_hash(parts: list[str], at: int) -> None:
    moved = list(parts)
    moved[at], moved[at + 1] = parts[at] + "x", parts[at + 1]
    other = list(parts)
    other[at], other[at + 1] = parts[at], "x" + parts[at + 1]
    assert _hash(moved) != _hash(other)


def _hash(parts: list[str]) -> str:
    at, kind, reviewer, body = (part.encode("utf-8", "replace").decode() for part in parts)
    return entry_hash(GENESIS, 1, at, kind, reviewer, body)
