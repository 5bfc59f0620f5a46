"""A reading as a page of HTML: logical text, each paragraph with its language and direction, marks as elements.

The page stands alone: no script, nothing fetched, and it tells the browser to allow neither.
"""

from collections.abc import Iterator

from reader.exchange.pictures.legend import labels_in
from reader.exchange.pictures.marks import Sweep, letter_of, style_of
from reader.exchange.pictures.markup import escaped
from reader.exchange.pictures.nesting import marked
from reader.exchange.pictures.palette import Colours, Theme, rules
from reader.exchange.pictures.spread import Column, Spread
from reader.model import Direction
from reader.text.language import direction_of, language_of

_STYLE = """\
body{margin:0 auto;padding:1rem;max-width:90rem;background:var(--page);color:var(--text);font:1.05rem/2 serif}
h1,h2,.about,.legend{font-family:sans-serif;line-height:1.4}
h1{font-size:1.3rem}h2{font-size:1.15rem;margin:0}.about{color:var(--muted);font-size:.9rem;margin:.2rem 0 1rem}
main{display:flex;flex-wrap:wrap;gap:1rem 3rem}article{flex:1 1 24rem;min-width:0}
p{margin:0;min-height:2em;white-space:pre-wrap;overflow-wrap:anywhere}p+p{margin-top:.6rem}
mark{color:inherit;unicode-bidi:normal}
mark,.key{text-decoration:underline;text-decoration-skip-ink:none;text-decoration-thickness:.1em}
.entity{background:var(--entity);text-decoration-color:var(--entity-line);text-underline-offset:.3em}
.claim{background:var(--claim);text-decoration-color:var(--claim-line);text-decoration-style:dashed;\
text-underline-offset:.42em}
.source{background:var(--source);text-decoration-color:var(--source-line);text-decoration-style:dotted;\
text-underline-offset:.54em}
.other{background:var(--other);text-decoration-color:var(--other-line);text-decoration-style:double;\
text-underline-offset:.54em}
.legend{border-top:1px solid var(--rule);margin-top:1.5rem;padding-top:.7rem}
.key{padding:.1em .3em;margin-inline:.4em}"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def hypertext(spread: Spread, theme: Theme) -> Iterator[str]:
    """The lines of a stand-alone page that shows the spread."""
    first = spread.columns[0].document if spread.columns else None
    yield "<!DOCTYPE html>\n"
    yield f'<html lang="{escaped(first.language if first else "und")}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escaped(_POLICY)}">\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    yield f"<title>{escaped(spread.name)}</title>\n"
    yield f"<style>\n{rules(theme, _variables)}\n{_STYLE}\n</style>\n</head>\n<body>\n"
    if len(spread.columns) > 1:
        yield f'<h1 dir="auto">{escaped(spread.name)}</h1>\n'
    yield "<main>\n"
    for column in spread.columns:
        yield from _article(column)
    yield "</main>\n"
    yield from _legend(spread)
    yield "</body>\n</html>\n"


def _variables(colours: Colours) -> str:
    scheme = "dark" if colours.page < colours.text else "light"
    named = [("page", colours.page), ("text", colours.text), ("muted", colours.muted), ("rule", colours.rule)]
    for style, shade in colours.labels.items():
        named += [(style, shade.fill), (f"{style}-line", shade.line)]
    return f":root{{color-scheme:{scheme};{';'.join(f'--{name}:{value}' for name, value in named)}}}"


def _article(column: Column) -> Iterator[str]:
    document = column.document
    title, about = document.title, column.about
    speaking = _speaking(document.language, document.direction)
    yield f'<article data-document="{escaped(document.id)}" aria-label="{escaped(title)}"{speaking}>\n'
    if not column.opens_with_title:
        yield f'<h2 dir="{direction_of(title, document.direction)}">{escaped(title)}</h2>\n'
    yield f'<div class="about" dir="{direction_of(about, document.direction)}">{escaped(about)}</div>\n'
    sweep = Sweep(column.annotations)
    for index in range(column.text.paragraph_count):
        paragraph = column.text.paragraph(index)
        direction = direction_of(paragraph.text, document.direction)
        language = document.language if direction is document.direction else language_of(paragraph.text)
        marks = sweep.touching(paragraph.start, paragraph.end)
        inside = "".join(marked(paragraph.text, paragraph.start, marks, direction))
        yield f"<p{_speaking(language or document.language, direction)}>{inside}</p>\n"
    yield "</article>\n"


def _speaking(language: str, direction: Direction) -> str:
    return f' lang="{escaped(language)}" dir="{direction}"'


def _legend(spread: Spread) -> Iterator[str]:
    labels = labels_in(spread)
    if labels:
        keys = [
            f'<span class="key {style_of(label)}" dir="auto">{escaped(letter_of(label))} · {escaped(label)}</span>'
            for label in labels
        ]
        yield f'<footer class="legend" lang="en" dir="ltr">Marked: {" ".join(keys)}</footer>\n'
