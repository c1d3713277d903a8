"""Rows that hypothesis makes: mentions, claims and words over an imagined text."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

Row = dict[str, Any]

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda item: (item[0], item[0] + item[1]))
TYPES = st.sampled_from(["Person", "Place", "Organization"])
KINDS = st.sampled_from(["name", "nominal", "pronoun"])
CHAINS = st.integers(0, 5)
PAIRS = st.lists(SPANS.map(list), min_size=1, max_size=3)


@st.composite
def mentions(draw: st.DrawFn) -> list[Row]:
    spans = draw(st.lists(SPANS, max_size=10, unique=True))
    return [
        {"start": start, "end": end, "type": draw(TYPES), "kind": draw(KINDS), "chain": draw(CHAINS)}
        for start, end in sorted(spans)
    ]


CLAIMS = st.lists(
    st.fixed_dictionaries({"content": PAIRS, "cue": PAIRS, "speaker": st.one_of(st.just([]), PAIRS)}),
    max_size=5,
)

ROWS = st.fixed_dictionaries({"entities": mentions(), "claims": CLAIMS})

SIZE = 12
"""Characters of the text that words are cut from."""


@st.composite
def parses(draw: st.DrawFn, *, multiword: bool = True) -> Row:
    """Words over one text of :data:`SIZE` letters, in sentences whose trees are chains to the left."""
    cuts = sorted(draw(st.sets(st.integers(1, SIZE - 1))))
    words: list[Row] = []
    sentences: list[list[int]] = []
    for start, end in pairwise([0, *cuts, SIZE]):
        opens = not words or draw(st.booleans())
        parts = draw(st.integers(2, 3)) if multiword and draw(st.booleans()) else 1
        if opens:
            sentences.append([start, end])
        sentences[-1][1] = end
        for part in range(parts):
            words.append(
                {
                    "start": start,
                    "end": end,
                    "form": draw(st.sampled_from(["a", "b", "A"])) if parts > 1 else f"{start}-{end}",
                    "upos": draw(st.sampled_from(["NOUN", "VERB"])),
                    "xpos": draw(st.sampled_from(["NN", "VB"])),
                    "feats": draw(st.sampled_from(["Number=Sing", "_"])),
                    "lemma": draw(st.sampled_from(["x", "y"])),
                    "head": -1 if opens and part == 0 else len(words) - 1,
                    "deprel": draw(st.sampled_from(["nsubj", "obj:x", "obj"])),
                    "multiword": parts > 1,
                }
            )
    return {"words": words, "sentences": sentences}
