"""Acts in words, as the history and the messages of undo and redo tell them."""

from collections.abc import Callable, Mapping, Sequence

from reader.model import Action, Change, Intent, Kind, Span
from reader.text.graphemes import cut

Before = Callable[[Change], Mapping[str, object] | None]
_SHOWN_CLUSTERS = 40
_NOUNS = {
    Kind.DOCUMENT: "document",
    Kind.APPEARANCE: "appearance",
    Kind.STORY: "story",
    Kind.ANNOTATION: "annotation",
    Kind.RELATION: "link",
    Kind.SESSION: "review session",
    Kind.DECISION: "verdict",
}
_ORDER = (Kind.DOCUMENT, Kind.ANNOTATION, Kind.RELATION, Kind.APPEARANCE, Kind.STORY, Kind.SESSION, Kind.DECISION)


def act(changes: Sequence[Change], before: Before) -> str:
    """What an act did, told by its weightiest change; `before` gives what a record held until then."""
    weightiest = min(changes, key=lambda change: _ORDER.index(change.kind))
    words = _change(weightiest, before(weightiest))
    if weightiest.kind is Kind.DOCUMENT:
        return words + _title(changes, before)
    others = sum(change.kind is weightiest.kind for change in changes) - 1
    return f"{words} and {others} more" if others else words


def told(changes: Sequence[Change], before: Before, original: Sequence[Change]) -> str:
    """An entry of the history; an undo or redo is told by the act that it is about."""
    prefix = {Intent.EDIT: "", Intent.UNDO: "undid: ", Intent.REDO: "redid: "}[changes[0].intent]
    return prefix + act(original if prefix and original else changes, before)


def place(changes: Sequence[Change], before: Before) -> tuple[str | None, Span | None]:
    """Document and hull of the first annotation that an act is about."""
    for change in changes:
        content = change.content or before(change)
        if change.kind is Kind.ANNOTATION and content:
            parts = _parts(content)
            return str(content["document"]), Span(int(str(parts[0]["start"])), int(str(parts[-1]["end"])))
    documents = [change.record for change in changes if change.kind is Kind.DOCUMENT]
    return (documents[0] if documents else None), None


def _change(change: Change, before: Mapping[str, object] | None) -> str:
    content = change.content or before or {}
    if change.kind is Kind.ANNOTATION and content:
        if change.action is Action.DELETE:
            return f"removed {content['label']} {_quote(content)}"
        if before is None:
            return f"tagged {_quote(content)} as {content['label']}"
        return f"changed {_differences(content, before)} of {_quote(content)}"
    if change.kind is Kind.STORY and content:
        verb = "removed" if change.action is Action.DELETE else "changed" if before else "made"
        return f"{verb} story {content['name']}"
    if change.kind is Kind.DOCUMENT:
        return "removed" if change.action is Action.DELETE else "corrected" if before else "imported"
    if change.kind is Kind.APPEARANCE and content:
        verb = "removed" if change.action is Action.DELETE else "corrected" if before else "added"
        return f"{verb} what is said of {content['title']}"
    verb = "removed" if change.action is Action.DELETE else "changed" if before else "made"
    return f"{verb} a {_NOUNS[change.kind]}"


def _differences(content: Mapping[str, object], before: Mapping[str, object]) -> str:
    names = {"fragments": "the place"}
    keys = [key for key in content if key != "modified" and content[key] != before.get(key)]
    return " and ".join(f"{names.get(key, key)}{_turn(key, content, before)}" for key in keys) or "nothing"


def _turn(key: str, content: Mapping[str, object], before: Mapping[str, object]) -> str:
    return f" from {before[key]} to {content[key]}" if key in {"label", "status"} else ""


def _title(changes: Sequence[Change], before: Before) -> str:
    for change in changes:
        content = change.content or before(change)
        if change.kind is Kind.APPEARANCE and content:
            return f" {content['title']}"
    return " a document"


def _quote(content: Mapping[str, object]) -> str:
    quotes = [str(part["quote"]) for part in _parts(content)]
    whole = " … ".join(quotes)
    short = cut(whole, _SHOWN_CLUSTERS)
    return f"“{short}…”" if short != whole else f"“{whole}”"


def _parts(content: Mapping[str, object]) -> list[Mapping[str, object]]:
    parts = content["fragments"]
    return parts if isinstance(parts, list) else []
