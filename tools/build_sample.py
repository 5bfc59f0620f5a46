"""Write `annotations.db` in the project's root anew from the files of `reader/sample`.

Usage: python tools/build_sample.py [FILE]
"""

import sys
from pathlib import Path

from reader.workspace.sample import build


def main() -> None:
    """Build beside the old file, then take its place."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent / "annotations.db")
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    build(fresh)
    fresh.chmod(0o644)
    fresh.replace(target)
    print(f"{target}: built")


if __name__ == "__main__":
    main()
