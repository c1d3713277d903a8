"""LitBank's stretches of novels as texts: chains of people, places and things, and asserted events.

Source: https://github.com/dbamman/litbank. Its chains cover people, facilities, places, vehicles and
organizations only; the files of chains do not tell which. Events are those told as having happened.
Its sentence borders are a machine's (they part a quoted question from "he asked"): not taken for gold.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.training.texts.text import MentionGold, Text

__all__ = ["read_litbank"]

_WORD, _CHAINS = 3, 12
_LENGTH = 700
"""Words of a text at most; a novel's stretch of about 2,000 is cut into these."""


def read_litbank(corpora: Path) -> Iterator[Text]:
    """Read every novel, cut at sentence borders into texts of at most about 700 words.

    Args:
        corpora: The folder that holds ``litbank``.

    Yields:
        Texts in the order of the files. ``triggers`` is None where the events' words are other words.

    Raises:
        ValueError: A line has fewer columns than the format.
    """
    folder = corpora / "litbank"
    for path in sorted((folder / "coref").glob("*.conll")):
        sentences = _columns(path)
        words = [row[_WORD] for sentence in sentences for row in sentence]
        events = _events(folder / "events" / f"{path.stem}.tsv", words)
        yield from _cut(path.stem.removesuffix("_brat"), sentences, events)


def _columns(path: Path) -> list[list[list[str]]]:
    """Read the sentences of a file, each a list of rows."""
    sentences: list[list[list[str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if not line.strip():
            sentences.append([])
        elif not line.startswith(("#begin ", "#end ")):
            if len(row) <= _CHAINS:
                raise ValueError(f"{path.name}: not {_CHAINS + 1} columns: {line[:80]!r}")
            sentences[-1].append(row)
    return [sentence for sentence in sentences if sentence]


def _events(path: Path, words: list[str]) -> list[str] | None:
    """Read a tag a word, or None where the file is missing or has other words."""
    if not path.exists():
        return None
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if [row[0] for row in rows] != words:
        return None
    return ["event" if row[1] == "EVENT" else "O" for row in rows]


def _cut(key: str, sentences: list[list[list[str]]], events: list[str] | None) -> Iterator[Text]:
    total = sum(map(len, sentences))
    size = total / -(-total // _LENGTH)  # parts of one length, not a short rest
    part: list[list[list[str]]] = []
    done = number = length = 0
    for position, sentence in enumerate(sentences):
        part.append(sentence)
        length += len(sentence)
        if position == len(sentences) - 1 or done + length >= size * (number + 1):
            tags = None if events is None else events[done : done + length]
            yield _text(f"{key}-{number}", part, tags)
            done, number, length, part = done + length, number + 1, 0, []


def _text(key: str, sentences: list[list[list[str]]], triggers: list[str] | None) -> Text:
    rows = [row for sentence in sentences for row in sentence]
    starts, position = [], 0
    for sentence in sentences:
        starts.append(position)
        position += len(sentence)
    return Text(
        corpus="litbank",
        key=key,
        words=[row[_WORD] for row in rows],
        starts=starts,
        mentions=_mentions([row[_CHAINS] for row in rows]),
        triggers=triggers,
    )


def _mentions(column: list[str]) -> tuple[MentionGold, ...]:
    """Read brackets as ``(0|(1)``: chain 0 opens, chain 1 has a mention of this word."""
    found: set[MentionGold] = set()
    pending: dict[int, list[int]] = {}
    for index, value in enumerate(column):
        for item in filter(None, value.strip().split("|")):
            digits = item.strip("()_- ")
            if not digits:
                continue
            chain = int(digits)
            if item.startswith("("):
                pending.setdefault(chain, []).append(index)
            if item.endswith(")") and pending.get(chain):
                found.add(MentionGold(pending[chain].pop(), index + 1, "", chain))
    return tuple(sorted(found, key=lambda item: (item.start, -item.end, item.chain)))
