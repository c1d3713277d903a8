"""Blanks between the tokens of corpora that do not keep them."""

__all__ = ["blanks"]

_CLOSING = ", . ; : ? ! ) ] } % 's 'S n't 're 've 'll 'd 'm ’s n’t ' ... ''"
_OPENING = "( [ { $ £ € # ``"
_NO_BLANK_BEFORE = frozenset(_CLOSING.split())
_NO_BLANK_AFTER = frozenset(_OPENING.split())


def blanks(words: list[str]) -> list[bool]:
    """Guess after which tokens a blank follows; straight quotes open and close in turn.

    >>> blanks(["He", "said", ":", '"', "No", ".", '"'])
    [True, False, True, False, False, False, True]
    """
    spaces = []
    opened = False
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if word == '"':
            opened = not opened
        blank = following not in _NO_BLANK_BEFORE and word not in _NO_BLANK_AFTER
        if (word == '"' and opened) or (following == '"' and opened):
            blank = False
        spaces.append(blank)
    return spaces
