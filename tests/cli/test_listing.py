"""`reader list` says what is in the database, for eyes and for programs."""

import json

import pytest

DOCUMENT_KEYS = "id title outlet date language direction length paragraphs annotations stories".split()


@pytest.mark.parametrize("what", ["documents", "annotations", "stories"])
def test_an_empty_list(run, french, what):
    """Nothing found is an empty array and no error."""
    if what == "documents":
        run("remove", french)
    outcome = run("list", what, "--json")
    assert (outcome.code, json.loads(outcome.out), outcome.err) == (0, [], "")


def test_documents_for_programs(run, french):
    """Each document comes with every key, its length in code points."""
    run("annotate", french, "3", "7", "entity")
    run("edit", french, "--story", "Tramway")
    (document,) = json.loads(run("list", "documents", "--json").out)
    assert list(document) == DOCUMENT_KEYS
    assert document == {
        "id": french,
        "title": "Le tram revient à Port-Clair.",
        "outlet": None,
        "date": None,
        "language": "fr",
        "direction": "ltr",
        "length": 57,
        "paragraphs": 2,
        "annotations": 1,
        "stories": ["Tramway"],
    }


def test_stories_for_programs(run, french, arabic):
    """A story names its documents in order."""
    for document in (arabic, french):
        run("edit", document, "--story", "Tramway")
    (story,) = json.loads(run("list", "stories", "--json").out)
    assert list(story) == ["id", "name", "documents"]
    assert story["documents"] == [arabic, french]


def test_annotations_for_programs_are_the_exported_records(run, french):
    """The array holds what export writes line by line."""
    run("annotate", french, "3", "7", "entity")
    run("annotate", french, "0", "16", "claim")
    exported = [json.loads(line) for line in run("export").lines]
    assert json.loads(run("list", "annotations", "--json").out) == exported


def test_only_annotations_that_match(run, french):
    """--where narrows the list."""
    run("annotate", french, "3", "7", "entity")
    run("annotate", french, "0", "16", "claim")
    (line,) = run("list", "annotations", "--where", "label=claim").lines
    assert line.split("\t")[1:] == ["claim", "proposed", french[:12], "0", "16", "Le tram revient "]


@pytest.mark.parametrize("what", ["documents", "stories"])
def test_what_holds_a_match(run, french, arabic, what):
    """--where on documents and stories keeps those that hold a matching annotation."""
    run("edit", french, "--story", "Tramway")
    run("edit", arabic, "--story", "الترام")
    run("annotate", french, "0", "16", "claim")
    (found,) = json.loads(run("list", what, "--where", "label=claim", "--json").out)
    assert found.get("title", found.get("name")) in {"Le tram revient à Port-Clair.", "Tramway"}


def test_a_hostile_title_is_harmless_in_both_forms(run):
    """No control character of a title reaches the terminal raw, and JSON still says which they were."""
    title = "a\x1b]0;x\x07\x9b31m\u2028\u202eb"
    run("import", "-", "--title", title, stdin=b"Un texte.\n")
    assert run("list", "documents").out.rstrip("\n").replace("\t", "").isprintable()
    as_json = run("list", "documents", "--json").out
    assert not {"\x1b", "\x07", "\x9b", "\u2028"} & set(as_json)
    assert json.loads(as_json)[0]["title"] == title


def test_documents_of_a_language(run, french, arabic):
    """A condition on documents alone does not ask for annotations."""
    (found,) = json.loads(run("list", "documents", "--where", "language=ar", "--json").out)
    assert found["id"] == arabic
