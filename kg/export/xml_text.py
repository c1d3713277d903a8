"""Text that an XML 1.0 file can hold."""

from __future__ import annotations

import re

__all__ = ["clean"]

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    r"""The text with U+FFFD in place of each character that XML 1.0 cannot hold, not even escaped.

    >>> clean("a\x00b\x1b[1mc\td")
    'a\ufffdb\ufffd[1mc\td'
    """
    return _FORBIDDEN.sub(_REPLACEMENT, text)
