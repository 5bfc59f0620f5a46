"""The README's keys table says what the program does."""

from pathlib import Path

from reader.tui.commands.table import keys_table


def test_the_keys_table_is_the_list_of_commands() -> None:
    """The README shows every command with its keys, as they are declared."""
    readme = Path(__file__).parents[2] / "README.md"
    assert keys_table() in readme.read_text(encoding="utf-8"), "run python tools/keys_table.py"
