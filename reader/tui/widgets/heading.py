"""The line above a text: its title, where it appeared, how far the page has come."""

from reader.model import Direction, Document
from reader.tui.visual import one_line

_TITLE_AT_LEAST = 24


def heading(document: Document, progress: float, width: int) -> str:
    """The heading in visual order, exactly `width` cells; the title stands where the text begins."""
    share = f" {round(progress * 100)} % "
    about = " · ".join(filter(None, [document.language, document.outlet]))
    about_width = max(0, min(len(about), width - len(share) - _TITLE_AT_LEAST))
    title_width = width - len(share) - about_width - 3
    if title_width < 1:
        return one_line(document.title, width)
    is_rtl = document.direction is Direction.RTL
    title = one_line(document.title, title_width, flush=document.direction)
    shown = one_line(about, about_width, flush=Direction.LTR if is_rtl else Direction.RTL)
    return f"{share}{shown}  {title} " if is_rtl else f" {title}  {shown}{share}"
