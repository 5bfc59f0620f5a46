"""The size of the window, told in the order in which it changed.

Textual tells it from a signal handler, which a second change can interrupt: then the older size is told last and
stays. The event loop runs one handler after the other.
"""

import asyncio
import os
import signal
import sys

from textual.app import App
from textual.events import Resize
from textual.geometry import Size


def follow_window(app: App[None]) -> None:
    """Let the app know the window's size at each change from now on, until the terminal is given back."""
    terminal = sys.__stdout__
    if app.is_headless or terminal is None:
        return

    def tell() -> None:
        try:
            size = Size(*os.get_terminal_size(terminal.fileno()))
        except OSError:  # the terminal is gone; the hang-up ends the program
            return
        app.post_message(Resize(size, size))

    asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, tell)
