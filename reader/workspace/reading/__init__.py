"""A document as it is being read, without a screen: the page, the cursor, the selection."""

from reader.workspace.reading.page import Page
from reader.workspace.reading.view import View

__all__ = ["Page", "View"]
