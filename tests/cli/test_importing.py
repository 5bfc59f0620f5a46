"""`reader import` prints one document id a line and takes each file whole or not at all."""

import hashlib
import json

TEXT = "Le tram revient.\n"


def listed(run, what="documents"):
    """What `list --json` says."""
    return json.loads(run("list", what, "--json").out)


def test_the_id_is_the_checksum_of_the_text(run, folder):
    """A script can know the id beforehand."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    outcome = run("import", "a.txt")
    assert (outcome.code, outcome.out) == (0, hashlib.sha256(TEXT.encode()).hexdigest() + "\n")


def test_a_known_text_prints_its_id_again(run, folder):
    """Importing twice is no error and makes no second document."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("import", "a.txt") == run("import", "a.txt")
    assert len(listed(run)) == 1


def test_standard_input(run):
    """`-` is standard input."""
    outcome = run(
        "import", "-", "--title", "Titre", "--outlet", "Le Phare", "--date", "2026-03-02", stdin=TEXT.encode()
    )
    assert outcome.code == 0
    (document,) = listed(run)
    assert [document[key] for key in ("title", "outlet", "date")] == ["Titre", "Le Phare", "2026-03-02"]


def test_one_bad_file_does_not_stop_the_others(run, folder):
    """The bad one is named, the good ones are there, the exit code tells."""
    (folder / "a.txt").write_text("Un texte.\n", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\xff")
    (folder / "c.txt").write_text("Un autre texte.\n", encoding="utf-8")
    outcome = run("import", "a.txt", "b.txt", "missing.txt", "c.txt")
    assert outcome.code == 65
    assert len(outcome.lines) == 2
    assert [line.split(":")[1].strip() for line in outcome.err.splitlines()] == ["b.txt", "missing.txt"]
    assert len(listed(run)) == 2


def test_a_file_in_two_languages_becomes_two_documents(run, folder):
    """--split gives one document for each language, its paragraphs in order."""
    (folder / "a.txt").write_text(
        "The tram is back in the town.\nعاد الترام إلى المدينة.\nIt was late.\n", encoding="utf-8"
    )
    outcome = run("import", "a.txt", "--split")
    assert (outcome.code, len(outcome.lines)) == (0, 2)
    assert {(document["language"], document["direction"]) for document in listed(run)} == {("en", "ltr"), ("ar", "rtl")}


def test_another_encoding_when_it_is_named(run, folder):
    """--encoding reads what is not UTF-8."""
    (folder / "a.txt").write_bytes("عاد الترام".encode("windows-1256"))
    assert run("import", "a.txt", "--encoding", "windows-1256").code == 0
    assert listed(run)[0]["title"] == "عاد الترام"


def test_an_unknown_encoding_is_a_usage_error(run, folder):
    """A codec that does not exist is a mistake in the call."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    outcome = run("import", "a.txt", "--encoding", "ebcdic-\x1b")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "\x1b" not in outcome.err


def test_documents_of_a_story(run, french, arabic):
    """--story gathers documents under a name, in the order in which they came."""
    assert run("import", "fr.txt", "ar.txt", "--story", "Tramway").code == 0
    (story,) = listed(run, "stories")
    assert (story["name"], story["documents"]) == ("Tramway", [french, arabic])
