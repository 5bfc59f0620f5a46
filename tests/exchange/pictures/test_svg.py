"""The SVG of a reading, parsed back: its cells from left to right are the visual rows."""

from collections import defaultdict
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exchange.pictures import svg as drawing
from reader.exchange.pictures.palette import Theme
from reader.exchange.pictures.sheet import MARGIN, Kind, lines
from reader.exchange.pictures.svg import CELL, EDGE, ROW, svg
from reader.model import Direction
from reader.text.language import direction_of
from reader.text.layout import lay_out, lay_out_paragraph
from reader.text.paragraphs import split

SPACE = "{http://www.w3.org/2000/svg}"
HARMLESS = {SPACE + tag for tag in ("svg", "title", "desc", "style", "rect", "path", "text")}
TEXTS = [
    "Le tram revient à Port-Clair, « enfin ! », dit-on.\nIl roule depuis lundi 👩\u200d🚒.\n",
    "عاد الترام إلى المدينة.\nقال الوزير (Ligne 2): «سيعمل يوم الاثنين 14 آذار 2026».\n",
    "قَالَ الوَزِيرُ إِنَّ المَرْفَأَ مَفْتُوحٌ لأوّل مرّة ٠٨:١٥ \u200fRTMN\u200f «أيّ عيب»\n",
    "ڀڀڀ ڦڦ ڳڳ ںں ښښ سەر ݐݐ\n",
    "日本語 and עברית (שלום) together\t\x1b[31m\u202edeux\n\n a  b   c\n",
]


def _cell(value: str) -> int:
    cell = (float(value) - EDGE) / CELL
    assert abs(cell - round(cell)) < 0.01
    return round(cell)


def _rows(picture: str, width: int) -> list[str]:
    """What stands in the cells of each row of text, left to right."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    root = ET.fromstring(picture)  # noqa: S314 - our own
    for element in root.iter(f"{SPACE}text"):
        if element.get("class") == "text":
            places, said = element.attrib["x"].split(), element.text or ""
            if "textLength" in element.attrib:
                assert float(element.attrib["textLength"]) == pytest.approx(len(said) * CELL, abs=0.01)
            first = _cell(places[0])
            starts = [_cell(place) for place in places] if len(places) > 1 else [first]
            if "textLength" in element.attrib:
                starts = list(range(first, first + len(said)))
            parts = list(said) if len(starts) > 1 else [said]
            row = round((float(element.attrib["y"]) - EDGE) // ROW)
            found[row].update(zip(starts, parts, strict=True))
    return [_joined(found[row], width) for row in range(max(found, default=-1) + 1)]


def _joined(cells: dict[int, str], width: int) -> str:
    return "".join(cells.get(cell, " ") for cell in range(width))


def _picture(spread, width: int = 60, theme: Theme = Theme.LIGHT) -> str:
    return "".join(svg(spread, width, theme))


def _shown(spread, text: str, width: int, direction: Direction) -> tuple[list[str], list[str]]:
    """The rows in the drawing, and those that the layout gives; blanks are not drawn."""
    shown = spread(text, direction=direction)
    rows = [
        row
        for paragraph in split(text)
        for row in lay_out_paragraph(paragraph, width - MARGIN, direction_of(paragraph.text, direction))
    ]
    heading = sum(line.kind is not Kind.TEXT for line in lines(shown.columns[0], width - MARGIN))
    margin = "" if direction is Direction.RTL else " " * MARGIN
    wide = [(margin + "".join(_cells(row))).rstrip(" ") for row in rows]
    drawn = [row.rstrip(" ") for row in _rows(_picture(shown, width), width)[heading:]]
    return drawn, wide[: len(drawn)] + [row for row in wide[len(drawn) :] if row]


def _cells(row) -> list[str]:
    cells = [" "] * len(row.text) * 2
    for placed in row.placed:
        cells[placed.cell] = placed.text
    return cells


@pytest.fixture(autouse=True)
def _legend_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The legend is written like text: leave it out where rows are compared."""
    monkeypatch.setattr(drawing, "_legend", lambda rows, top: iter(()))


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("text", TEXTS)
def test_cells_from_left_to_right_are_the_visual_rows(spread, text: str, direction: Direction):
    """Each cluster has its own place, so order does not hang on how a viewer orders text."""
    drawn, laid_out = _shown(spread, text, 24, direction)
    assert drawn == laid_out


@given(st.text("aé 1«».(ابلآَّ\u200d\u200f日👩\t٣ڳ", max_size=60), st.integers(MARGIN + 2, 40))
def test_any_text_is_drawn_as_it_is_laid_out(spread, text: str, width: int):
    """Mixed directions, marks, ligatures and wide clusters stand where the rows have them."""
    drawn, laid_out = _shown(spread, text, width, Direction.RTL)
    assert drawn == laid_out


def test_right_to_left_letters_never_share_a_place(spread):
    """A viewer that orders text by itself has nothing longer than a cluster to reorder."""
    root = ET.fromstring(_picture(spread(TEXTS[1], direction=Direction.RTL)))  # noqa: S314 - our own
    for element in root.iter(f"{SPACE}text"):
        if any(ord(letter) >= 0x590 for letter in (element.text or "")):
            places = element.attrib["x"].split()
            assert len(places) in {1, len(element.text or "")}
            assert "textLength" not in element.attrib
    assert "unicode-bidi:bidi-override" in "".join(root.itertext())


def test_letters_without_presentation_forms_stand_alone(spread):
    """A viewer joins letters of one element, and would do so in the wrong order."""
    root = ET.fromstring(_picture(spread("\u0750\u0750\u0750 \u0628\u0628", direction=Direction.RTL)))  # noqa: S314 - our own
    written = [one.text for one in root.iter(f"{SPACE}text") if one.get("class") == "text"]
    assert written == ["\ufe90\ufe91", "\u0750", "\u0750", "\u0750"]


def test_a_mark_lies_exactly_under_its_cells(spread, annotation):
    """Ground and line begin and end with the cells of the span, also where directions mix."""
    text = "قال الوزير (Ligne 2) اليوم"
    start, end = text.index("gne"), text.index("اليوم") + 2
    picture = _picture(spread(text, [annotation(text, "claim", (start, end))], direction=Direction.RTL), 40)
    found = [
        (_cell(element.attrib["x"]), round(float(element.attrib["width"]) / CELL))
        for element in ET.fromstring(picture).iter(f"{SPACE}rect")  # noqa: S314 - our own
        if element.get("class") == "claim"
    ]
    (row,) = lay_out(text, 40 - MARGIN, Direction.RTL)
    assert found == [(left, right - left) for left, right in row.cells(start, end)]
    assert len(found) > 1


def test_the_margin_names_the_labels_of_each_row(spread, annotation):
    """A row's letters stand in the order entity, claim, source, whatever lies on it first."""
    text = "Un deux trois.\nQuatre.\n"
    marks = [annotation(text, "source", (0, 2)), annotation(text, "entity", (3, 7), number=1)]
    root = ET.fromstring(_picture(spread(text, marks)))  # noqa: S314 - our own
    letters = [(one.text, one.attrib["y"]) for one in root.iter(f"{SPACE}text") if "letter" in one.attrib["class"]]
    assert [letter for letter, _ in letters] == ["E", "S"]
    assert len({place for _, place in letters}) == 1


@pytest.mark.parametrize(
    "evil", ["<script>alert(1)</script>", "\"'><a href='x'>", "\x1b]52;c;\x07\0", "\u202e\ufffe\u2066"]
)
def test_hostile_words_stay_words(spread, annotation, evil: str):
    """Texts, titles, outlets, names and labels are valid XML without a tag, address or control of their own."""
    text = f"Avant {evil} après\n"
    marks = [annotation(text, evil, (0, 5), note=evil, annotator=evil)]
    picture = _picture(spread(text, marks, name=evil, title=evil, outlet=evil), theme=Theme.AUTO)
    root = ET.fromstring(picture)  # noqa: S314 - our own
    assert {element.tag for element in root.iter()} <= HARMLESS
    assert not {name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name}
    assert not {*map(chr, range(32)), "\x7f", "\u202e", "\u2066", "\ufffe"} - {"\n"} & set(picture)


def test_nothing_is_fetched(spread):
    """No font, style or picture has an address; the one in the file names the format."""
    picture = _picture(spread(TEXTS[0]), theme=Theme.AUTO)
    assert picture.count("://") == 1
    assert not [word for word in ("@import", "url(", "@font-face", "<image", "<script") if word in picture]


def test_the_viewer_chooses_light_or_dark_unless_told(spread):
    """`auto` asks the viewer, the others do not."""
    pictures = {theme: _picture(spread("Un."), theme=theme) for theme in Theme}
    assert "prefers-color-scheme:dark" in pictures[Theme.AUTO]
    assert "prefers-color-scheme" not in pictures[Theme.LIGHT] + pictures[Theme.DARK]
    assert pictures[Theme.LIGHT] != pictures[Theme.DARK]


def test_the_picture_has_a_name_for_those_who_do_not_see_it(spread):
    """Title and description are named by the root element."""
    root = ET.fromstring(_picture(spread("Un.", name="Tramway & Cie")))  # noqa: S314 - our own
    assert root[0].text == "Tramway & Cie"
    assert root.attrib["aria-labelledby"].split() == [root[0].get("id"), root[1].get("id")]
