"""The page marks what was wrong, in the text's own words and nothing as markup."""

from bench.places.page import Error, marked
from bench.resolving import made

from allegata.gazetteers.embedded import open_embedded
from allegata.model.places import AdminUnit, GazetteerEntry


def test_wrong_names_are_marked_where_they_stand() -> None:
    error = Error(3, 8, "Corun", (1.0, 2.0), None, 20_000.0)
    assert marked("in Corun <b>", [error]) == "in <mark class=wrong>Corun</mark> &lt;b&gt;"


def test_documents_for_the_time_ask_at_their_own_words() -> None:
    unit = AdminUnit("ZZ.1", "North")
    syria = open_embedded().find("Syria")[0].entry
    places = [
        GazetteerEntry(f"x:{n}", f"Zuhur{n}", "SY", "settlement", 1.0, 2.0, None, unit, None)
        for n in range(30)
    ]
    documents = list(made([syria, *places]))
    assert documents == list(made([syria, *places]))
    text, asks = documents[0]
    assert [text[ask.start : ask.end] for ask in asks] == [ask.names[0] for ask in asks]
