"""The tables: the text that is compared at opening is what the migrations make."""

import sqlite3

import pytest

from reader.store import migrations, schema


def migrated() -> sqlite3.Connection:
    """A fresh database taken through all migrations."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    migrations.migrate(connection, "2026-11-21T09:30:00.000Z")
    connection.execute("COMMIT")
    return connection


def test_the_kept_text_is_what_the_migrations_make() -> None:
    """The statements in the package are those of a migrated database, word for word."""
    rows = migrated().execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    assert sorted(row[0] for row in rows) == sorted(schema.statements())


def test_migrating_stays_in_the_transaction() -> None:
    """What is rolled back after migrating has never been."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    migrations.migrate(connection, "")
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT * FROM sqlite_master").fetchall() == []
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)


def test_every_shipped_migration_is_noted_with_the_given_time() -> None:
    """Two databases made at the same time hold the same note of their making."""
    rows = migrated().execute("SELECT name, applied_at FROM _sqlite_migrations").fetchall()
    assert rows == [("m001_log_and_projection", "2026-11-21T09:30:00.000Z")]


@pytest.mark.parametrize("statement", ["UPDATE changes SET annotator = 'x'", "DELETE FROM changes"])
def test_the_log_is_append_only(statement: str) -> None:
    """SQLite itself refuses to alter or delete a change."""
    connection = migrated()
    values = "1, hex(zeroblob(18)), 1, 'a', 'story', 'r', 'delete', NULL, NULL, 'g', 's', 'edit', hex(zeroblob(32))"
    connection.execute(f"INSERT INTO changes VALUES ({values})")  # noqa: S608 - the test's own words
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
