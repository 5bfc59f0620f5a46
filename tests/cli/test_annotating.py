"""`reader annotate` tags a span and prints its id once it is saved."""

import json

import pytest


def exported(run):
    """The records of `reader export`."""
    return [json.loads(line) for line in run("export").out.split("\n")[:-1]]


def asked(*requests):
    """Requests as lines of JSON."""
    return "".join(json.dumps(request) + "\n" for request in requests).encode()


def test_a_span_of_the_call(run, french):
    """The id that is printed is the id that is exported, with all that was said."""
    outcome = run("annotate", french, "3", "7", "entity", "--note", "ligne A", "--status", "accepted")
    (record,) = exported(run)
    assert outcome.out == record["id"] + "\n"
    facts = [record[key] for key in ("quote", "label", "note", "status", "annotator", "origin")]
    assert facts == ["tram", "entity", "ligne A", "accepted", "tester", "manual"]


def test_the_annotator_of_the_call(run, french):
    """--annotator says who tagged it."""
    run("annotate", french, "3", "7", "entity", "--annotator", "amira")
    assert exported(run)[0]["annotator"] == "amira"


def test_the_same_again_writes_nothing(run, folder, french):
    """Same span, label and annotator: the known id, a sentence, and no second record."""
    first = run("annotate", french, "3", "7", "entity")
    before = (folder / "annotations.db").read_bytes()
    again = run("annotate", french, "3", "7", "entity")
    assert (again.code, again.out) == (0, first.out)
    assert again.err.count("\n") == 1
    assert (folder / "annotations.db").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["0", "0", "claim"],
        ["7", "3", "claim"],
        ["0", "100000", "claim"],
        ["0", "2", "cl\x1baim"],
        ["0", "2", "claim", "--status", "good\x1b"],
        ["52", "54", "claim"],
    ],
    ids=["empty", "backwards", "beyond the end", "label", "status", "inside a cluster"],
)
def test_a_span_that_cannot_be(run, folder, french, words):
    """Bad offsets, labels and states are refused (65) in one line; the database keeps every byte."""
    before = (folder / "annotations.db").read_bytes()
    outcome = run("annotate", french, *words)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (65, "", 1)
    assert "\x1b" not in outcome.err
    assert (folder / "annotations.db").read_bytes() == before


def test_an_ambiguous_document_lists_the_candidates(run, folder):
    """A title that two documents share is answered with both ids."""
    ids = [run("import", "-", "--title", "Tram", stdin=text).lines[0] for text in (b"Un.\n", b"Deux.\n")]
    outcome = run("annotate", "Tram", "0", "2", "claim")
    assert outcome.code == 65
    assert all(known[:8] in outcome.err for known in ids)


def test_lines_of_standard_input(run, french, arabic):
    """Each line gives an id, in order, also with all that may be said."""
    requests = [
        {"document": french, "start": 3, "end": 7, "label": "entity", "note": "n", "attributes": {"type": "place"}},
        {"document": arabic[:12], "start": 0, "end": 3, "label": "claim", "annotator": "amira", "status": "discuss"},
    ]
    outcome = run("annotate", "-", stdin=asked(*requests))
    assert (outcome.code, outcome.err) == (0, "")
    by_id = {record["id"]: record for record in exported(run)}
    first, second = (by_id[line] for line in outcome.lines)
    assert (first["quote"], first["note"], first["attributes"]) == ("tram", "n", {"type": "place"})
    assert (second["quote"], second["annotator"], second["status"]) == ("عاد", "amira", "discuss")


def test_snap_widens_to_whole_clusters(run, french):
    """With snap a span inside an emoji takes the whole of it; offsets are also told in UTF-16."""
    run("annotate", "-", stdin=asked({"document": french, "start": 53, "end": 54, "label": "entity", "snap": True}))
    (record,) = exported(run)
    assert record["quote"] == "👩‍🚒"
    assert record["end_utf16"] - record["start_utf16"] == 5


GOOD = b'{"document":"ID","start":3,"end":7,"label":"entity"}'


@pytest.mark.parametrize(
    "line",
    [
        b"nonsense",
        b"[]",
        b"{}",
        b'{"document":"ID","start":true,"end":7,"label":"entity"}',
        b'{"document":"ID","start":3.0,"end":7,"label":"entity"}',
        b'{"document":"ID","start":"3","end":7,"label":"entity"}',
        b'{"document":"ID","start":-3,"end":7,"label":"entity"}',
        b'{"document":"ID","start":3,"end":1e999,"label":"entity"}',
        b'{"document":"ID","start":3,"end":NaN,"label":"entity"}',
        b'{"document":"ID","start":3,"end":9223372036854775808,"label":"entity"}',
        b'{"document":"ID","start":3,"end":' + b"9" * 5000 + b',"label":"entity"}',
        b'{"document":"ID","start":3,"start":0,"end":7,"label":"entity"}',
        b'{"document":"ID","start":3,"end":7,"label":"thing"}',
        b'{"document":"ID","start":3,"end":7,"label":"entity","note":"\\ud800"}',
        b'{"document":"ID","start":3,"end":7,"label":"entity","status":"good"}',
        b'{"document":"ID","start":3,"end":7,"label":"entity","colour":"red"}',
        b'{"document":"ID","start":3,"end":7,"label":"entity","attributes":[]}',
        b'{"document":"ID","start":3,"end":7,"label":"entity","annotator":""}',
        b'{"document":"nosuch","start":3,"end":7,"label":"entity"}',
        b'{"document":"ID","start":3,"end":7,"label":"\\u001b[31m"}',
        b'{"a":' * 100_000,
        b"\xff\xfe",
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(run, french, line):
    """One line on stderr tells number and reason, the lines around it are saved, 65 at the end."""
    other = GOOD.replace(b"entity", b"claim")
    outcome = run("annotate", "-", stdin=b"\n".join([GOOD, line, other]).replace(b"ID", french.encode()))
    assert (outcome.code, len(outcome.lines)) == (65, 2)
    assert outcome.err.startswith("reader: line 2: ")
    assert outcome.err.count("\n") == 1
    assert outcome.err.rstrip("\n").isprintable()
    assert len(exported(run)) == 2


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\n\n \n"])
def test_how_the_lines_end(run, french, end):
    """A last line without its end, Windows line ends and blank lines are no mistakes."""
    outcome = run("annotate", "-", stdin=GOOD.replace(b"ID", french.encode()) + end)
    assert (outcome.code, len(outcome.lines), outcome.err) == (0, 1, "")


def test_an_id_is_printed_before_the_next_line_is_read(spawn, french):
    """A program may wait for each answer before it asks again."""
    process = spawn("annotate", "-")
    ids = []
    for label in (b"entity", b"claim", b"source"):
        process.stdin.write(GOOD.replace(b"ID", french.encode()).replace(b"entity", label) + b"\n")
        process.stdin.flush()
        ids.append(process.stdout.readline())
    out, err = process.communicate()
    assert len(set(ids)) == 3
    assert (process.returncode, out, err) == (0, b"", b"")
