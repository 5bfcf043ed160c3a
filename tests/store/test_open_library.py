# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What opening says of a file that is no whole Library, and that it leaves no trace beside one."""

import hashlib
import os
import random
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from support.processes import child, is_left_open, let_others_enter

from asem_reader.core.errors import (
    LibraryDamaged,
    LibraryForeign,
    LibraryMissing,
    LibraryNewer,
    LibraryOlder,
    ReaderError,
)
from asem_reader.core.place import Slug
from asem_reader.store import schema
from asem_reader.store.connect import Comparison, bounded, digest_agrees
from asem_reader.store.library import Library

POL = Slug("maritime-security")


def sign(library: Path) -> None:
    """Lay the right digest beside a file."""
    digest = hashlib.sha256(library.read_bytes()).hexdigest()
    library.with_name(f"{library.name}.sha256").write_text(f"{digest}  {library.name}\n")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.executescript("CREATE TABLE topics (id); INSERT INTO topics VALUES (1);")


def read_all(path: Path) -> None:
    with closing(Library.open(path)) as library:
        for topic in library.topics():
            library.article(topic.slug)


MAKERS: dict[str, tuple[Callable[[Path], object], type[ReaderError]]] = {
    "missing": (lambda path: None, LibraryMissing),
    "a folder": (lambda path: path.mkdir(), LibraryMissing),
    "empty": (lambda path: path.write_bytes(b""), LibraryForeign),
    "text": (lambda path: path.write_text("Not a database. " * 500), LibraryForeign),
    "PDF": (lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(9000)), LibraryForeign),
    "another SQLite file": (foreign, LibraryForeign),
}


@pytest.mark.parametrize(("make", "error"), MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize("signed", [False, True])
def test_what_is_no_library_is_named(
    tmp_path: Path, make: Callable[[Path], object], error: type[ReaderError], signed: bool
) -> None:
    path = tmp_path / "asem.db"
    make(path)
    if signed and path.is_file():
        sign(path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(error) as caught:
        Library.open(path)
    assert str(path) in caught.value.sentence
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("share", [0.0, 0.0001, 0.3, 0.9, 0.999999])
def test_a_truncated_library_is_damaged(own_library: Path, share: float) -> None:
    whole = own_library.read_bytes()
    own_library.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(LibraryDamaged):
        Library.open(own_library)


def test_one_flipped_bit_anywhere_is_damage(own_library: Path) -> None:
    whole = own_library.read_bytes()
    dice = random.Random(20261123)
    for _ in range(200):
        at = dice.randrange(len(whole))
        flipped = bytes([whole[at] ^ 1 << dice.randrange(8)])
        with own_library.open("r+b") as file:
            file.seek(at)
            file.write(flipped)
            file.flush()
            with pytest.raises(LibraryDamaged):
                Library.open(own_library)
            file.seek(at)
            file.write(whole[at : at + 1])
    read_all(own_library)


def test_a_comparison_that_began_before_is_waited_for(own_library: Path) -> None:
    with closing(Library.open(own_library, Comparison(own_library))) as library:
        assert library.article(POL).sections
    own_library.write_bytes(own_library.read_bytes() + b" ")
    with pytest.raises(LibraryDamaged):
        Library.open(own_library, Comparison(own_library))


def test_a_comparison_says_why_it_could_not_be_made(own_library: Path) -> None:
    own_library.unlink()
    with pytest.raises(FileNotFoundError):
        Comparison(own_library).agrees()


@pytest.mark.parametrize("digest", ["", "0" * 64, "nonsense é\n", "\n"])
def test_a_digest_of_something_else_is_damage(own_library: Path, digest: str) -> None:
    own_library.with_name("asem.db.sha256").write_text(digest, encoding="utf-8")
    assert digest_agrees(own_library) is False
    with pytest.raises(LibraryDamaged):
        Library.open(own_library)


def test_a_library_without_a_digest_is_read_and_check_says_so(own_library: Path) -> None:
    own_library.with_name("asem.db.sha256").unlink()
    assert digest_agrees(own_library) is None
    with closing(Library.open(own_library)) as library:
        assert library.article(POL).sections
        assert any("asem.db.sha256" in sentence for sentence in library.problems())


@pytest.mark.parametrize("seed", range(25))
def test_damage_without_a_digest_ends_in_a_sentence(own_library: Path, seed: int) -> None:
    own_library.with_name("asem.db.sha256").unlink()
    content = bytearray(own_library.read_bytes())
    dice = random.Random(seed)
    for _ in range(40):
        at = dice.randrange(100, len(content) - 64)
        content[at : at + 64] = dice.randbytes(64)
    own_library.write_bytes(content)
    with suppress(LibraryDamaged):
        read_all(own_library)


@pytest.mark.parametrize("cells", ["", "[[", '[["a",{"txet":"b"}]]', "[7]"])
def test_spans_that_cannot_be_read_are_damage(own_library: Path, cells: str) -> None:
    own_library.with_name("asem.db.sha256").unlink()
    with closing(sqlite3.connect(own_library)) as connection:
        connection.execute("UPDATE blocks SET cells = ?", (cells,))
        connection.commit()
    with closing(Library.open(own_library)) as library, pytest.raises(LibraryDamaged):
        library.article(POL)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_library_without_a_digest_ends_in_a_sentence(own_library: Path, share: float) -> None:
    own_library.with_name("asem.db.sha256").unlink()
    whole = own_library.read_bytes()
    own_library.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(LibraryDamaged):
        read_all(own_library)


def test_a_library_that_is_refused_is_let_go(own_library: Path) -> None:
    own_library.with_name("asem.db.sha256").unlink()
    own_library.write_bytes(own_library.read_bytes()[:100_000])
    with pytest.raises(LibraryDamaged) as caught:
        Library.open(own_library)
    assert caught.value
    assert not is_left_open(own_library)


@pytest.mark.parametrize(
    ("offset", "number", "error"),
    [
        (60, schema.VERSION + 1, LibraryNewer),
        (60, 2**31 - 1, LibraryNewer),
        (60, schema.VERSION - 1, LibraryOlder),
        (60, 0, LibraryOlder),
        (68, 0, LibraryForeign),
    ],
)
def test_shape_and_owner_are_read_from_the_header(
    own_library: Path, offset: int, number: int, error: type[ReaderError]
) -> None:
    content = bytearray(own_library.read_bytes())
    struct.pack_into(">I", content, offset, number)
    own_library.write_bytes(content)
    sign(own_library)
    with pytest.raises(error):
        Library.open(own_library)


@pytest.mark.parametrize(
    "name", ["a#b", "a?b=c", "100%25 %41", "with blanks  ", "Ω 中文 é", "a&b;'c\"", "😀"]
)
def test_any_folder_name_will_do(own_library: Path, name: str) -> None:
    folder = own_library.parent.with_name(name)
    own_library.parent.rename(folder)
    before = sorted(folder.iterdir())
    read_all(folder / "asem.db")
    assert sorted(folder.iterdir()) == before


def test_a_question_mark_does_not_open_another_file(own_library: Path, tmp_path: Path) -> None:
    foreign(tmp_path / "x")
    folder = tmp_path / "x?y"
    own_library.parent.rename(folder)
    read_all(folder / "asem.db")


def test_a_relative_path_will_do(own_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own_library.parent)
    read_all(Path("asem.db"))


def test_nothing_is_written_beside_the_library(own_library: Path) -> None:
    def listing() -> list[tuple[str, int, int]]:
        entries = own_library.parent.iterdir()
        return sorted((entry.name, entry.stat().st_mtime_ns, entry.stat().st_size) for entry in entries)

    before = listing()
    with closing(Library.open(own_library)) as library:
        library.article(POL)
        library.problems()
        assert listing() == before
    assert listing() == before


def test_the_library_cannot_be_written(own_library: Path) -> None:
    with closing(Library.open(own_library)) as library, pytest.raises(sqlite3.OperationalError):
        library.connection.execute("UPDATE topics SET title = 'mine'")


READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from asem_reader.store.library import Library
folder = Path(sys.argv[1])
Library.open(folder / "asem.db").close()  # what Python itself must load is loaded while one still may
os.setgroups([]); os.setgid(65534); os.setuid(65534)
assert not os.access(folder, os.W_OK)
library = Library.open(folder / "asem.db")
print(len(library.topics()))
library.close()
"""


def test_a_read_only_folder_will_do(own_library: Path, library: Library) -> None:
    """Permission bits do not bind root, so another user reads, from a place that other users may enter."""
    let_others_enter(own_library.parent)
    for file in own_library.parent.iterdir():
        file.chmod(0o444)
    own_library.parent.chmod(0o555)
    try:
        script = READ_AS_NOBODY if os.getuid() == 0 else READ_AS_NOBODY.replace("os.setgroups", "# ")
        ran = child("-c", script, str(own_library.parent))
    finally:
        own_library.parent.chmod(0o755)
    assert ran.stdout.decode().strip() == str(len(library.topics())), ran.stderr.decode()


def test_a_read_that_takes_too_long_is_stopped(library: Library) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(sqlite3.OperationalError), bounded(library.connection, 0.02):
        library.connection.execute(endless).fetchone()
    assert library.topics()
