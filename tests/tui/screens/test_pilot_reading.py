"""Stories of a person who reads and marks two texts."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from reader.tui.commands import ALL

Open = Callable[..., AbstractAsyncContextManager[Any]]


async def test_tagging_side_by_side(open_texts: Open, look: dict[str, Any], shown: Callable[[str], str]) -> None:
    """A word, a sentence and a quotation are tagged in both texts; the screen tells what was saved."""
    async with open_texts("Quai", "Marsa", **look) as stage:
        assert "Le tram revient" in stage.text
        assert shown("عاد الترام") in stage.text
        await stage.press("w e tab")
        stage.at("المرفأ")
        await stage.press("space space s ) b b space space space space c")
        assert stage.marks == [
            ("entity", "tram"),
            ("claim", "قال الوزير: «المرفأ مفتوح»."),
            ("source", "المرفأ مفتوح"),
        ]
        assert stage.said.startswith("Saved as claim")
        assert "3 marked · amal" in stage.rows[0]
        assert stage.rows[2].startswith("E   Le tram revient")
        assert any(row.endswith("CS") for row in stage.rows)


async def test_what_lies_under_the_cursor(open_texts: Open, look: dict[str, Any], shown: Callable[[str], str]) -> None:
    """The strip tells label, status, place and quote of the mark under the cursor, else of the word."""
    async with open_texts("Marsa", **look) as stage:
        await stage.press("w")
        assert stage.quote[:2] == ["▎word · 4–10 · 6 code points", shown("الترام")]
        await stage.press("e")
        assert stage.quote[:2] == ["▎entity · proposed · 4–10 · 6 code points · by amal", shown("الترام")]


async def test_the_same_mark_twice(open_texts: Open) -> None:
    """The same stretch with the same label again gives a sentence and no second record."""
    async with open_texts("Quai") as stage:
        await stage.press("e e")
        assert stage.marks == [("entity", "Le")]
        assert stage.said == "You already tagged exactly this as entity."
        await stage.press("c")
        assert len(stage.marks) == 2


async def test_undo_and_redo(open_texts: Open) -> None:
    """Steps are taken back from the last to the first and brought again, also by count, wherever they were."""
    async with open_texts("Quai", "Marsa") as stage:
        await stage.press("e w c tab s u")
        assert (stage.marks, stage.reading.reading.active) == ([("entity", "Le"), ("claim", "tram")], 1)
        await stage.press("2 u")
        assert (stage.marks, stage.reading.reading.active, stage.view.cursor) == ([], 0, 0)
        assert stage.said.startswith("Undone: tagged “Le” as entity")
        await stage.press("3 ctrl+r")
        assert stage.marks == [("entity", "Le"), ("claim", "tram"), ("source", "عاد")]
        await stage.press("ctrl+r")
        assert "nothing to redo" in stage.said


async def test_marks_one_after_the_other(open_texts: Open) -> None:
    """Next and previous stop at each other mark, at several that begin together one by one, and say the end."""
    async with open_texts("Quai") as stage:
        await stage.press("e c w s g g")
        seen = []
        for key in "]][[":
            await stage.press(key)
            seen.append((stage.view.cursor, stage.quote[0].split(" ")[0]))
        assert seen == [(0, "▎claim"), (3, "▎source"), (0, "▎claim"), (0, "▎entity")]
        await stage.press("[")
        assert stage.said == "No annotation before this."
        await stage.press("G ]")
        assert stage.said == "No annotation further on."


async def test_escape_after_growing(open_texts: Open) -> None:
    """Escape leads back to where the selection grew from; once its end was moved it stays where it is."""
    async with open_texts("Quai") as stage:
        await stage.press("j w w space space space")
        grown_from = stage.view.cursor
        await stage.press("escape")
        assert stage.view.selection is None
        assert stage.view.cursor < grown_from
        await stage.press("space space")
        end = stage.view.cursor
        await stage.press("left escape")
        assert stage.view.cursor == end - 1


async def test_several_marks_under_the_cursor(open_texts: Open) -> None:
    """`o` goes from the smallest mark under the cursor to the next larger one, which is removed by `x`."""
    async with open_texts("Quai") as stage:
        await stage.press("w e space space c w")
        assert stage.quote[0].startswith("▎entity")
        assert "1 of 2 here, o: next" in stage.quote[0]
        await stage.press("o")
        assert stage.quote[0].startswith("▎claim")
        await stage.press("x")
        assert stage.marks == [("entity", "tram")]
        await stage.press("o")
        assert stage.said == "No other annotation lies under the cursor."


async def test_nothing_to_remove(open_texts: Open) -> None:
    """Where no mark is, `x` removes nothing and says how to find one."""
    async with open_texts("Quai") as stage:
        await stage.press("e w x")
        assert (stage.marks, stage.said) == (
            [("entity", "Le")],
            "No annotation lies under the cursor: ] goes to the next one.",
        )


async def test_selecting_right_to_left(open_texts: Open, look: dict[str, Any]) -> None:
    """In the Arabic pane left goes on in the text and right goes back; the stretch is copied in reading order."""
    async with open_texts("Quai", "Marsa", **look) as stage:
        await stage.press("tab v 5 left")
        assert stage.selected == "عاد ال"
        await stage.press("2 right y")
        assert stage.selected == "عاد "
        assert stage.app.clipboard == "عاد "
        await stage.press("escape")
        assert stage.selected is None


async def test_both_ends_of_a_selection(open_texts: Open) -> None:
    """`v` again moves the other end; words are then stretched by their starts."""
    async with open_texts("Quai") as stage:
        await stage.press("w v w v b")
        assert stage.selected == "Le tram"


async def test_growing_and_shrinking(open_texts: Open) -> None:
    """Space grows the selection by units, backspace takes that back, down to nothing."""
    async with open_texts("Quai") as stage:
        stage.at("fête")
        grown = []
        for _ in range(4):
            await stage.press("space")
            grown.append(stage.selected)
        assert grown == ["fête", "Une fête", "« Une fête »", "« Une fête », dit le maire."]
        await stage.press("3 backspace")
        assert stage.selected == "fête"
        await stage.press("backspace backspace")
        assert (stage.selected, stage.said) == (None, "Nothing is selected: space selects the word under the cursor.")


async def test_escape_forgets_a_pending_count(open_texts: Open) -> None:
    """Escape drops what was typed so far and leaves the selection alone, which the next one drops."""
    async with open_texts("Quai") as stage:
        await stage.press("space 3")
        assert stage.said == "3 …"
        await stage.press("escape")
        assert (stage.said, stage.selected) == ("", "Le")
        await stage.press("g escape w")
        assert stage.selected == "Le tram"
        await stage.press("escape")
        assert (stage.said, stage.selected) == ("", None)


async def test_an_unknown_key(open_texts: Open) -> None:
    """A key without a command says so."""
    async with open_texts("Quai") as stage:
        await stage.press("$")
        assert stage.said == "Nothing is on $: ? shows the keys."


async def test_control_c_never_quits(open_texts: Open) -> None:
    """However often it is pressed, ctrl+c copies or says how to quit."""
    async with open_texts("Quai") as stage:
        await stage.press("ctrl+c ctrl+c ctrl+c")
        assert stage.said == "q quits; everything marked is already saved."
        assert stage.app._exit is False


async def test_help(open_texts: Open) -> None:
    """Help names every command that can run here and closes by the key that opened it, on any keyboard."""
    async with open_texts("Quai", "Marsa") as stage:
        await stage.press("?")
        text = str(stage.app.screen.query_one("Static").content)
        assert [command.id for command in ALL if command.when(stage.reading.reading) and command.help not in text] == []
        for key in ("?", "ض", "q", "escape", "enter"):
            await stage.press(key)
            assert stage.app.screen is stage.reading
            await stage.press("?")


async def test_the_palette_lists_and_runs(open_texts: Open, look: dict[str, Any]) -> None:
    """ctrl+p lists every command that can run here, finds one by its name and runs it."""
    async with open_texts("Quai", "Marsa", **look) as stage:
        await stage.press("ctrl+p")
        possible = [command.title for command in ALL if command.when(stage.reading.reading)]
        commands = stage.app.screen.query_one("CommandList")
        await stage.until(lambda: commands.option_count >= len(possible))
        listed = "\n".join(str(commands.get_option_at_index(index).prompt) for index in range(commands.option_count))
        assert [title for title in possible if title not in listed] == []
        await stage.type("claim")
        await stage.until(lambda: commands.option_count > 0 and "Claim" in stage.text)
        await stage.press("down enter")
        await stage.until(lambda: bool(stage.marks))
        assert stage.marks == [("claim", "Le")]


async def test_a_long_selection(open_texts: Open) -> None:
    """Of a long selection the strip shows beginning and end, and that something is left out between them."""
    async with open_texts("Long") as stage:
        await stage.press("v G")
        length = stage.view.text.length - 1
        assert stage.quote[0] == f"▎selection · 0–{length} · {length} code points"
        assert stage.quote[1].startswith("1. Le tram roule")
        assert " […] " in " ".join(stage.quote[1:])
        assert stage.quote[2].endswith("du port.")
