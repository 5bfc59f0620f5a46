"""Formats in and out: knows no SQL and no screen."""
