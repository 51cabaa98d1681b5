import os
from pathlib import Path

from allegata.model.reading import Refusal
from allegata.runners.folders import find_files


def found(path: Path) -> list[tuple[str, str]]:
    """Return the names below a folder, each with "file" or the code of its refusal."""
    files = find_files(str(path))
    return [(one.name, one.code if isinstance(one, Refusal) else "file") for one in files]


def test_a_folder_is_read_in_order_and_hidden_files_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.txt", "b/1.md", "c.txt", "a.txt", ".hidden", ".git/x.txt"):
        (tmp_path / name).write_text("Two were hurt.")
    assert found(tmp_path) == [
        ("a.txt", "file"),
        ("b/1.md", "file"),
        ("b/2.txt", "file"),
        ("c.txt", "file"),
    ]


def test_a_link_loop_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "note.txt").write_text("Two were hurt.")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    assert found(tmp_path) == [
        ("itself", "acquire.link_loop"),
        ("sub/note.txt", "file"),
        ("sub/up", "acquire.link_loop"),
    ]


def test_links_that_lead_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "private.txt").write_text("Two were hurt.")
    (inside / "file").symlink_to(outside / "private.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "gone").symlink_to(outside / "nowhere")
    assert found(inside) == [
        ("file", "acquire.link_not_followed"),
        ("folder", "acquire.link_not_followed"),
        ("gone", "acquire.missing"),
    ]


def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert found(tmp_path) == [("pipe", "acquire.not_a_file")]


def test_a_name_that_is_no_utf8_is_made_printable(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/n\xe9.txt")).write_text("Two were hurt.")
    assert found(tmp_path) == [("n\ufffd.txt", "file")]
