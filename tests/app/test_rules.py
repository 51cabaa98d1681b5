"""Every rule that a tally may be made by is explained to whoever switches."""

from allegata.app.rules import rule_view
from allegata.stages.resolve.reckoning import rules


def test_every_rule_has_a_name_and_a_line() -> None:
    told = [rule_view(rule) for rule in rules()]
    assert [each["rule"] for each in told if each["name"] == each["rule"] or not each["line"]] == []


def test_two_rules_are_never_called_the_same() -> None:
    names = [rule_view(rule)["name"] for rule in rules()]
    assert len(set(names)) == len(names)
