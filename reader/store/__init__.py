"""SQLite: the log of changes, what is projected from it, and the texts; nobody else knows SQL."""

from sqlite3 import Connection

from reader.store.database import Database

__all__ = ["Connection", "Database"]
