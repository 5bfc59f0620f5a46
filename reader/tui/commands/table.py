"""The keys table of the README, from the list of commands."""

from reader.tui.commands import ALL, Group, spelt


def keys_table() -> str:
    """Markdown rows by chapter: keys, and what they do."""
    lines = ["| keys | do |", "| --- | --- |"]
    for group in Group:
        lines.append(f"| **{group.value}** | |")
        for command in ALL:
            if command.group is group:
                keys = " ".join(f"`{_escaped(spelt(keys))}`" for keys in command.keys)
                lines.append(f"| {keys} | {command.help} |")
    return "\n".join(lines)


def _escaped(key: str) -> str:
    return key.replace("|", "\\|")
