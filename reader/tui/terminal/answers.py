"""What a terminal says when it is asked who it is, told apart from what is typed meanwhile."""

import re

# Explicit order (DECRQM 8), name and version (XTVERSION), kind (DA2), and what every terminal answers (DA1), last.
QUESTIONS = b"\x1b[8$p\x1b[>q\x1b[>c\x1b[c"
_REPLY = re.compile(
    rb"\x1b\[8;(?P<order>\d)\$y|\x1bP>\|(?P<version>[^\x1b]{0,200})\x1b\\|\x1b\[>(?P<kind>[\d;]*)c|\x1b\[\?(?P<last>[\d;]*)c"
)
_BEGINNING = re.compile(rb"\x1b(?:\[(?:8;?\d?\$?|[?>][\d;]*)?|P(?:>(?:\|[^\x1b]{0,200}\x1b?)?)?)?\Z")


class Answers:
    """The replies read so far; what was read beside them are keys."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._begun = b""

    @property
    def is_complete(self) -> bool:
        """The reply to the last question has come: there will be no more."""
        return "last" in self.found

    @property
    def is_holding(self) -> bool:
        """Something was read that is the beginning of an answer, or a key: an escape is both."""
        return bool(self._begun)

    def take(self, data: bytes) -> bytes:
        """Learn from what was read; the rest of it, which was typed. What could become a reply is held back."""
        data = self._begun + data
        keys, place = b"", 0
        while not self.is_complete and (reply := _REPLY.search(data, place)):
            keys += data[place : reply.start()]
            self.found[str(reply.lastgroup)] = reply[str(reply.lastgroup)].decode("ascii", "replace")
            place = reply.end()
        begun = None if self.is_complete else _BEGINNING.search(data, place)
        self._begun = b"" if begun is None else begun.group()
        return keys + data[place : len(data) - len(self._begun)]

    def release(self) -> bytes:
        """What was held back and did not become a reply."""
        begun, self._begun = self._begun, b""
        return begun
