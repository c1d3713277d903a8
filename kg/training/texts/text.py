"""The value that every corpus is converted into for the reader: a running text with the layers it has."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ClaimGold", "MentionGold", "Syntax", "Text"]


@dataclass(frozen=True, slots=True)
class Syntax:
    """Tags and dependencies; every list is as long as the text's words.

    Attributes:
        pos: Universal part-of-speech tags.
        tags: Penn Treebank tags.
        morphs: Universal features as ``Case=Nom|Number=Sing``, ``"_"`` for none.
        lemmas: Lemmas.
        heads: Position in the text of each word's head; the root of a sentence is its own head.
        deps: Universal dependency relations, ``ROOT`` for roots.
    """

    pos: list[str]
    tags: list[str]
    morphs: list[str]
    lemmas: list[str]
    heads: list[int]
    deps: list[str]


@dataclass(frozen=True, slots=True)
class MentionGold:
    """A mention of a chain: first word, word after the last, type, number of the chain (singletons too).

    type: ``person``, ``organization``, ``place``, ``event``, ``time``, ``object``, ``abstract``, or "" where
    the corpus does not tell.
    """

    start: int
    end: int
    type: str
    chain: int


@dataclass(frozen=True, slots=True)
class ClaimGold:
    """Positions of the words of a claim's parts, rising; speaker may be empty, the others not."""

    cue: tuple[int, ...]
    speaker: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A running text (an article, a chapter, some sentences in a row) with the layers that it has.

    A layer that is None is not annotated and trains nothing.

    Attributes:
        corpus: Name of the corpus, as in the registry.
        key: The corpus' own name of the text.
        words: Tokens, never empty strings nor blanks.
        starts: Position of the first word of each sentence, rising from 0. Where the corpus does not know
            sentences, good guesses (the text is only cut into windows there).
        sentences: Whether ``starts`` are gold and train the sentence borders.
        syntax: Tags and dependencies.
        names: One tag a word: ``O``, ``B-``/``I-`` with a label of ``kg.reader.labels.NAMES`` or of its
            unions (``PLACE``), or ``-`` where the corpus does not tell.
        lacks: Labels that the corpus does not annotate: a word outside may be one of them.
        mentions: Mentions of every chain. They may nest.
        exhaustive: Whether a span that is not in ``mentions`` is no mention (GUM: every noun phrase is in).
        claims: Who says what. Cues may be discontinuous; contents may nest.
        triggers: One tag a word: ``event``, ``report`` (a word of saying), ``O``, or ``-`` for unknown.
        weight: How much its losses count (below 1: machine-made labels).
    """

    corpus: str
    key: str
    words: list[str]
    starts: list[int]
    sentences: bool = False
    syntax: Syntax | None = None
    names: list[str] | None = None
    lacks: frozenset[str] = frozenset()
    mentions: tuple[MentionGold, ...] | None = None
    exhaustive: bool = False
    claims: tuple[ClaimGold, ...] | None = None
    triggers: list[str] | None = None
    weight: float = 1.0

    def __post_init__(self) -> None:
        """Check the lengths.

        Raises:
            ValueError: A layer is not as long as the words, or a position lies outside.
        """
        size = len(self.words)
        layers = [self.names, self.triggers]
        if self.syntax is not None:
            layers += [getattr(self.syntax, name) for name in Syntax.__dataclass_fields__]
        if any(layer is not None and len(layer) != size for layer in layers):
            raise ValueError(f"{self.corpus} {self.key}: a layer is not as long as the words")
        if not all(self.words) or not self.starts or self.starts[0] != 0:
            raise ValueError(f"{self.corpus} {self.key}: an empty word, or no sentence at the start")
        ends = [mention.end for mention in self.mentions or ()]
        ends += [
            max(p) + 1 for claim in self.claims or () for p in (claim.cue, claim.speaker, claim.content) if p
        ]
        if max(ends, default=0) > size:
            raise ValueError(f"{self.corpus} {self.key}: a position lies outside")
