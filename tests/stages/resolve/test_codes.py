"""Codes are permanent, follow most of the claims, and depend on no order."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from allegata.model.linking import ClaimRef, KnownIncident
from allegata.stages.resolve.codes import assign, changed, find

AT = "2031-04-09T10:00:00Z"


def refs(letters: str) -> tuple[ClaimRef, ...]:
    return tuple(ClaimRef("sha256:00", letter) for letter in letters)


def given_to(groups: list[str], known: tuple[KnownIncident, ...] = ()) -> dict[str, str]:
    return shown(assign([refs(group) for group in groups], known, at=AT))


def shown(known: tuple[KnownIncident, ...]) -> dict[str, str]:
    return {each.code: "".join(ref.claim for ref in each.claims) for each in known}


FIRST = assign([refs("abc"), refs("de")], (), at=AT)


def test_the_same_groups_keep_their_codes() -> None:
    assert shown(FIRST) == {"AL-000001": "abc", "AL-000002": "de"}
    again = assign([refs("de"), refs("abc")], FIRST, at="2032-01-01T00:00:00Z")
    assert again == FIRST
    assert changed(FIRST, again) == ()


def test_a_code_follows_most_of_its_claims() -> None:
    assert given_to(["a", "bcde"], FIRST) == {
        "AL-000001": "bcde",
        "AL-000002": "",
        "AL-000003": "a",
    }


def test_the_older_code_wins_where_as_many_are_shared() -> None:
    assert given_to(["abde", "c"], FIRST)["AL-000001"] == "abde"


def test_a_code_that_nobody_has_is_a_former_one_and_is_found() -> None:
    merged = assign([refs("abcde")], FIRST, at=AT)
    assert find(merged, "AL-000002") == find(merged, "AL-000001")
    found = find(merged, "AL-000001")
    assert found is not None
    assert found.formers == ("AL-000002",)
    assert find(merged, "AL-000009") is None


def test_a_code_given_back_is_no_former_one() -> None:
    merged = assign([refs("abcde")], FIRST, at=AT)
    (one, two) = FIRST
    back = assign([refs("abc"), refs("de")], (replace(merged[0], claims=one.claims), two), at=AT)
    assert shown(back) == shown(FIRST)
    assert [each.formers for each in back] == [(), ()]


def test_a_retired_code_is_never_given_again() -> None:
    merged = assign([refs("abcde")], FIRST, at=AT)
    assert given_to(["abcde", "f"], merged)["AL-000003"] == "f"


PARTS = st.lists(st.integers(0, 3), min_size=6, max_size=6)


@given(PARTS, PARTS, st.integers(0, 99))
def test_every_claim_has_one_code_whatever_the_order(
    before: list[int], after: list[int], seed: int
) -> None:
    known = assign(grouped(before), (), at=AT)
    groups = grouped(after)
    made = assign(groups, known, at=AT)
    random.Random(seed).shuffle(groups)  # not for secrets
    assert assign(groups, known, at=AT) == made
    assert sorted(ref.claim for each in made for ref in each.claims) == list("abcdef")
    assert {each.code for each in known} <= {each.code for each in made}


def grouped(parts: list[int]) -> list[tuple[ClaimRef, ...]]:
    by_part: dict[int, str] = {}
    for letter, part in zip("abcdef", parts, strict=True):
        by_part[part] = by_part.get(part, "") + letter
    return [refs(group) for group in by_part.values()]
