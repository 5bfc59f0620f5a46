"""From keys to commands: sequences, counts, and the same keys on Arabic and French keyboards."""

import pytest

from reader.tui.commands import ALL, KeyMachine, Ready, Unknown, Waiting, sequences_of, spelt
from reader.tui.commands.keys import TWINS, Outcome

SEQUENCES = sequences_of((command.id, command.keys) for command in ALL)


def typed(*keys: str) -> list[Outcome]:
    """What comes out after each key."""
    machine = KeyMachine(SEQUENCES)
    return [machine.feed(key) for key in keys]


@pytest.mark.parametrize(
    ("keys", "command", "count"),
    [
        ("w", "move.next-word", None),
        ("3w", "move.next-word", 3),
        ("120j", "move.down", 120),
        ("gg", "move.start", None),
        ("5gg", "move.start", 5),
        ("٣w", "move.next-word", 3),
        ("۱۲w", "move.next-word", 12),
        ("1٠w", "move.next-word", 10),
        (" ", "select.grow", None),
        ("2 ", "select.grow", 2),
        ("9" * 30 + "w", "move.next-word", 99_999),
    ],
)
def test_counts_and_sequences(keys: str, command: str, count: int | None) -> None:
    """A number before a command repeats it, in any digits; a sequence runs with its last key."""
    assert typed(*keys)[-1] == Ready(command, count)


@pytest.mark.parametrize(
    ("keys", "command"),
    [
        ("ث", "annotate.entity"),
        ("ؤ", "annotate.claim"),
        ("س", "annotate.source"),
        ("ص", "move.next-word"),
        ("\ufefb", "move.previous-word"),
        ("لا", "move.previous-word"),
        ("لل", "move.start"),
        ("\ufef7", "move.end"),
        ("لأ", "move.end"),
        ("د", "annotate.next"),
        ("ج", "annotate.previous"),
        ("ر", "select.start"),
        ("ع", "annotate.undo"),
        ("ء", "annotate.remove"),
        ("ض", "program.quit"),
        ("؟", "program.help"),
        ("أ", None),
    ],
)
def test_arabic_keyboard(keys: str, command: str | None) -> None:
    """On the Arabic 101 layout each command lies on the key on which it lies on a Latin one."""
    outcome = typed(*keys)[-1]
    assert (outcome.command if isinstance(outcome, Ready) else None) == command


def test_a_count_before_lam_alef() -> None:
    """The two letters of one press keep the count before them."""
    assert typed("٢", "ل", "ا")[-1] == Ready("move.previous-word", 2)


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("é", "annotate.previous"),
        ("è", "annotate.next"),
        ("ù", "move.previous-paragraph"),
        ("*", "move.next-paragraph"),
        ("!", "panes.change"),
    ],
)
def test_french_keyboard(key: str, command: str) -> None:
    """On AZERTY what needs AltGr has a key of its own."""
    assert typed(key) == [Ready(command, None)]


def test_what_is_pending_is_shown() -> None:
    """A count and the start of a sequence are shown until the command is whole."""
    assert typed("1", "2", "g", "g") == [Waiting("1"), Waiting("12"), Waiting("12 g"), Ready("move.start", 12)]


@pytest.mark.parametrize(("keys", "shown"), [("g$", "g $"), ("0", "0"), ("$", "$"), ("3$", "$"), ("ل$", "g $")])
def test_unknown_keys(keys: str, shown: str) -> None:
    """A key that means nothing says which it was and drops what was pending."""
    machine = KeyMachine(SEQUENCES)
    outcomes = [machine.feed(key) for key in keys]
    assert outcomes[-1] == Unknown(shown)
    assert not machine.is_waiting


def test_dropping_what_is_pending() -> None:
    """What was typed so far can be forgotten."""
    machine = KeyMachine(SEQUENCES)
    machine.feed("3")
    machine.feed("g")
    machine.drop()
    assert machine.feed("w") == Ready("move.next-word", None)


@pytest.mark.parametrize("keys", SEQUENCES)
def test_every_key_leads_to_its_command(keys: str) -> None:
    """Each key of each command runs it: none is hidden by the start of another."""
    assert typed(*keys.split())[-1] == Ready(SEQUENCES[keys], None)


def test_two_commands_on_a_key() -> None:
    """A key can be given to one command only."""
    with pytest.raises(ValueError, match="w is on both a and b"):
        sequences_of([("a", ["w"]), ("b", ["w"])])


def test_commands_are_told_apart() -> None:
    """No two commands have the same id or the same title, and each says what it does."""
    assert len({command.id for command in ALL}) == len({command.title for command in ALL}) == len(ALL)
    assert all(command.help and command.keys for command in ALL)


def test_twins_hide_no_key() -> None:
    """A key of another keyboard that has a command of its own is no twin."""
    assert not {keys.split()[0] for keys in SEQUENCES} & set(TWINS)


@pytest.mark.parametrize(("keys", "shown"), [("g g", "g g"), ("left", "←"), ("ctrl+d", "ctrl+d"), ("escape", "esc")])
def test_keys_as_they_are_shown(keys: str, shown: str) -> None:
    """Keys are named as they stand on the keyboard."""
    assert spelt(keys) == shown
