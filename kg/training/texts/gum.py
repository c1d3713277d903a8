"""The GUM corpus as texts: syntax, sentences, names, and every mention with its chain.

Source: https://gucorpling.org/gum. ``Entity=`` in the last column brackets the mentions; format:
https://wiki.gucorpling.org/gum/conllu. The attributions that the corpus' discourse relations give are left
out: a content there is one clause of what is said, a speaker lacks its apposition, and most of what the
interviews' partners say is not in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg.reader.labels import UNIONS
from kg.training.formats.conllu import read_conllu
from kg.training.formats.gum import LABEL_OF, name_sentence
from kg.training.formats.sentence import MISSING, Sentence, bio, spans
from kg.training.texts.flatten import flat_text
from kg.training.texts.places import demonyms, place_label
from kg.training.texts.text import MentionGold, Text

__all__ = ["LACKS", "read_gum"]

LACKS = frozenset(("MISC", "NORP", "QUANTITY"))
"""GUM has no type for peoples, works, laws, amounts."""

_NAMELESS = frozenset(("abstract", "animal", "object", "plant", "substance"))
"""Types whose names may be works, products, laws or no names at all ("English"): not told."""

_JOINERS = frozenset(("ADP", "CCONJ", "DET", "PART"))
_BRACKET = re.compile(r"\((\d+)(?:\[[\d/]+\])?-([a-z]+)(?:-[^()]*)?(\))?|(\d+)(?:\[[\d/]+\])?\)")


def read_gum(corpora: Path, split: str = "train") -> Iterator[Text]:
    """Read the documents of a part of the corpus.

    Args:
        corpora: The folder that holds ``gum``.
        split: ``train`` or ``dev``.

    Yields:
        One text a document, files and documents in order.

    Raises:
        ValueError: A line has not ten columns.
    """
    for path in sorted((corpora / "gum" / "dep" / split).glob("*.conllu")):
        for document in read_conllu(path):
            if document:
                yield _text(document)


def _text(document: list[Sentence]) -> Text:
    mentions = _mentions([column for sentence in document for column in sentence.misc])
    text = flat_text(
        "gum",
        document[0].key.rpartition("-")[0] or document[0].key,
        [name_sentence(sentence) for sentence in document],
        sentences=True,
        lacks=LACKS,
        mentions=tuple(mentions),
        exhaustive=True,
    )
    if text.names is None or text.syntax is None:
        return text
    names = _headed(text.words, text.names, text.syntax.heads, mentions)
    return replace(text, names=_untold(names, text.syntax.pos, mentions))


def _mentions(misc: list[str]) -> list[MentionGold]:
    """Read the brackets off the last columns of a document's words; a mention never closed is dropped."""
    found: set[MentionGold] = set()
    pending: dict[int, list[tuple[int, str]]] = {}
    for index, column in enumerate(misc):
        value = next((x[7:] for x in column.split("|") if x.startswith("Entity=")), "")
        for match in _BRACKET.finditer(value):
            opened, kind, closed_here, closed = match.groups()
            group = int(opened or closed)
            if opened:
                pending.setdefault(group, []).append((index, kind))
            if (closed or closed_here) and pending.get(group):
                start, kind = pending[group].pop()
                found.add(MentionGold(start, index + 1, kind, group))
    return sorted(found, key=lambda item: (item.start, -item.end, item.chain, item.type))


def _headed(words: list[str], names: list[str], heads: list[int], mentions: list[MentionGold]) -> list[str]:
    """Keep the names that hold the head of a mention of their type.

    In "Ann Example's death" the name is the person's, not the event's: such a name takes the type of the
    smallest mention that it names, if it is one of ``LABEL_OF``, else it is not told.
    """
    inner: list[tuple[int, MentionGold]] = [
        (_head(mention, heads), mention) for mention in sorted(mentions, key=lambda m: m.end - m.start)
    ]
    tags = list(names)
    for start, end, label in spans(names):
        if label == "NORP" and " ".join(words[start:end]) not in demonyms():  # "Magicians"
            tags[start:end] = [MISSING] * (end - start)
        if label in ("DATE", "NORP"):
            continue
        around = [
            LABEL_OF.get(mention.type, MISSING)
            for head, mention in inner
            if mention.start <= start <= head < end <= mention.end
        ]
        if ("PLACE" if label in UNIONS["PLACE"] else label) not in around:
            told = around[0] if around else MISSING
            told = place_label(words[start:end]) if told == "PLACE" else told
            tags[start:end] = bio(end - start, [(0, end - start, told)])
    return tags


def _head(mention: MentionGold, heads: list[int]) -> int:
    """Find the first word of a mention that hangs on none of its words."""
    inside = range(mention.start, mention.end)
    return next((i for i in inside if heads[i] == i or heads[i] not in inside), mention.start)


def _untold(names: list[str], pos: list[str], mentions: list[MentionGold]) -> list[str]:
    """Mark proper nouns outside the names as not told, in a mention that may be a work, product or law."""
    tags = list(names)
    for mention in mentions:
        if mention.type in _NAMELESS:
            free = [i for i in range(mention.start, mention.end) if tags[i] in ("O", MISSING)]
            proper = [i for i in free if pos[i] == "PROPN"]
            for index in proper + [i for i in free if pos[i] in _JOINERS and _between(i, pos, proper)]:
                tags[index] = MISSING
    return tags


def _between(index: int, pos: list[str], proper: list[int]) -> bool:
    """Tell whether a joining word stands between proper nouns: both in "Flight of the Phoenix"."""
    before, after = index, index
    while before > 0 and pos[before] in _JOINERS:
        before -= 1
    while after < len(pos) - 1 and pos[after] in _JOINERS:
        after += 1
    return before in proper and after in proper
