"""The GUM corpus as texts: syntax, sentences, names, and every mention with its chain.

Source: https://gucorpling.org/gum. ``Entity=`` in the last column brackets the mentions; format:
https://wiki.gucorpling.org/gum/conllu. The attributions that the corpus' discourse relations give are left
out: a content there is one clause of what is said, a speaker lacks its apposition, and most of what the
interviews' partners say is not in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, chain
from pathlib import Path

from kg.training.conllu import read_conllu
from kg.training.gum import name_sentence
from kg.training.sentence import MISSING, Sentence
from kg.training.texts.text import MentionGold, Syntax, Text

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
        One text a document, files and documents in order. ``names`` tells places as ``PLACE``.

    Raises:
        ValueError: A line has not ten columns.
    """
    for path in sorted((corpora / "gum" / "dep" / split).glob("*.conllu")):
        for document in read_conllu(path):
            if document:
                yield _text(document)


def _text(document: list[Sentence]) -> Text:
    named = [name_sentence(sentence) for sentence in document]
    lengths = [len(sentence.words) for sentence in document]
    starts = [0, *accumulate(lengths)][:-1]
    mentions = _mentions(list(chain.from_iterable(s.misc for s in document)))
    words = _flat(document, "words")
    pos = _flat(document, "pos")
    return Text(
        corpus="gum",
        key=document[0].key.rpartition("-")[0] or document[0].key,
        words=words,
        starts=starts,
        sentences=True,
        syntax=_syntax(document, starts),
        names=_untold(_flat(named, "ents"), pos, mentions),
        lacks=LACKS,
        mentions=tuple(mentions),
        exhaustive=True,
    )


def _flat(sentences: list[Sentence], layer: str) -> list[str]:
    return [item for sentence in sentences for item in getattr(sentence, layer)]


def _syntax(document: list[Sentence], starts: list[int]) -> Syntax:
    shifted = (
        [start + head for head in sentence.heads] for start, sentence in zip(starts, document, strict=True)
    )
    return Syntax(
        pos=_flat(document, "pos"),
        tags=_flat(document, "tags"),
        morphs=_flat(document, "morphs"),
        lemmas=_flat(document, "lemmas"),
        heads=list(chain.from_iterable(shifted)),
        deps=_flat(document, "deps"),
    )


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
