"""What stands in a call: proper text, and places in a text."""

import click


class Words(click.ParamType[str]):
    """Text of the call that is kept or searched: proper Unicode, not bytes that the locale could not read."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text as it is; a usage error when it is not UTF-8."""
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            self.fail("it is not UTF-8", param, ctx)
        return value


class Offset(click.ParamType[int]):
    """A place in a text, in code points."""

    name = "offset"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; a usage error for anything but up to 15 plain digits."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and len(text) <= 15):
            self.fail("an offset is a whole number from 0", param, ctx)
        return int(text)


WORDS = Words()
OFFSET = Offset()
