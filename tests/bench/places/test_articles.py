"""Articles are read as the scorer reads them, and parts never mix."""

from pathlib import Path

from bench.places.articles import articles, copy_articles, file_of, part_of_place
from bench.places.names import copy_names, read_names

ARTICLES = """<articles>
<article docid="1"><toponyms><toponym><start>4</start><end>9</end><phrase>Corun</phrase>
<gaztag geonameid="1"><fcode>ADM2</fcode><lat>1.5</lat><lon>2.5</lon></gaztag></toponym>
<toponym><start>0</start><end>5</end><phrase>Zuhur</phrase></toponym></toponyms>
<text>in Corun and Zuhur</text></article>
<article docid="3"><toponyms/><text>nothing</text></article>
</articles>
"""
NAMES = (
    "airwars_id\tlocation_en\tlocation_ar\tlat\tlon\n"
    "1\tCorun\tكورون\t1.5\t2.5\n"
    "3\tZuhur\tزهور\t1\t4239\n"
)


def test_late_offsets_are_moved_to_the_nearest_equal_words(tmp_path: Path) -> None:
    (tmp_path / "lgl.dev.xml").write_text(ARTICLES, encoding="utf-8")
    first, _ = articles(file_of(tmp_path, "lgl*.xml"))
    found = [(first.text[one.start : one.end], one.point, one.level) for one in first.toponyms]
    assert found == [("Corun", (1.5, 2.5), "adm2"), ("Zuhur", None, "place")]


def test_parts_share_no_item_and_leave_none_out(tmp_path: Path) -> None:
    source = tmp_path / "lgl.dev.xml"
    source.write_text(ARTICLES, encoding="utf-8")
    ids: list[str] = []
    for part in ("read", "check", "rest"):
        folder = tmp_path / part
        folder.mkdir()
        copy_articles(source, folder, part=part)
        own = [article.id for article in articles(folder / source.name)]
        assert all(part_of_place(key) == part for key in own)
        ids += own
    assert sorted(ids) == ["1", "3"]


def test_names_keep_their_lines_and_an_impossible_point_is_none(tmp_path: Path) -> None:
    source = tmp_path / "airwars_syria.tsv"
    source.write_text(NAMES, encoding="utf-8")
    assert [(item.id, item.point) for item in read_names(tmp_path)] == [
        ("1", (1.5, 2.5)),
        ("3", None),
    ]
    (tmp_path / "all").mkdir()
    copy_names(source, tmp_path / "all", part="all")
    assert (tmp_path / "all" / source.name).read_text(encoding="utf-8") == NAMES
