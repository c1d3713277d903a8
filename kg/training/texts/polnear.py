"""PolNeAR, political news with attributions, as texts with claims.

Source: https://github.com/networkdynamics/PolNeAR. Every attribution is a source (it may be missing), a cue
and a content, each of one or several spans in brat's standoff: http://brat.nlplab.org/standoff.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kg.training.texts.text import ClaimGold, Text
from kg.training.texts.tokens import Tokens, positions, tokenize

__all__ = ["claim_of", "read_polnear"]

_ROLES = {"Source": "speaker", "Cue": "cue", "Content": "content"}
_SPAN = re.compile(r"(T\d+)\t(?:Source|Cue|Content) ([\d ;]+)\t")

Spans = list[list[int]]


def read_polnear(corpora: Path, split: str = "train") -> Iterator[Text]:
    """Read the articles of a part of the corpus.

    Args:
        corpora: The folder that holds ``polnear``.
        split: ``train`` or ``dev``.

    Yields:
        One text an article, in the order of their names; where several people annotated it, the first's.
        Attributions without cue or content are left out.
    """
    folder = corpora / "polnear" / split
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        tokens = tokenize(path.read_bytes().decode("utf-8"))
        if annotations and tokens.words:
            parts = _attributions(annotations[0].read_text(encoding="utf-8"))
            claims = [claim_of(tokens, part) for part in parts]
            yield Text(
                corpus="polnear",
                key=path.stem,
                words=tokens.words,
                starts=tokens.starts,
                claims=tuple(claim for claim in claims if claim is not None),
            )


def claim_of(tokens: Tokens, parts: dict[str, Spans]) -> ClaimGold | None:
    """Turn spans of characters into positions of words.

    Args:
        tokens: The words of the text.
        parts: Spans of ``cue``, ``speaker`` and ``content``.

    Returns:
        The claim, or nothing where no word is left of the cue or of the content.
    """
    cue, speaker, content = (positions(tokens, parts.get(role, [])) for role in ("cue", "speaker", "content"))
    return ClaimGold(cue=cue, speaker=speaker, content=content) if cue and content else None


def _attributions(annotation: str) -> Iterator[dict[str, Spans]]:
    spans: dict[str, Spans] = {}
    for line in annotation.split("\n"):
        if match := _SPAN.match(line):
            spans[match[1]] = [[int(number) for number in span.split()] for span in match[2].split(";")]
        elif line.startswith("E") and "Attribution" in line:
            yield _parts(line, spans)


def _parts(line: str, spans: dict[str, Spans]) -> dict[str, Spans]:
    parts: dict[str, Spans] = {"cue": [], "speaker": [], "content": []}
    for item in line.split("\t")[1].split():
        role, _, mark = item.partition(":")
        role = role.rstrip("0123456789")
        if role in _ROLES:
            parts[_ROLES[role]] += spans.get(mark, [])
    return parts
