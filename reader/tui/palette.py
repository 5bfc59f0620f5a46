"""Every command by name, for Textual's command palette."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.tui.commands import ALL, spelt
from reader.tui.screens.reading import ReadingScreen


class ReadingCommands(Provider):
    """The commands that can run on the reading screen, and the themes."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, help_text, run in self._commands():
            yield DiscoveryHit(name, run, help=help_text)

    async def search(self, query: str) -> Hits:
        """Those whose name fits what was typed."""
        matcher = self.matcher(query)
        for name, help_text, run in self._commands():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=help_text)

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """Name, help and what to run."""
        screen = self.screen
        if isinstance(screen, ReadingScreen):
            for command in ALL:
                if command.when(screen.reading):
                    name = f"{command.title}  ({spelt(command.keys[0])})"
                    yield name, command.help, partial(screen.perform, command.id)
        for theme in ("textual-dark", "textual-light"):
            yield (
                f"Theme: {theme.removeprefix('textual-')}",
                "Change the colours",
                partial(setattr, self.app, "theme", theme),
            )
