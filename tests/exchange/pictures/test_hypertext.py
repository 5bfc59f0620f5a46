"""The HTML of a reading, parsed back: its paragraphs are the text, its marks are the quotes."""

from collections import defaultdict
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exchange.pictures.hypertext import hypertext
from reader.exchange.pictures.palette import Theme
from reader.model import Direction

HARMLESS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "main", "article", "div", "p", "mark",
            "footer", "span"}  # fmt: skip
ARABIC = "قال الوزير (Ligne 2): «سيعمل».\n\nLe maire a dit « oui ».\nعاد الترام"


class Parsed(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: list[str] = []
        self.marks: dict[tuple[str, str], str] = defaultdict(str)
        self._open: list[tuple[str, tuple[str, str] | None]] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        given_here = dict(attrs)
        self.tags.append(tag)
        self.attributes.append((tag, given_here))
        if tag == "p":
            self.paragraphs.append("")
        key = (str(given_here["data-annotation"]), str(given_here["data-fragment"])) if tag == "mark" else None
        if tag != "meta":
            self._open.append((tag, key))

    def handle_endtag(self, tag: str) -> None:
        """The innermost element ends, and no other."""
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Text belongs to its paragraph and to every mark around it."""
        if any(tag == "p" for tag, _ in self._open):
            self.paragraphs[-1] += data
            for key in {key for _, key in self._open if key}:
                self.marks[key] += data


def _page(spread, theme: Theme = Theme.AUTO) -> str:
    return "".join(hypertext(spread, theme))


def _without_line_ends(text: str) -> str:
    return text.replace("\n", "")


@given(
    st.text("ab\nاب<&\t «", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 12)), max_size=8),
)
def test_paragraphs_are_the_text_and_marks_their_quotes(spread, annotation, text: str, spans: list[tuple[int, int]]):
    """However marks overlap, nest or cross, their pieces joined are the quote; line ends lie between paragraphs."""
    inside = [(start, min(start + length, len(text))) for start, length in spans if start < len(text)]
    marks = [annotation(text, "claim", span, number=number) for number, span in enumerate(inside)]
    parsed = Parsed(_page(spread(text, marks)))
    assert "\n".join(parsed.paragraphs) == text.removesuffix("\n")
    quotes = {(mark.id, "1/1"): _without_line_ends(mark.fragments[0].quote) for mark in marks}
    assert dict(parsed.marks) == {key: quote for key, quote in quotes.items() if quote}


def test_fragments_of_an_annotation_share_its_id(spread, annotation):
    """An annotation in two places is two marks with one id, each with its own quote."""
    mark = annotation(ARABIC, "claim", (0, 3), (4, 10), note="deux")
    parsed = Parsed(_page(spread(ARABIC, [mark], direction=Direction.RTL)))
    assert dict(parsed.marks) == {("id-0000", "1/2"): ARABIC[0:3], ("id-0000", "2/2"): ARABIC[4:10]}


def test_each_paragraph_says_its_language_and_direction(spread):
    """A French line in an Arabic text is French from left to right, one without letters is as the document."""
    parsed = Parsed(_page(spread(ARABIC, direction=Direction.RTL)))
    spoken = [(found["lang"], found["dir"]) for tag, found in parsed.attributes if tag == "p"]
    assert spoken == [("ar", "rtl"), ("ar", "rtl"), ("fr", "ltr"), ("ar", "rtl")]


def test_a_mark_says_its_direction_without_moving_letters(spread, annotation):
    """`dir` of a Latin quote in an Arabic line is ltr; the style keeps the browser from setting it apart."""
    start = ARABIC.index("Ligne")
    page = _page(spread(ARABIC, [annotation(ARABIC, "entity", (start, start + 7))], direction=Direction.RTL))
    (mark,) = [found for tag, found in Parsed(page).attributes if tag == "mark"]
    assert mark["dir"] == "ltr"
    assert "mark{color:inherit;unicode-bidi:normal}" in page


def test_a_mark_tells_what_is_known_of_it(spread, annotation):
    """Label, status, place, annotator and attributes are data, the note is in the title."""
    mark = annotation("Un deux", "claim", (3, 7), note="Vu.\nRevu.", attributes={"kind": "denial"})
    (found,) = [found for tag, found in Parsed(_page(spread("Un deux", [mark]))).attributes if tag == "mark"]
    facts = {name: found[f"data-{name}"] for name in ("label", "status", "start", "end", "annotator", "attributes")}
    assert facts == {"label": "claim", "status": "proposed", "start": "3", "end": "7", "annotator": "amal",
                     "attributes": '{"kind": "denial"}'}  # fmt: skip
    assert found["title"] == "claim · proposed · amal\nVu.\nRevu."


@pytest.mark.parametrize(
    "evil",
    ["<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "</style></p></mark>", "\x1b[2J\0\x9b\x7f",
     "\u202e\u2066\ufffe", "&lt;b&gt; &amp;"],
)  # fmt: skip
def test_hostile_words_stay_words(spread, annotation, evil: str):
    """Texts, titles, notes, labels, names and attributes make no element and no control."""
    text = f"Avant {evil} après\n"
    marks = [annotation(text, evil, (0, 9), note=evil, annotator=evil, attributes={evil: evil})]
    page = _page(spread(text, marks, name=evil, title=evil, outlet=evil))
    parsed = Parsed(page)
    assert set(parsed.tags) <= HARMLESS
    names = {name for _, found in parsed.attributes for name in found}
    assert not {name for name in names if name.startswith("on") or name in {"src", "href"}}
    assert not {*map(chr, range(32)), "\x7f", "\x9b", "\u202e", "\u2066", "\ufffe"} - {"\n"} & set(page)
    if evil.isprintable():
        assert parsed.paragraphs == [text.rstrip("\n")]


def test_the_page_stands_alone(spread):
    """Nothing is fetched or run, and the page forbids both."""
    page = _page(spread("Un."))
    assert not [word for word in ("://", "url(", "@import", "<script", "<link") if word in page]
    policy = [found["content"] for tag, found in Parsed(page).attributes if "http-equiv" in found]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_light_and_dark(spread):
    """The browser's preference counts, unless a theme was asked for."""
    assert "prefers-color-scheme:dark" in _page(spread("Un."))
    assert "color-scheme:dark" in _page(spread("Un."), Theme.DARK)
    assert "color-scheme:dark" not in _page(spread("Un."), Theme.LIGHT)
