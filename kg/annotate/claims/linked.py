"""Who speaks at a verb without a subject of its own: the speaker of the attribution before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import COMMAS, Attribution, Scene, Speaker
from kg.annotate.claims.speaker_phrases import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["linked_speaker"]

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_TRUST = 0.95


def linked_speaker(scene: Scene, verb: Token, earlier: Attribution | None) -> Speaker | None:
    """The earlier attribution's speaker, where the verb is joined on in the same sentence.

    ``..., he said, and put the figure at 253``; ``..., he said, adding that ...``.
    """
    if earlier is None or earlier.speaker is None or earlier.speaker_head is None:
        return None
    sentence = scene.span(*scene.bounds[verb.i])
    if not sentence.covers(earlier.cue[0]) or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    before = verb.i - 1
    while before > 0 and scene.tokens[before].pos_ == "ADV":
        before -= 1
    if before < 0 or not _joined(scene, verb, before):
        return None
    return Speaker(earlier.speaker, earlier.speaker_head, earlier.joint, _TRUST)


def _joined(scene: Scene, verb: Token, before: int) -> bool:
    if verb.tag_ in _FINITE:
        return scene.lowers[before] in {"and", "but"}
    opened = scene.lowers[before] in COMMAS | {"and"} or scene.quotation_ending(before + 1) >= 0
    return verb.tag_ == "VBG" and opened
