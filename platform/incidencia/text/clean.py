"""The one sanitiser: no other module imports bleach or nh3. Stored is what was typed; cleaned is what is shown."""

import html as _entities
import re
from functools import lru_cache

import nh3
from bleach.callbacks import nofollow
from bleach.linkifier import Linker
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

LONGEST = 100_000  # bytes of UTF-8

_TAGS = {
    *("p", "br", "hr", "strong", "em", "del", "ins", "a", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"scope"}}
_SCHEMES = {"http", "https", "mailto"}
# What a link may lead to: another site, an address for mail, a page of ours. Never `//host` or a nameless scheme.
_HREF = re.compile(r"https?://|mailto:|/(?![/\\])|#", re.IGNORECASE)
# bleach's own expression opens with `\(*`, which takes minutes on 100 kB of parentheses; it also makes links of
# "a.b". A link typed in the text starts with a scheme or with www.
_ADDRESS = re.compile(r"(?<![\w@./:])(?:https?://|www\.)[^\s<>\"'`]{1,2000}", re.IGNORECASE)

_markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
_linker = Linker(callbacks=[nofollow], skip_tags={"pre", "code"}, url_re=_ADDRESS, parse_email=False)


class TooLong(ValueError):
    """The text is above LONGEST; the message says so plainly, in the reader's language."""

    def __init__(self, size: int) -> None:
        super().__init__(
            _("This text has %(size)d kB and the limit is %(limit)d kB. Shorten it, or attach it as a document.")
            % {"size": -(-size // 1000), "limit": LONGEST // 1000}
        )


def check_length(text: str) -> None:
    """Raise TooLong if `text` has more than LONGEST bytes. Forms call it before anything is stored."""
    size = len(_writable(text).encode())
    if size > LONGEST:
        raise TooLong(size)


def render(markdown: str) -> SafeString:
    """Promise the HTML of `markdown`, safe on any page: few tags, no images, no scripts, links without credit.

    Headings start at `h3`, below those of any page, and skip no level. Raises TooLong.
    """
    check_length(markdown)
    return _rendered(_writable(markdown))


def html(source: str) -> SafeString:
    """Promise `source`, HTML from elsewhere, with only what `render` may produce. Raises TooLong."""
    check_length(source)
    return _gate(_writable(source))


def plain(markdown: str, most: int = 0) -> str:
    """Promise the words of `markdown` on one line, without marks; at most `most` characters, cut at a word.

    The answer is plain text, not HTML: templates escape it. Raises TooLong.
    """
    check_length(markdown)
    spaced = re.sub(r"(</(?:p|li|h\d|td|th|blockquote|pre)>|<[bh]r>)", r"\1 ", _rendered(_writable(markdown)))
    words = " ".join(_entities.unescape(nh3.clean(spaced, tags=set())).split())
    if not most or len(words) <= most:
        return words
    cut = words[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:") + "…"


_MARKS = re.compile(r"(?m)^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+|\*\*|__|`")


def unmarked(markdown: str) -> str:
    """Promise the beginning of a text on one line without the commonest marks: for rows of a list, quickly.

    The answer is plain text, not HTML: templates escape it.
    """
    return " ".join(_MARKS.sub("", _writable(markdown)).split())


@lru_cache(maxsize=128)
def _rendered(markdown: str) -> SafeString:
    tokens = _markdown.parse(markdown)
    levels = sorted({token.tag for token in tokens if token.type == "heading_open"})
    lowered = {tag: f"h{min(rank, 6)}" for rank, tag in enumerate(levels, 3)}
    tokens = [_lower(token, lowered) for token in tokens]
    written = _markdown.renderer.render(tokens, _markdown.options, {})
    return _gate(_linker.linkify(written) if _ADDRESS.search(written) else written)


def _gate(source: str) -> SafeString:
    clean = nh3.clean(
        source,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=_SCHEMES,
        link_rel="nofollow noopener noreferrer",
    )
    return mark_safe(clean)  # the gate itself


def _attribute(_tag: str, name: str, value: str) -> str | None:
    return value if name != "href" or _HREF.match(value) else None


def _lower(token: Token, headings: dict[str, str]) -> Token:
    if token.type in {"heading_open", "heading_close"}:
        token.tag = headings[token.tag]
    elif token.type == "th_open":
        token.attrSet("scope", "col")
    return token


def _writable(text: str) -> str:
    """`text` without half characters, which no encoding can write."""
    return text.encode("utf-8", "replace").decode()
