"""A widget that paints whole lines itself, without border or padding.

Textual's own way to a line (styles cache, ancestors asked for the style of each line) costs more than our line:
here styles are resolved once, until the theme changes.
"""

from collections.abc import Sequence

from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class PaintedWidget(Widget):
    """Lines come from `render_line` as they are, exactly as wide as the widget."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._styles_by_name: dict[str, Style] = {}
        self._finish: tuple[Sequence[LineFilter], Color] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the region, cut to it."""
        strips = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        if crop.x == 0 and crop.right >= self.size.width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def finished(self, strip: Strip) -> Strip:
        """The strip as it goes to the terminal: with the app's filters (no colours, a terminal's own colours)."""
        if self._finish is None:
            self._finish = (self.get_line_filters(), self.background_colors[1])
        filters, background = self._finish
        for line_filter in filters:
            strip = strip.apply_filter(line_filter, background)
        return strip

    def notify_style_update(self) -> None:
        """Another theme or state: resolve the styles anew."""
        super().notify_style_update()
        self._styles_by_name.clear()
        self._finish = None

    @property
    def base(self) -> Style:
        """The widget's own style."""
        style = self._styles_by_name.get("")
        if style is None:
            style = self._styles_by_name[""] = self.rich_style
        return style

    def style_of(self, name: str) -> Style:
        """The widget's own style with that of a component class over it."""
        style = self._styles_by_name.get(name)
        if style is None:
            style = self._styles_by_name[name] = self.get_component_rich_style(name)
        return style

    def over(self, name: str) -> Style:
        """The style of a component class alone, to lie over another."""
        key = f"over {name}"
        style = self._styles_by_name.get(key)
        if style is None:
            style = self.get_component_rich_style(name, partial=True)
            if style.color is not None:  # `$text` is told apart from its ground in the whole style only
                style += Style(color=self.style_of(name).color)
            self._styles_by_name[key] = style
        return style
