"""Moving the cursor and the page."""

from collections.abc import Callable

from reader.text import moving
from reader.tui.commands.command import Command, Group
from reader.tui.reading import Asked, Panes, Reading, Wish

_Action = Callable[[Reading, int | None], None]


def _by(motion: moving.Motion) -> _Action:
    def action(reading: Reading, count: int | None) -> None:
        reading.view.move(motion, count or 1)

    return action


def _by_unit(to_start: moving.Motion, to_end: moving.Motion) -> _Action:
    def action(reading: Reading, count: int | None) -> None:
        reading.view.move(to_end if reading.view.moves_end else to_start, count or 1)

    return action


def _sideways(to_the_left: bool) -> _Action:
    def action(reading: Reading, count: int | None) -> None:
        onward = to_the_left == reading.view.runs_right_to_left
        reading.view.move(moving.next_cluster if onward else moving.previous_cluster, count or 1)

    return action


def _rows(sign: int) -> _Action:
    def action(reading: Reading, count: int | None) -> None:
        reading.view.move_rows(sign * (count or 1))

    return action


def _pages(sign: int, share: float) -> _Action:
    def action(reading: Reading, count: int | None) -> None:
        view = reading.view
        view.move_rows(sign * (count or 1) * max(1, round(view.page.height * share)))

    return action


def _row_end(to_end: bool) -> _Action:
    def action(reading: Reading, _count: int | None) -> None:
        reading.view.move_in_row(to_end=to_end)

    return action


def other_pane(reading: Reading, _count: int | None) -> None:
    """Go to the other pane."""
    if reading.other is None:
        reading.say("One document is open: f shows the others.")
        return
    reading.active = 1 - reading.active
    reading.view.enter()


def align(reading: Reading, _count: int | None) -> None:
    """Bring the other pane to the same share of its text."""
    if reading.other is not None:
        reading.other.page.show_progress(reading.view.page.progress)


def link(reading: Reading, _count: int | None) -> None:
    """Let the panes scroll together, or each for itself."""
    reading.is_linked = not reading.is_linked
    reading.say("The panes scroll together." if reading.is_linked else "Each pane scrolls for itself.")


def change_panes(reading: Reading, _count: int | None) -> None:
    """One pane, two panes, the two panes swapped, in turn."""
    if reading.other is None:
        reading.say("One document is open: f shows the others.")
        return
    after = {Panes.BOTH: Panes.ONE, Panes.ONE: Panes.SWAPPED, Panes.SWAPPED: Panes.BOTH}
    reading.panes = after[reading.panes]
    reading.post(Asked(Wish.ARRANGE))


def has_two(reading: Reading) -> bool:
    """Two documents are open."""
    return reading.other is not None


COMMANDS = (
    Command("move.left", ("left", "h"), _sideways(True), "Left", "A cluster to the left on the screen", Group.MOVING),
    Command("move.down", ("down", "j"), _rows(1), "Down", "A row down, in the same cell", Group.MOVING),
    Command("move.up", ("up", "k"), _rows(-1), "Up", "A row up, in the same cell", Group.MOVING),
    Command(
        "move.right", ("right", "l"), _sideways(False), "Right", "A cluster to the right on the screen", Group.MOVING
    ),
    Command(
        "move.next-word",
        ("w",),
        _by_unit(moving.next_word, moving.next_word_end),
        "Next word",
        "To the next word",
        Group.MOVING,
        hint="word",
    ),
    Command(
        "move.previous-word",
        ("b",),
        _by_unit(moving.previous_word, moving.previous_word_end),
        "Previous word",
        "To the word before",
        Group.MOVING,
    ),
    Command(
        "move.next-sentence",
        (")",),
        _by_unit(moving.next_sentence, moving.next_sentence_end),
        "Next sentence",
        "To the next sentence",
        Group.MOVING,
    ),
    Command(
        "move.previous-sentence",
        ("(",),
        _by_unit(moving.previous_sentence, moving.previous_sentence_end),
        "Previous sentence",
        "To the sentence before",
        Group.MOVING,
    ),
    Command(
        "move.next-paragraph",
        ("}",),
        _by_unit(moving.next_paragraph, moving.next_paragraph_end),
        "Next paragraph",
        "To the next paragraph",
        Group.MOVING,
    ),
    Command(
        "move.previous-paragraph",
        ("{",),
        _by_unit(moving.previous_paragraph, moving.previous_paragraph_end),
        "Previous paragraph",
        "To the paragraph before",
        Group.MOVING,
    ),
    Command(
        "move.start", ("g g",), _by(moving.start_of_text), "Start of text", "To the start of the text", Group.MOVING
    ),
    Command("move.end", ("G",), _by(moving.end_of_text), "End of text", "To the end of the text", Group.MOVING),
    Command("move.half-down", ("ctrl+d",), _pages(1, 0.5), "Half a page down", "Half a page down", Group.MOVING),
    Command("move.half-up", ("ctrl+u",), _pages(-1, 0.5), "Half a page up", "Half a page up", Group.MOVING),
    Command("move.page-down", ("pagedown",), _pages(1, 1.0), "Page down", "A page down", Group.MOVING),
    Command("move.page-up", ("pageup",), _pages(-1, 1.0), "Page up", "A page up", Group.MOVING),
    Command(
        "move.row-start",
        ("home",),
        _row_end(False),
        "Start of row",
        "To the start of the row, in reading order",
        Group.MOVING,
    ),
    Command(
        "move.row-end", ("end",), _row_end(True), "End of row", "To the end of the row, in reading order", Group.MOVING
    ),
    Command(
        "panes.other",
        ("tab",),
        other_pane,
        "Other pane",
        "Go to the other pane",
        Group.PANES,
        hint="other",
        when=has_two,
    ),
    Command(
        "panes.align",
        ("=",),
        align,
        "Align panes",
        "Bring the other pane to the same share of its text",
        Group.PANES,
        when=has_two,
    ),
    Command(
        "panes.change",
        ("|",),
        change_panes,
        "One or two panes",
        "One pane, two panes, swapped, in turn",
        Group.PANES,
        when=has_two,
    ),
    Command(
        "panes.link",
        ("L",),
        link,
        "Link scrolling",
        "Let the panes scroll together, or each for itself",
        Group.PANES,
        when=has_two,
    ),
)
