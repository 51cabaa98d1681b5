import io
import stat
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.errors import InputError
from allegata.model.reading import Refusal
from allegata.stages.acquire.archives import Allowance, Member, numbered, read_archive

Files = list[tuple[str | zipfile.ZipInfo, bytes]]


def packed(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return target.getvalue()


def members(content: bytes, allowance: Allowance | None = None) -> list[Member | Refusal]:
    return list(read_archive(content, "x.zip", allowance or Allowance()))


def told(content: bytes, allowance: Allowance | None = None) -> list[tuple[str, str]]:
    return [
        (found.name, found.code if isinstance(found, Refusal) else found.content.decode())
        for found in members(content, allowance)
    ]


def test_files_come_sorted_as_a_folder_is_and_junk_is_left_out() -> None:
    content = packed(
        [
            ("b/2.txt", b"4"),
            ("__MACOSX/b/._2.txt", b"x"),
            ("b/.DS_Store", b"x"),
            (".git/config", b"x"),
            ("b/", b""),
            ("b/1/z.txt", b"3"),
            ("a.txt", b"1"),
            ("b.txt", b"5"),
        ]
    )
    assert told(content) == [
        ("x.zip/a.txt", "1"),
        ("x.zip/b/1/z.txt", "3"),
        ("x.zip/b/2.txt", "4"),
        ("x.zip/b.txt", "5"),
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "x.zip/etc/passwd"),
        ("/etc/passwd", "x.zip/etc/passwd"),
        ("..\\..\\a.txt", "x.zip/a.txt"),
        ("C:\\a\\b.txt", "x.zip/a/b.txt"),
        ("a/\u202etxt.b", "x.zip/a/_txt.b"),
    ],
)
def test_a_name_that_leads_out_is_harmless(name: str, shown: str) -> None:
    assert told(packed([(name, b"Two")])) == [(shown, "Two")]


NAMES = ["تقرير الأحد.txt", "письмо о потерях.txt"]


@pytest.mark.parametrize(
    ("name", "codec"), [(NAMES[0], "utf-8"), (NAMES[1], "cp866"), (NAMES[1], "cp1251")]
)
def test_names_in_old_encodings_are_read(name: str, codec: str) -> None:
    raw = name.encode(codec)
    content = packed([("n" * len(raw), b"Two")]).replace(b"n" * len(raw), raw)
    assert told(content) == [(f"x.zip/{name}", "Two")]


def test_a_name_that_is_there_twice_is_numbered_and_doubted() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = packed([("a.txt", b"One"), ("a.txt", b"Two")])
    first, second = members(content)
    assert isinstance(first, Member)
    assert isinstance(second, Member)
    assert (first.name, first.content, first.doubts) == ("x.zip/a.txt", b"One", ())
    assert (second.name, second.content) == ("x.zip/a (2).txt", b"Two")
    assert [doubt.code for doubt in second.doubts] == ["acquire.archive.name_twice"]


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def test_what_cannot_be_used_is_refused_by_name_and_the_rest_is_read() -> None:
    content = packed(
        [
            ("bomb.txt", b"0" * 3_000_000),
            ("good.txt", b"Two"),
            (link("link.txt"), b"/etc/passwd"),
            ("secret.txt", b"Three"),
        ]
    )
    at = content.index(b"secret.txt") - 30
    content = content[: at + 6] + b"\x01" + content[at + 7 :]
    at = content.rindex(b"secret.txt") - 46
    content = content[: at + 8] + b"\x01" + content[at + 9 :]
    assert told(content) == [
        ("x.zip/bomb.txt", "acquire.archive.bomb"),
        ("x.zip/good.txt", "Two"),
        ("x.zip/link.txt", "acquire.link_not_followed"),
        ("x.zip/secret.txt", "acquire.archive.encrypted"),
    ]


def test_a_damaged_file_costs_only_itself() -> None:
    content = packed([("a.txt", b"Aaaaaaaaa"), ("b.txt", b"Two")], zipfile.ZIP_STORED)
    assert told(content.replace(b"Aaaaaaaaa", b"Aaaaaaaab")) == [
        ("x.zip/a.txt", "acquire.archive.damaged"),
        ("x.zip/b.txt", "Two"),
    ]


def test_a_rare_method_is_refused() -> None:
    assert told(packed([("a.txt", b"Two")], zipfile.ZIP_LZMA)) == [
        ("x.zip/a.txt", "acquire.archive.method")
    ]


def test_a_file_that_is_too_large_is_refused_unopened() -> None:
    files: Files = [("a.txt", b"Two" * 10), ("b.txt", b"Two")]
    assert told(packed(files), Allowance(most_bytes=10)) == [
        ("x.zip/a.txt", "acquire.too_large"),
        ("x.zip/b.txt", "Two"),
    ]


@pytest.mark.parametrize(
    ("content", "allowance", "code"),
    [
        (packed([]), Allowance(), "acquire.archive.empty"),
        (packed([(".hidden", b"x")]), Allowance(), "acquire.archive.empty"),
        (packed([("a", b"x" * 11)]), Allowance(total=10), "acquire.archive.bomb"),
        (packed([("a", b"x")])[:30], Allowance(), "acquire.archive.damaged"),
        (packed([(f"n{n}", b"") for n in range(10_001)]), Allowance(), "acquire.archive.bomb"),
    ],
    ids=["empty", "hidden", "budget", "cut", "crowded"],
)
def test_an_archive_that_cannot_be_used_is_refused_whole(
    content: bytes, allowance: Allowance, code: str
) -> None:
    with pytest.raises(InputError) as refused:
        members(content, allowance)
    assert refused.value.code == code
    assert "x.zip" in refused.value.message
    assert refused.value.hint


def test_archives_of_one_input_share_what_they_may_unpack_to() -> None:
    allowance = Allowance(total=15)
    assert len(members(packed([("a", b"x" * 10)]), allowance)) == 1
    with pytest.raises(InputError):
        members(packed([("a", b"x" * 10)]), allowance)


@given(st.lists(st.text(st.sampled_from("ab./"), max_size=6)))
def test_numbered_names_keep_their_order_and_their_first(names: list[str]) -> None:
    found = numbered(names)
    assert len(found) == len(names)
    for index, name in enumerate(names):
        assert (found[index] == name) == (name not in names[:index])
