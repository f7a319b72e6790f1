"""One way to compare what people type with what is stored, the same on every database engine."""

import re
import unicodedata

_UNSEEN = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def fold(text: str) -> str:
    """Promise `text` in lower case, without accents or invisible signs, with single spaces.

    `ñ` becomes `n`, so that "espana" finds "España" from a keyboard without it; ligatures, fullwidth and ordinal
    letters become plain ones, `ß` becomes `ss`. Folding what is folded changes nothing.
    """
    bare = _bare(_bare(_UNSEEN.sub("", text)).casefold())
    return _SPACES.sub(" ", bare).strip()


def _bare(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
