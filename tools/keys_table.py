"""Write the keys table into the README, between its two marks.

Usage: python tools/keys_table.py
"""

from pathlib import Path

from reader.tui.commands.table import keys_table

BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"


def main() -> None:
    """Replace what stands between the marks."""
    readme = Path(__file__).parent.parent / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    readme.write_text(f"{before}{BEGIN}\n{keys_table()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
