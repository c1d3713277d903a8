"""Claims that a larger teacher marked in the news of the Groningen Meaning Bank, as texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kg.training.texts.polnear import claim_of
from kg.training.texts.text import Text
from kg.training.texts.tokens import tokenize

__all__ = ["read_silver"]


def read_silver(corpora: Path) -> Iterator[Text]:
    """Read the machine-made claims, a text a line of the file.

    Args:
        corpora: The folder that holds ``attribution_silver``.

    Yields:
        Texts of some sentences, with claims; they weigh less than what people marked.

    Raises:
        ValueError: A line is no JSON.
    """
    path = corpora / "attribution_silver" / "gmb_attribution.jsonl"
    with path.open(encoding="utf-8") as handle:
        for number, line in enumerate(handle):
            row = json.loads(line)
            tokens = tokenize(row["text"])
            if tokens.words:
                claims = [claim_of(tokens, claim) for claim in row["claims"]]
                yield Text(
                    corpus="attribution_silver",
                    key=str(number),
                    words=tokens.words,
                    starts=tokens.starts,
                    claims=tuple(claim for claim in claims if claim is not None),
                    weight=0.4,
                )
