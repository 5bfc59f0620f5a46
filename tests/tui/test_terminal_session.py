"""A working session with keys alone, in a terminal of ours and in tmux, and what is exported after it."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import uuid

import pytest

PATIENCE = 15.0


class Tmux:
    """The program in a tmux of the test's own."""

    def __init__(self, command, folder, environment, size):
        self._call = ["tmux", "-f", os.devnull, "-L", f"reader-{uuid.uuid4().hex[:8]}"]
        self._environment = environment
        width, height = map(str, size)
        line = f"{shlex.join(command)}; echo code $?; sleep 60"
        self._tmux("new-session", "-d", "-x", width, "-y", height, "-c", str(folder), line)

    def press(self, *keys):
        """Type the keys."""
        self._tmux("send-keys", "-l", "".join(keys))

    def see(self, pattern):
        """Wait until the screen shows something like this."""
        deadline = time.monotonic() + PATIENCE
        while (found := re.search(pattern, screen := self.screen)) is None:
            assert time.monotonic() < deadline, f"{pattern!r} did not come to this screen:\n{screen}"
            time.sleep(0.02)
        return found.group()

    @property
    def screen(self):
        """The rows of the screen."""
        return self._tmux("capture-pane", "-p").stdout

    def end(self):
        """The exit code, once the program has ended."""
        return int(self.see(r"code \d+").split()[1])

    def close(self):
        """End tmux with all that runs in it."""
        self._tmux("kill-server")

    def _tmux(self, *arguments):
        environment = self._environment
        return subprocess.run([*self._call, *arguments], env=environment, capture_output=True, text=True, check=True)


@pytest.fixture(params=["pty", "tmux"])
def begin(request, start, environment, tmp_path):
    """Start `reader` in a terminal of the kind."""
    if request.param == "pty":
        yield start
        return
    if shutil.which("tmux") is None:
        missing = "tmux is not installed (Debian: apt install tmux)"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    started = []

    def in_tmux(*arguments, size):
        command = [sys.executable, "-m", "reader", *arguments]
        started.append(Tmux(command, tmp_path, environment, size))
        return started[-1]

    yield in_tmux
    for session in started:
        session.close()


@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_two_texts_are_marked_by_keys_alone(begin, size, texts, exported):
    """A word, a sentence and a quotation are tagged, one step is undone and redone, and the export is exactly that."""
    session = begin("open", "fr.txt", "ar.txt", size=size)
    session.see("help")
    session.press("}")
    session.press("5w")
    session.see("Élodie")
    session.press("e")
    session.see("Saved as entity")
    session.press("\t")
    session.press("}")
    session.press("w")
    session.press(" ")
    session.press(" ")
    session.see("selection")
    session.press("c")
    session.see("Saved as claim")
    session.press(")")
    session.press("3w")
    session.press(" ")
    session.press(" ")
    session.press(" ")
    session.press("s")
    session.see("Saved as source")
    session.press("u")
    session.see("Undone")
    assert [record["label"] for record in exported()] == ["claim", "entity"]
    session.press("\x12")
    session.see("Redone")
    session.press("q")
    assert session.end() == 0
    assert sorted(found(exported(), texts)) == [
        ("ar", "claim", "🚋 أعلنت البلدية عودة الخطّ 2 صباح الاثنين."),
        ("ar", "source", "«عاد البحر إلى المدينة»"),
        ("fr", "entity", "Élodie"),
    ]


def found(records, texts):
    """Language, label and quote of each record, after its offsets were followed into the text it came from."""
    for record in records:
        text = texts[f"{record['language']}.txt"]
        utf16 = text.encode("utf-16-le")
        for piece in (record, *record["fragments"]):
            assert text[piece["start"] : piece["end"]] == piece["quote"]
            assert utf16[2 * piece["start_utf16"] : 2 * piece["end_utf16"]].decode("utf-16-le") == piece["quote"]
        yield record["language"], record["label"], record["quote"]


def test_offsets_behind_an_emoji_differ_in_utf_16(start, texts, exported):
    """What stands behind characters of two UTF-16 units has larger offsets there."""
    session = start("open", "fr.txt")
    session.see("help")
    session.press("}")
    session.press("5w")
    session.press("e")
    session.see("Saved as entity")
    session.press("q")
    assert session.end() == 0
    (record,) = exported()
    assert (record["start_utf16"] - record["start"], record["end_utf16"] - record["end"]) == (2, 2)
