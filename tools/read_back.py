"""How much of an Arabic page tesseract reads back from screenshots of real terminals.

    python tools/read_back.py [--rig ../shared/rig/rig.py] [--bidi ENCODER] [TERMINAL...]

Prints a line a terminal: its name and the share of the Arabic letters, marks left out, that were read in their order.
What is missing (the rig, a terminal, tesseract with Arabic, ImageMagick) is named, and that terminal skipped.
"""

import argparse
import difflib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = ROOT / "reader" / "sample" / "ar.txt"
TERMINALS = ("xterm", "gnome-terminal", "kitty", "konsole")
WINDOW = ["--cols", "100", "--rows", "50", "--size", "14", "--wait", "5"]
# Light on dark, small and in a window's frame is not what tesseract was taught.
PREPARED = "-shave 4x4 -colorspace Gray -negate -normalize -resize 180% -bordercolor white -border 20".split()


def letters(text: str) -> str:
    """The Arabic letters of a text, without marks and tatweel."""
    return re.sub("[^\u0620-\u063f\u0641-\u064a]", "", unicodedata.normalize("NFKC", text))


def missing(rig: Path) -> str | None:
    """What of the tools that all terminals need is not here."""
    for program in ("tesseract", "convert", "Xvfb", "xdotool"):
        if shutil.which(program) is None:
            return program
    languages = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False).stdout.split()
    if b"ara" not in languages:
        return "tesseract-ocr-ara"
    return None if rig.is_file() else str(rig)


def share(terminal: str, rig: Path, folder: Path, bidi: str) -> float:
    """The share of the page's letters that is read back from a screenshot of that terminal."""
    shot, page = folder / f"{terminal}.png", folder / f"{terminal}-page.png"
    reader = [sys.executable, "-m", "reader", "--db", str(folder / f"{terminal}.db"), "open", str(TEXT), "--bidi", bidi]
    window = [*WINDOW, "--term", terminal, "--env", f"PYTHONPATH={ROOT}", "--out", str(shot)]
    subprocess.run([sys.executable, str(rig), *window, "--", *reader], check=True, capture_output=True)
    subprocess.run(["convert", str(shot), *PREPARED, str(page)], check=True)
    command = ["tesseract", str(page), "stdout", "-l", "ara", "--psm", "6"]
    read = letters(subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8"))
    wanted = letters(TEXT.read_text(encoding="utf-8"))
    blocks = difflib.SequenceMatcher(None, wanted, read, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(wanted)


def main() -> int:
    """Measure each terminal asked for; 1 when one of them reads below 95 %."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rig", type=Path, default=ROOT.parent / "shared" / "rig" / "rig.py")
    parser.add_argument("--keep", type=Path, help="a folder for the screenshots")
    parser.add_argument("--bidi", default="auto", help="another encoder than the one found, to see it read wrong")
    parser.add_argument("terminals", nargs="*", metavar="TERMINAL")
    asked = parser.parse_args()
    absent = missing(asked.rig)
    if absent:
        print(f"skipped: {absent} is missing")
        return 0
    is_good = True
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.keep or Path(temporary)
        for terminal in asked.terminals or TERMINALS:
            if shutil.which(terminal) is None:
                print(f"{terminal}\tskipped: it is not installed")
                continue
            found = share(terminal, asked.rig, folder, asked.bidi)
            is_good &= found >= 0.95
            print(f"{terminal}\t{found:.1%}", flush=True)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
