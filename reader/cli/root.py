"""`reader` itself: the list of commands, each imported when it is called."""

import importlib

import click

from reader import __version__
from reader.cli.command import shared_options, terminal_options, write_examples
from reader.cli.output import write
from reader.cli.session import Session

EXAMPLES = (
    "reader open arabe.txt français.txt            two texts side by side; keys: press ?",
    "reader import *.txt --story 'Tramway'         keep texts, print their ids",
    "reader annotate 3fa9 120 134 claim            tag a span from a script",
    "reader export --where 'label=claim' -o a.jsonl",
    "reader undo                                   take the last step back",
)
# name: (module, help in a line); the order is that of the help.
COMMANDS = {
    "open": ("opening", "Read one text, or two side by side."),
    "import": ("importing", "Keep texts; print a document id a line."),
    "edit": ("documents", "Correct what is known of a document."),
    "remove": ("documents", "Remove a document; undo brings it back."),
    "list": ("listing", "List documents, annotations or stories."),
    "show": ("showing", "Print a text in rows, or a picture of it with its marks."),
    "annotate": ("annotating", "Tag a span, or many from stdin."),
    "export": ("exporting", "Write annotations as JSON Lines."),
    "load": ("loading", "Read in what export --full wrote."),
    "undo": ("stepping", "Take the last step back."),
    "redo": ("stepping", "Bring back what undo took."),
    "history": ("stepping", "Tell who did what, newest first."),
    "check": ("checking", "Look whether the database is sound."),
    "terminal": ("terminal", "Tell what this terminal does to Arabic."),
}


class Root(click.Group):
    """The group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # the signature is click's
        """The names in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"reader.cli.{COMMANDS[cmd_name][0]}")
        found = getattr(module, f"{cmd_name}_command")
        return found if isinstance(found, click.Command) else None

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, then usage, then the commands."""
        write_examples(formatter, EXAMPLES)
        super().format_help(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's
        """The commands with their line of help, none of them imported."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def _show_version(context: click.Context, _option: click.Parameter, is_asked: bool) -> None:
    if is_asked and not context.resilient_parsing:
        write(f"reader {__version__}\n")
        context.exit()


@click.pass_context
def _bare(context: click.Context) -> int:
    """Read an Arabic and a French report side by side, mark spans by keyboard, export them.

    Without a command the library opens: stories and documents to choose from.
    """
    if context.invoked_subcommand is not None:
        return 0
    from reader.cli.opening import open_library

    session: Session = context.obj
    return open_library(session)


ROOT = Root(
    "reader",
    callback=_bare,
    help=_bare.__doc__,
    invoke_without_command=True,
    params=[
        *shared_options(),
        *terminal_options(),
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_show_version,
            help="Tell the version.",
        ),
    ],
)
