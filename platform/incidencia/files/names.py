"""What a file is called: the name its owner gave it, without what could mislead or harm."""

import re
import unicodedata

LONGEST = 120  # characters, with the suffix
# Letters a reader can't see or that turn the direction of what follows: "annex\u202efdp.exe" reads "annexexe.pdf".
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean_name(name: str) -> str:
    """Promise the last part of `name` without path, control characters or bidi overrides; at most LONGEST characters.

    The suffix is kept, in lower case. A name of which nothing is left is "file".
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(
        letter for letter in unicodedata.normalize("NFC", last) if unicodedata.category(letter) not in _UNSEEN
    )
    seen = re.sub(r"\s+", " ", seen).strip().rstrip(" .")
    ending = suffix(seen)
    stem = seen[: len(seen) - len(ending)].strip(" .")[: LONGEST - len(ending)].rstrip(" .")
    return (stem or "file") + ending


def suffix(name: str) -> str:
    """Promise what `name` ends in, with its dot, in lower case: ".pdf"; empty where it has none or too long a one."""
    dot = name.rfind(".")
    found = name[dot:].lower() if dot >= 0 else ""
    return found if 1 < len(found) <= 10 else ""
