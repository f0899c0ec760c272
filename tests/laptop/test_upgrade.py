"""An older circle file is copied before its tables are changed; the copy goes with the circle, or at an erasure."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.laptop import daily, founding, leaving
from learningcircles.laptop.home import Home
from learningcircles.storage.connect import FILE_VERSION, Connection, connect
from learningcircles.storage.erase import ERASED
from learningcircles.storage.migrate import WORDS, migrate
from learningcircles.storage.search import index_again

if sys.platform != "win32":
    import resource

BEFORE = "Harbour.circle.before-upgrade"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.default({"LEARNINGCIRCLES_HOME": str(tmp_path)})
    with closing(founding.found(home, "Harbour", "Pilar", "Blue")) as circle:
        Verbs(circle).records.add("member", {"name": "João"})
    return home


def key(home: Home) -> bytes:
    return founding.secrets_of(home, home.find()).file_key


def make_older(home: Home) -> None:
    with closing(connect(home.find().path, key(home))) as connection:
        connection.execute("DELETE FROM migration WHERE name LIKE '0005%' OR name LIKE 'tables%'")
        connection.execute("DROP TABLE draft")


def tables(path: Path, file_key: bytes) -> set[str]:
    with closing(connect(path, file_key)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}


def test_an_older_file_is_copied_before_it_is_changed(home: Home, tmp_path: Path) -> None:
    founding.open_circle(home).close()
    assert not (tmp_path / BEFORE).exists(), "nothing is to be changed"
    make_older(home)
    with closing(founding.open_circle(home)) as circle:
        assert {str(row["name"]) for row in circle.reader.list("member")} == {"Pilar", "João"}
    assert "draft" in tables(home.find().path, key(home))
    assert "draft" not in tables(tmp_path / BEFORE, key(home))
    with closing(connect(tmp_path / BEFORE, key(home))) as copy:
        assert copy.execute("SELECT count(*) FROM e_member").fetchone()[0] == 2
    assert not list(tmp_path.glob("*.part*")) and len(home.circles()) == 1


def test_what_another_program_has_changed_meanwhile_is_not_kept_as_the_older_one(home: Home, tmp_path: Path) -> None:
    make_older(home)
    with closing(connect(home.find().path, key(home))) as one, closing(connect(home.find().path, key(home))) as other:

        def copied() -> Path:
            migrate(other)
            (tmp_path / f"{BEFORE}.part").touch()
            return tmp_path / f"{BEFORE}.part"

        migrate(one, copied)
    assert not list(tmp_path.glob(f"{BEFORE}*"))


def test_a_file_that_cannot_be_copied_is_not_changed(home: Home, tmp_path: Path) -> None:
    make_older(home)
    (tmp_path / f"{BEFORE}.part").mkdir()
    with pytest.raises((Refused, OSError)):
        founding.open_circle(home)
    assert "draft" not in tables(home.find().path, key(home))


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on a file's size there")
def test_of_a_copy_that_does_not_fit_on_the_disk_nothing_stays(home: Home, tmp_path: Path) -> None:
    make_older(home)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (home.find().path.stat().st_size // 2, hard))
    try:
        with pytest.raises(Refused):
            founding.open_circle(home)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not list(tmp_path.glob(f"{BEFORE}*"))
    founding.open_circle(home).close()
    assert (tmp_path / BEFORE).exists()


def test_the_copy_goes_with_who_is_erased_and_with_the_circle(home: Home, tmp_path: Path) -> None:
    make_older(home)
    with closing(founding.open_circle(home)) as circle:
        daily.forget_erased(home, circle)
        assert (tmp_path / BEFORE).exists()
        with circle.transaction():
            circle.meta.put(ERASED, 1)
        daily.forget_erased(home, circle)
        assert not (tmp_path / BEFORE).exists()
    make_older(home)
    founding.open_circle(home).close()
    assert (tmp_path / BEFORE).exists()
    leaving.leave(home, home.find())
    assert not [path.name for path in tmp_path.iterdir() if "Harbour" in path.name]


def test_words_that_are_cut_otherwise_make_another_version_of_the_file() -> None:
    """Whoever changes the rule raises both: an older program must not write into an index that was cut anew."""
    assert {1: "words 1"}[FILE_VERSION] == WORDS.split(":")[0]


def test_words_whose_cutting_was_interrupted_are_cut_when_the_file_is_opened_next(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(connect(home.find().path, key(home))) as connection:
        connection.execute("DELETE FROM search")
        connection.execute("DELETE FROM migration WHERE name LIKE 'words%'")

    def dies(connection: Connection) -> None:
        index_again(connection)
        raise InterruptedError

    with monkeypatch.context() as patch, pytest.raises(InterruptedError):
        patch.setattr("learningcircles.storage.migrate.index_again", dies)
        founding.open_circle(home)
    with closing(connect(home.find().path, key(home))) as connection:
        assert connection.execute("SELECT count(*) FROM search").fetchone()[0] == 0
    with closing(founding.open_circle(home)) as circle:
        assert [hit.title for hit in circle.reader.find("joao")] == ["João"]
    assert (tmp_path / BEFORE).exists()


def test_the_words_of_an_older_file_are_cut_again(home: Home, tmp_path: Path) -> None:
    with closing(founding.open_circle(home)) as circle:
        verbs = Verbs(circle)
        gone, kept = verbs.records.add_many("member", [{"name": "Ann O'Dea"}, {"name": "Mateo O’Brien"}], label="Add")[
            0
        ]
        verbs.records.remove("member", gone)
        connection = circle.connection
        number = connection.execute("SELECT n FROM record WHERE id=?", (kept,)).fetchone()[0]
        with circle.transaction():
            connection.execute("DELETE FROM search WHERE rowid=?", (number,))
            connection.execute("INSERT INTO search (rowid, text) VALUES (?, 'mateo o brien')", (number,))
            connection.execute("DELETE FROM migration WHERE name LIKE 'words%'")
    with closing(founding.open_circle(home)) as circle:
        assert [hit.title for hit in circle.reader.find("obr")] == ["Mateo O’Brien"]
        assert [hit.title for hit in circle.reader.find("joao")] == ["João"]
        assert not circle.reader.find("odea") and not circle.reader.find("ann")
    assert (tmp_path / BEFORE).exists()
