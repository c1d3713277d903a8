"""The value that every corpus is converted into: one sentence with the layers it has."""

from dataclasses import dataclass, field, replace

__all__ = ["LABELS", "MISSING", "OUTSIDE", "Sentence", "Span", "bio", "spans"]

LABELS = ("DATE", "EVENT", "NORP", "ORG", "PERSON", "PLACE")
"""The entity labels of the pipeline, sorted."""

OUTSIDE = "O"
MISSING = "-"

Span = tuple[int, int, str]
"""First token, token after the last, label."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a corpus; every list is empty (layer not annotated) or as long as ``words``.

    Attributes:
        words: Tokens as the corpus has them.
        spaces: Whether a blank follows the token.
        tags: Penn Treebank tags.
        pos: Universal part-of-speech tags.
        morphs: Universal features, ``"_"`` for none.
        lemmas: Lemmas.
        heads: Index of each token's head in this sentence; the root is its own head.
        deps: Universal dependency relations.
        ents: ``B-``/``I-`` and a label, ``O``, or ``-`` where the corpus does not tell.
        misc: The corpus' own extra column.
        opens: Whether a paragraph begins here.
        key: The corpus' own name of the sentence.
    """

    words: list[str]
    spaces: list[bool]
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    ents: list[str] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)
    opens: bool = False
    key: str = ""

    def with_ents(self, ents: list[str]) -> "Sentence":
        """Give the same sentence with other entity tags.

        Raises:
            ValueError: The number of tags is not the number of words.
        """
        if len(ents) != len(self.words):
            raise ValueError(f"{len(ents)} entity tags for {len(self.words)} words in {self.key!r}")
        return replace(self, ents=ents)


def spans(tags: list[str]) -> list[Span]:
    """Read the spans off ``B-``/``I-`` tags; a stray ``I-`` opens a span.

    >>> spans(["B-ORG", "I-ORG", "O", "I-PLACE", "-"])
    [(0, 2, 'ORG'), (3, 4, 'PLACE')]
    """
    found: list[Span] = []
    for index, tag in enumerate(tags):
        prefix, _, label = tag.partition("-")
        if not label:
            continue
        if prefix == "I" and found and found[-1][1] == index and found[-1][2] == label:
            found[-1] = (found[-1][0], index + 1, label)
        else:
            found.append((index, index + 1, label))
    return found


def bio(length: int, marked: list[Span], default: str = OUTSIDE) -> list[str]:
    """Write spans as tags; a span with the label ``-`` marks its tokens as missing.

    Args:
        length: How many tokens there are.
        marked: Spans; where two overlap the earlier in the list stays.
        default: The tag of the tokens outside every span.

    >>> bio(4, [(0, 2, "ORG"), (1, 3, "PLACE"), (3, 4, "-")])
    ['B-ORG', 'I-ORG', 'O', '-']
    """
    tags = [default] * length
    taken = [False] * length
    for start, end, label in marked:
        if any(taken[start:end]):
            continue
        for index in range(start, end):
            taken[index] = True
            if label == MISSING:
                tags[index] = MISSING
            else:
                tags[index] = ("B-" if index == start else "I-") + label
    return tags
