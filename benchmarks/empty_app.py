"""What Textual itself takes: an app that is empty but for one line, which changes at each key."""

import gc
from collections.abc import Iterator

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.strip import Strip
from textual.widget import Widget

MARKER = "tick"


class Tick(Widget):
    """A line that counts."""

    DEFAULT_CSS = "Tick { height: 1; }"
    count = 0

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - Textual's signature
        """The count, as wide as the window."""
        return Strip([Segment(f"{MARKER} {self.count}".ljust(self.size.width))], self.size.width)


class EmptyApp(App[None]):
    """Nothing but the line; it saves itself garbage collections as we do, so that only the work is compared."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> Iterator[Tick]:
        """The line."""
        yield Tick()

    def on_mount(self) -> None:
        """Once the first screen stands, what is there stays."""
        self.call_after_refresh(self._settle)

    def on_key(self, event: events.Key) -> None:
        """Count on."""
        event.stop()
        tick = self.query_one(Tick)
        tick.count += 1
        tick.refresh()

    def _settle(self) -> None:
        gc.collect()
        gc.freeze()


if __name__ == "__main__":
    EmptyApp().run()
