from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.model import Document, Problem
from kg.sources import read_documents
from kg.sources.files import LARGEST

TEXT = "Council closes the old bridge\n\nThe council of Port Ardel voted on Monday to close the bridge.\n"
GERMAN = (
    "Der Rat von Port Ardel hat am Montag beschlossen, die alte Brücke zu sperren. Die Lastwagen müssen nun"
    " über die Küstenstraße fahren, und der Bus zum Hafen fährt erst im Mai wieder. Die Chefin sagte,"
    " die Arbeit werde zwei Jahre dauern und vierzig Millionen kosten; das meiste zahlt die Regierung."
)
PERSIAN = "شورای شهر روز دوشنبه رأی داد که پل قدیمی بسته شود و کامیون‌ها باید از جاده ساحلی بروند. " * 3


def read(*paths: Path) -> tuple[list[Document], list[Problem]]:
    problems: list[Problem] = []
    return list(read_documents(paths, on_problem=problems.append)), problems


def write(folder: Path, *names: str) -> None:
    for number, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT}It was vote number {number}.\n", encoding="utf-8")


def test_folders_are_read_to_any_depth_and_sorted_by_id(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "x/a.md", "x/y/c.TXT", "notes.pdf", ".hidden.txt", ".git/d.txt")
    documents, problems = read(tmp_path)
    assert [document.id for document in documents] == ["a", "b", "c"]
    assert problems == []


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "x/a.md", "x/b.txt")
    paths = [tmp_path / "b.txt", tmp_path / "x" / "b.txt", tmp_path / "x"]
    assert read(*paths) == read(*reversed(paths))


def test_files_of_one_stem_are_told_apart_by_as_much_of_the_path_as_it_takes(tmp_path: Path) -> None:
    write(tmp_path, "p/x/a.txt", "q/x/a.txt", "q/y/a.txt", "b.txt", "q/c.txt", "q/c.md")
    documents, _ = read(tmp_path)
    assert [document.id for document in documents] == ["b", "c.md", "c.txt", "p/x/a", "q/x/a", "y/a"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    documents, problems = read(tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt")
    assert len(documents) == 1
    assert problems == []


def test_folders_that_link_to_each_other_end(tmp_path: Path) -> None:
    write(tmp_path, "x/a.txt")
    (tmp_path / "x" / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    documents, problems = read(tmp_path)
    assert [document.id for document in documents] == ["a"]
    assert [Path(problem.file).name for problem in problems] == ["broken.txt"]


def test_the_same_text_is_read_once_and_reported(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    documents, problems = read(tmp_path)
    assert [document.id for document in documents] == ["a"]
    assert len(problems) == 1
    assert problems[0].file.endswith("b.txt")
    assert "same text" in problems[0].message
    assert "a.txt" in problems[0].message


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty"),
        ("bom.txt", b"\xef\xbb\xbf", "empty"),
        ("blank.txt", " \n\t\r\n\u00a0\u200b\n".encode(), "only blanks"),
        ("rules.txt", b"-----\n\n* * *\n", "no words"),
        ("zeros.txt", b"The council\x00 met.", "not text"),
        ("utf16.txt", "The council met on Monday.".encode("utf-16-le"), "UTF-16"),
        ("half.txt", b"\xff\xfeT\x00h", None),
        ("odd.txt", b"\xff\xfeT\x00h\x00e", "UTF-16-LE"),
        ("controls.txt", b"\x01\x02\x03\x04 ab \x05\x06\x07\x08", "not text"),
        ("undefined.txt", b"caf\x81 \xe9 council", "Windows-1252"),
        ("german.txt", GERMAN.encode(), "English"),
        ("persian.txt", PERSIAN.encode(), "English"),
        ("german-1252.txt", GERMAN.encode("cp1252"), "English"),
        (
            "koi8.txt",
            ("Совет города решил закрыть старый мост через реку. " * 8).encode("koi8-r"),
            "not UTF-8",
        ),
        ("page.pdf", TEXT.encode(), "only .md and .txt"),
        ("large.txt", b"word " * (LARGEST // 5 + 1), "too large"),
        ("missing.txt", None, "no such file"),
    ],
)
def test_a_bad_file_gives_one_problem_and_the_others_are_read(
    tmp_path: Path, name: str, data: bytes | None, message: str | None
) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    bad = tmp_path / name
    if data is not None:
        bad.write_bytes(data)
    documents, problems = read(bad, tmp_path / "good.txt")
    assert [document.id for document in documents] == ["good"]
    assert len(problems) == 1
    assert problems[0].file == str(bad)
    assert problems[0].stage == "sources"
    assert (message or "UTF-16") in problems[0].message


def test_old_windows_text_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(
        "The caf\u00e9 is closed, \u201cfor good\u201d, its owner said on Monday.".encode("cp1252")
    )
    documents, problems = read(path)
    assert documents[0].text.startswith("The café is closed, “for good”")
    assert len(problems) == 1
    assert "Windows-1252" in problems[0].message
    assert "byte 7 is 0xe9" in problems[0].message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_is_kept_as_it_is(tmp_path: Path, encoding: str, newline: str) -> None:
    sentence = "The caf\u00e9\u00a0by the bridge \u200bis closed \U0001f6a7."
    text = f"Bridge closed{newline}{newline}\t{sentence}\f{newline}She agreed."
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    documents, problems = read(path)
    assert documents[0].text == text
    assert problems == []
    assert [r.span.of(text) for r in documents[0].regions] == [
        "Bridge closed",
        sentence,
        "She agreed.",
    ]


def test_a_folder_without_articles_is_reported(tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"")
    assert [problem.message for problem in read(tmp_path)[1]] == ["no .md or .txt files in this folder"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    documents, problems = read(tmp_path)
    assert documents == []
    assert [problem.message for problem in problems] == ["is not a regular file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_files_and_folders_without_permission_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "x/b.txt")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "x").chmod(0)
    try:
        documents, problems = read(tmp_path)
    finally:
        (tmp_path / "x").chmod(0o700)
    assert documents == []
    assert ["permission" in problem.message for problem in problems] == [True, True]


def test_names_that_are_no_characters_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/bad\xff.txt"
    try:
        with open(path, "wb") as file:
            file.write(TEXT.encode())
    except OSError:
        pytest.skip("the file system refuses such names")
    documents, _ = read(tmp_path)
    assert documents[0].id.encode("utf-8") == b"bad\xef\xbf\xbd"
    documents[0].file.encode("utf-8")


def test_short_and_telegraphic_english_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bridge shut. Mayor resigns.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Names: Ilse Varga, Jo Example.\n" * 3, encoding="utf-8")
    assert [document.id for document in read(tmp_path)[0]] == ["a", "b"]
