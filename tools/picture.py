"""Write `docs/reading.svg`, the README's picture: the sample story as `reader show --format svg` draws it.

Usage: python tools/picture.py
"""

import tempfile
from pathlib import Path

from reader.exchange.pictures.palette import Theme
from reader.exchange.pictures.svg import svg
from reader.workspace import Workspace
from reader.workspace.sample import build
from reader.workspace.spreading import spread_of

WIDTH = 124


def picture() -> str:
    """The sample story, built anew, as a drawing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.db"
        build(path)
        with Workspace.open(path, "sample") as workspace:
            (story,) = workspace.stories.all()
            return "".join(svg(spread_of(workspace, story.id), WIDTH, Theme.AUTO))


def main() -> None:
    """Replace the picture."""
    target = Path(__file__).parent.parent / "docs" / "reading.svg"
    target.parent.mkdir(exist_ok=True)
    target.write_text(picture(), encoding="utf-8")
    print(f"{target}: drawn")


if __name__ == "__main__":
    main()
