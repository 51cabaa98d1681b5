"""Accounts made for measuring are always the same, and link as they were made."""

from bench.sets.linking_scale import accounts

from allegata.stages.resolve.across import link


def test_the_same_size_gives_the_same_accounts() -> None:
    assert accounts(200) == accounts(200)


def test_about_as_many_incidents_are_found_as_were_made() -> None:
    made = accounts(600)
    incidents = len({(one.grounds[0].id, one.days) for one in made})
    assert 0.7 * incidents < len(link(made).groups) < 1.2 * incidents
