"""Words before a person's name that are not part of it: "Prime Minister", "Gen.", "Mrs."."""

__all__ = ["strip_title"]

_TABLE = """
    adm. admiral ambassador archbishop ayatollah bishop brigadier capt. captain cardinal chairman
    chairwoman chancellor chief cmdr. col. colonel commander commissioner congressman congresswoman
    cpl. deputy director doctor dr dr. first foreign former gen gen. general gov. governor grand
    imam inspector interior judge justice king lady leader lieutenant lord lt. maj. major mayor
    minister miss mr mr. mrs mrs. ms ms. mullah officer oil opposition pastor pfc. pope premier
    president president-elect prime prince princess prof. professor prosecutor queen rabbi rep.
    representative rev. reverend secretary secretary-general sen. senator sergeant sgt.
    sheik sheikh sir spokesman spokeswoman state supreme treasury undersecretary vice defense
    finance prime-minister
"""
_TITLES = frozenset(_TABLE.split())


def strip_title(words: list[str]) -> int:
    """Count the leading words that are titles.

    >>> strip_title(["Prime", "Minister", "Ann", "Example"])
    2
    >>> strip_title(["King"])
    1
    """
    count = 0
    while count < len(words) and words[count].lower() in _TITLES:
        count += 1
    return count
