"""What stands around the panes, worked out from the reading: header, quote strip, status, footer."""

from reader.model import Annotation, Direction, Span
from reader.text.safe import safe
from reader.tui.commands import ALL, Command, spelt
from reader.tui.reading import Reading
from reader.tui.visual import abridged, counted, one_line, sentence_line
from reader.tui.widgets.lines import Line

_LASTING = {"program.help", "program.quit"}
# What a hand needs first stands first: a narrow window shows the beginning of this.
_ORDER = (
    "annotate.entity annotate.claim annotate.source select.start select.grow select.drop panes.other annotate.next"
    " annotate.undo annotate.remove move.next-word program.library"
).split()
_MARK = "▎"
_SENTENCE = 36


def header(reading: Reading, width: int) -> list[Line]:
    """The story on the left, who works and how much is marked on the right."""
    mode = " · READ ONLY" if reading.workspace.is_read_only else ""
    count = reading.count
    about = f"{'?' if count is None else count} marked · {reading.workspace.annotator}{mode} "
    right = one_line(about, min(len(about), width // 2), flush=Direction.RTL, direction=Direction.LTR)
    name = reading.story.name if reading.story else reading.view.document.title
    shown = one_line(f" {name}", width - len(right), flush=Direction.LTR) + right
    return [Line(((shown, ""),), "header")]


def too_small(width: int, smallest: tuple[int, int]) -> list[Line]:
    """What to do about a window in which nothing can be read."""
    needed = f"{smallest[0]}x{smallest[1]}"
    sentence = f"Too small: {needed} needed; q quits" if width >= _SENTENCE else needed
    return [Line(((one_line(sentence, width, direction=Direction.LTR), ""),), "header")]


def quote_strip(reading: Reading, width: int, height: int) -> list[Line]:
    """What is selected or under the cursor: what it is, where it lies, and its text in reading order."""
    view = reading.view
    annotation = None if view.selection else reading.annotation()
    if annotation is not None:
        about = _about(reading, annotation)
        quote = " […] ".join(fragment.quote for fragment in annotation.fragments)
    else:
        span = reading.target()
        if span is None:
            about = f"{_MARK}offset {view.cursor}: no word here"
            return _padded([one_line(about, width, direction=Direction.LTR)], height)
        about = f"{'selection' if view.selection else 'word'} · {_where([span])}"
        quote = view.text.slice(span.start, span.end)
    direction = view.cursor_row.direction
    shown = abridged(safe(quote), max(1, width - 2), height - 1, direction)
    heading = one_line(f"{_MARK}{about}", width, direction=Direction.LTR)
    return _padded([heading, *(f" {text} " for text in shown)], height)


def _padded(lines: list[str], height: int) -> list[Line]:
    return [Line(((text, ""),), "quote") for text in [*lines, *[""] * (height - len(lines))]]


def _about(reading: Reading, annotation: Annotation) -> str:
    beside = reading.under_cursor()
    parts = [annotation.label, annotation.status.value, _where([fragment.span for fragment in annotation.fragments])]
    parts.append(f"by {annotation.annotator}")
    if annotation.note:
        parts.append("note")
    if len(beside) > 1:
        parts.append(f"{[one.id for one in beside].index(annotation.id) + 1} of {len(beside)} here, o: next")
    return safe(" · ".join(parts))


def _where(spans: list[Span]) -> str:
    size = sum(span.end - span.start for span in spans)
    return f"{', '.join(f'{span.start}–{span.end}' for span in spans)} · {counted(size, 'code point', 'code points')}"


def status(reading: Reading, width: int) -> Line:
    """What was done, or why not."""
    sentence = sentence_line(f" {reading.said}", width)
    return Line(((sentence, ""),), "alarm" if reading.is_alarming else "status")


def footer(reading: Reading, width: int) -> Line:
    """The next keys: as many of those that do something here as fit, help and the way out always."""
    hinted = [command for command in ALL if command.hint and command.when(reading)]
    hinted.sort(key=lambda command: _ORDER.index(command.id) if command.id in _ORDER else len(_ORDER))
    lasting = [command for command in hinted if command.id in _LASTING]
    room = width - sum(_hint_width(command) for command in lasting)
    shown: list[Command] = []
    for command in hinted:
        room -= 0 if command in lasting else _hint_width(command)
        if room < 0:
            break
        if command not in lasting:
            shown.append(command)
    line: list[tuple[str, str]] = []
    for command in [*shown, *lasting]:
        line += [(f" {spelt(command.keys[0])}", "key"), (f" {command.hint} ", "")]
    return Line(tuple(line), "footer")


def _hint_width(command: Command) -> int:
    return len(spelt(command.keys[0])) + len(command.hint) + 3
