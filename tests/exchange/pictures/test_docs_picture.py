"""The README's picture is what the program draws."""

import shutil
from pathlib import Path

from reader.cli import main

ROOT = Path(__file__).parents[3]


def test_the_picture_is_what_show_draws_of_the_sample(tmp_path: Path):
    """`docs/reading.svg` is the sample story by `reader show --format svg`, to the byte."""
    shutil.copy(ROOT / "annotations.db", tmp_path / "sample.db")
    call = ["--db", str(tmp_path / "sample.db"), "show", "Tramway of Marsa Nisrin", "--format", "svg"]
    assert main([*call, "-o", str(tmp_path / "drawn.svg")]) == 0
    drawn = (tmp_path / "drawn.svg").read_bytes()
    assert drawn == (ROOT / "docs" / "reading.svg").read_bytes(), "run python tools/picture.py"


def test_the_readme_shows_the_picture():
    """It is in the repository, not on the net."""
    assert "](docs/reading.svg)" in (ROOT / "README.md").read_text(encoding="utf-8")
