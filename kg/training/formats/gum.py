"""Names of the GUM corpus, read off its nested entities.

Source: https://gucorpling.org/gum. ``Entity=`` brackets every mention, pronouns and descriptions
too; a name is a mention whose head is a proper noun, cut down to the name itself.
"""

import re
from collections.abc import Iterable, Iterator

from kg.training.formats.sentence import MISSING, Sentence, Span, bio
from kg.training.formats.titles import strip_title

__all__ = ["name_documents", "name_sentence"]

LABEL_OF = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "PLACE",
    "event": "EVENT",
    "time": "DATE",
}
_BRACKET = re.compile(r"\((\d+)-([^()]+)(\))?|(\d+)\)")
_JOINERS = "of the and for in on at de la del du al el von van bin ibn 's ’s - & / . ’ '"
_INSIDE = frozenset(_JOINERS.split())
_CUT = {
    "person": frozenset(("of", "in", "for", "and", "'s", "’s")),
    "place": frozenset(("and", "in")),
}
_DATE_WORD = re.compile(
    r"\d{4}s?$|today|yesterday|tomorrow|tonight|week|month|year|morning|evening|night|afternoon|decade"
    r"|century|weekend|spring|summer|autumn|fall|winter|hour|day",
    re.IGNORECASE,
)
_LONGEST_DATE = 7
_UNITS = "year years day days month months week weeks hour hours time decade decades"
_BARE = frozenset(_UNITS.split())


def name_documents(documents: Iterable[list[Sentence]]) -> Iterator[list[Sentence]]:
    """Add the name layer to every sentence of every document."""
    for document in documents:
        yield [name_sentence(sentence) for sentence in document]


def name_sentence(sentence: Sentence) -> Sentence:
    """Add the name layer to one sentence, from its ``misc`` column.

    Capitalized adjectives outside names ("Danish") are marked as missing: GUM does not mark them.
    """
    mentions = sorted(_mentions(sentence), key=lambda item: (item[0], -item[1]))
    names: list[Span] = []
    for start, end, kind, head in mentions:
        if kind == "time":
            name = _date(sentence, start, end)
        else:
            name = _name(sentence, start, end, head, kind, mentions)
        if name is not None:
            names.append(name)
    names.sort(key=lambda name: (name[0] - name[1], name[0]))
    unknown = [
        (i, i + 1, MISSING)
        for i, (word, tag) in enumerate(zip(sentence.words, sentence.tags, strict=True))
        if tag in ("JJ", "NNPS") and word[:1].isupper()
    ]
    return sentence.with_ents(bio(len(sentence.words), [*names, *unknown]))


def _mentions(sentence: Sentence) -> list[tuple[int, int, str, int]]:
    """List the mentions as first token, token after the last, GUM's type, head token."""
    found: list[tuple[int, int, str, int]] = []
    pending: dict[str, list[tuple[int, str, int]]] = {}
    for index, column in enumerate(sentence.misc):
        value = next((x[7:] for x in column.split("|") if x.startswith("Entity=")), "")
        for match in _BRACKET.finditer(value):
            opened, rest, closed_here, closed = match.groups()
            group = opened or closed
            if opened:
                parts = rest.split("-")
                first_head = parts[4].split(",")[0] if len(parts) > 4 else "1"
                offset = int(first_head) - 1 if first_head.isdigit() else 0
                pending.setdefault(group, []).append((index, parts[0], index + offset))
            if (closed or closed_here) and pending.get(group):
                start, kind, head = pending[group].pop()
                found.append((start, index + 1, kind, min(head, index)))
    return found


def _name(
    sentence: Sentence,
    start: int,
    end: int,
    head: int,
    kind: str,
    mentions: list[tuple[int, int, str, int]],
) -> Span | None:
    label = LABEL_OF.get(kind)
    if label is None or sentence.pos[head] != "PROPN":
        return None
    words = sentence.words
    if kind == "person":  # "Oxford historian Ann Example": a nested name before the head is not the name
        for other_start, other_end, other_kind, _ in mentions:
            if start <= other_start and other_end <= head and other_kind != "person":
                start = max(start, other_end)
    while start < head and not words[start][:1].isupper():
        start += 1
    if start < head and sentence.pos[start] in ("DET", "PRON"):
        start += 1
    stop = start
    joiners = _INSIDE - _CUT.get(kind, frozenset())
    while stop < end and (
        words[stop][:1].isupper()
        or words[stop][:1].isdigit()
        or words[stop].lower() in joiners
        or sentence.pos[stop] == "PROPN"
    ):
        stop += 1
    while stop > start and sentence.pos[stop - 1] not in ("PROPN", "NUM", "NOUN", "ADJ"):
        stop -= 1
    if kind == "person":
        start += strip_title(words[start:stop])
        if stop == start + 1 and sentence.tags[start] == "NNPS":
            return start, stop, "NORP"
    return (start, stop, label) if start <= head < stop else None


def _date(sentence: Sentence, start: int, end: int) -> Span | None:
    while start < end and sentence.pos[start] in ("DET", "ADP"):
        start += 1
    if end - start > _LONGEST_DATE or start >= end or "PRON" in sentence.pos[start:end]:
        return None
    if end - start == 1 and sentence.words[start].lower() in _BARE:
        return None
    told = any(
        _DATE_WORD.match(word) or (pos == "PROPN")
        for word, pos in zip(sentence.words[start:end], sentence.pos[start:end], strict=True)
    )
    return (start, end, "DATE") if told else (start, end, MISSING)
