"""How a command is declared: with its examples, which help shows first, and the options that all share."""

from collections.abc import Callable, Sequence

import click

from reader.cli.session import Session


class ExampleCommand(click.Command):
    """A command whose help begins with calls to copy."""

    def __init__(self, name: str, *, examples: Sequence[str], **settings: object) -> None:
        super().__init__(name, **settings)  # type: ignore[arg-type]  # handed on as click names them
        self.examples = examples
        self.params.extend(shared_options())

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, then usage, then what each option does."""
        write_examples(formatter, self.examples)
        super().format_help(ctx, formatter)


def command(name: str, *examples: str) -> Callable[[Callable[..., int | None]], click.Command]:
    """Declare the function as the command of that name."""

    def declare(function: Callable[..., int | None]) -> click.Command:
        return click.command(name, cls=ExampleCommand, examples=examples)(function)

    return declare


def write_examples(formatter: click.HelpFormatter, examples: Sequence[str]) -> None:
    """The examples, one a line, as they are typed."""
    formatter.write("Examples:\n")
    for example in examples:
        formatter.write(f"  {example}\n")
    formatter.write("\n")


def shared_options() -> list[click.Option]:
    """--db, --annotator and --debug, as they stand before and after every command."""
    return [
        click.Option(["--db"], metavar="FILE", expose_value=False, callback=_remember, help=DB_HELP),
        click.Option(["--annotator"], metavar="NAME", expose_value=False, callback=_remember, help=ANNOTATOR_HELP),
        click.Option(["--debug"], is_flag=True, expose_value=False, callback=_remember, help=DEBUG_HELP),
    ]


def terminal_options() -> list[click.Option]:
    """--bidi, --joining and --tashkeel, for what shows texts on a terminal."""
    return [
        click.Option([f"--{name}"], type=click.Choice(words), expose_value=False, callback=_remember, help=line)
        for name, (words, line) in TERMINAL.items()
    ]


def _remember(context: click.Context, option: click.Parameter, value: str | bool | None) -> None:
    session = context.ensure_object(Session)
    if value is None or value is False:
        return
    if value == "":
        message = "it is empty"
        raise click.BadParameter(message, context, option)
    setattr(session, str(option.name), value)


DB_HELP = "The database; else $READER_DB, else ./annotations.db."
ANNOTATOR_HELP = "Who works; else $READER_ANNOTATOR, else config.toml, else the login name."
DEBUG_HELP = "Show where an error came from."
TERMINAL = {
    "bidi": (
        ("auto", "cells", "explicit", "words", "runs", "attr", "unmirrored"),
        "What this terminal does to Arabic; auto finds out, reader terminal tells.",
    ),
    "joining": (("forms", "none"), "Arabic letters as joined forms, or as they are for a terminal that joins them."),
    "tashkeel": (("auto", "keep", "strip"), "Vowel marks: kept, stripped from the display, or as the terminal can."),
}
