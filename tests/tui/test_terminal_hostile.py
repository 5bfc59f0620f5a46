"""Nothing that a text, name, note or label holds reaches the terminal as a command."""

import json
import re

import pytest

SEQUENCE = re.compile(
    r"\x1b\[(?P<prefix>[?<=>]?)(?P<numbers>[0-9:;]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<command>\d*)(?:;[^\x07\x1b]*)?(?:\x07|\x1b\\)"
    r"|\x1b(?P<other>.)",
    re.DOTALL,
)
# Controls, bidi controls, what joins or has no width: no terminal agrees on them, so none may be sent.
DANGEROUS = re.compile(
    "[\x00-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
HARMLESS = "Le tram revient [1] à Port-Clair"
HOSTILE = (
    "a\x1b[31mb \x1b]52;c;Ym9uam91cg==\x07c \x1b]0;TITLE\x1b\\d \x1bc \x1b[8h\x1b[?1049l\x9b31m\x9d0;x\x9c"
    " \x07\x08\x0b\x0c\x0e\x7f\x85\u2028\u202e\u2066\u200f\u200d[/markup] [@click=app.quit]q[/] [/] :smile: [bold red]"
)


def kinds(output):
    """The kinds of terminal sequences and dangerous characters in the output: colours and places left out."""
    text = output.decode("utf-8", errors="strict")
    found = set()
    for match in SEQUENCE.finditer(text):
        if match["final"] and match["final"] in "hl":
            found.add(f"CSI {match['prefix']}{match['numbers']}{match['final']}")
        elif match["final"]:
            found.add(f"CSI {match['prefix']}{match['between']}{match['final']}")
        elif match["other"]:
            found.add(f"ESC {match['other']}")
        else:
            found.add(f"OSC {match['command']}")
    return found | {f"U+{ord(character):04X}" for character in DANGEROUS.findall(SEQUENCE.sub("", text))}


def prepared(run, folder, words):
    """A story of two texts whose every name, text, note and label-like field holds the words."""
    ids = []
    for number, language in enumerate(["fr", "ar"]):
        path = folder / f"{number}.txt"
        opening = "Un mot" if language == "fr" else "كلمة"
        body = f"{opening} {words}\n{words} fin de la phrase.\n".replace("\n\n", "\n")
        path.write_bytes(body.encode("utf-8"))
        names = ["--title", f"{number} {words}", "--outlet", words, "--story", f"S {words}"]
        ids += run("import", str(path), *names).split()
    for document in ids:
        request = {"document": document, "start": 0, "end": 2, "label": "entity", "note": words, "snap": True}
        run("annotate", "-", stdin=json.dumps(request) + "\n")
    return ids


def toured(start, arguments):
    """What is written while all screens are visited, everything on them being shown once."""
    terminal = start(*arguments, size=(120, 36))
    terminal.see("help")
    for keys in ["]", "[", "o", "v", "w", " ", " ", "\x1b", "G", "k", "e", "u", "x", "u", "\t", "}", "c", "u"]:
        terminal.press(keys)
        terminal.settle(0.2 if keys == "\x1b" else 0.05)  # an escape stands alone when nothing follows it soon
    for opened, closed in [("?", "\x1b"), ("\x10", "\x1b"), ("\x10ent", "\x1b"), ("z", "\x1b"), ("E", "\x1b")]:
        terminal.press(opened)
        terminal.settle()
        terminal.press(closed)
        terminal.settle()
    terminal.press("f")
    terminal.settle()
    for keys in ["\x1b[B", " ", "\x1b[B", " ", "\x1b[A", "i", "no such", "\r", "\x1b"]:
        terminal.press(keys)
        terminal.settle(0.2 if keys == "\x1b" else 0.05)
    terminal.press("q")  # back to the texts
    terminal.settle()
    terminal.press("q")
    assert terminal.end() == 0
    return terminal.output


USUAL = set()


@pytest.fixture
def usual(run, start, tmp_path):
    """The kinds of sequences that a harmless session writes, found out once."""
    if USUAL:
        return USUAL
    folder = tmp_path / "harmless"
    folder.mkdir()
    ids = prepared(run, folder, HARMLESS)
    output = toured(start, ["open", *ids])
    (tmp_path / "annotations.db").unlink()
    USUAL.update(kinds(output))
    return USUAL


def test_a_hostile_story(run, start, tmp_path, usual):
    """Texts, titles, outlets, stories, notes full of commands bring nothing to the terminal but signs."""
    ids = prepared(run, tmp_path, HOSTILE)
    assert kinds(toured(start, ["open", *ids])) <= usual


def test_a_hostile_file_name(run, start, tmp_path, usual):
    """The names of files and of the database are shown harmless too."""
    name = HOSTILE.replace("/", "∕")[:90]
    (tmp_path / f"{name}.txt").write_text("Un texte.\n", encoding="utf-8")
    (tmp_path / "ar.txt").write_text("نصّ قصير.\n", encoding="utf-8")
    output = toured(start, ["--db", f"{name}.db", "open", f"{name}.txt", "ar.txt"])
    assert kinds(output) <= usual


def test_every_control_in_a_text(run, start, tmp_path, usual):
    """Each control character there is, NUL among them, stands in a text without being sent."""
    controls = "".join(chr(code) for code in [*range(0x20), *range(0x7F, 0xA0), *range(0x200B, 0x2010)])
    every = controls + "".join(chr(code) for code in [*range(0x2028, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0xE0001])
    for name, word in (("fr.txt", "mot"), ("ar.txt", "كلمة")):
        text = f"{word} début\n" + "".join(f"{word}{character}{word} " for character in every)
        (tmp_path / name).write_bytes(text.encode("utf-8"))
    assert kinds(toured(start, ["open", "fr.txt", "ar.txt"])) <= usual


def test_what_a_command_looks_like_is_found():
    """The judge of these tests knows a command when it sees one."""
    judged = kinds(b"\x1b[31mred\x1b[2;5H\x1b[?25l\x1b]52;c;eA==\x07 \xe2\x80\xae\x00\x1bc")
    assert judged == {"CSI m", "CSI H", "CSI ?25l", "OSC 52", "U+202E", "U+0000", "ESC c"}
