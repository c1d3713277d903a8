"""Attributions from what the reader's network tagged: cue, speaker and content of each claim.

The network says which words are what; the parse and the quotation marks say where phrases begin and end, the
word lists what kind of saying it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.claims.attributed import Attribution, Scene, Speaker
from kg.annotate.claims.contents import attribution
from kg.annotate.claims.role_contents import Ranges, read_content
from kg.annotate.claims.role_cues import CueRead, kind_of_saying, read_cue
from kg.annotate.claims.role_speakers import read_speaker, speaker_left_out
from kg.annotate.claims.surety import surety
from kg.annotate.claims.unsaid import is_passive
from kg.annotate.reading import RolesRead
from kg.model import Span

__all__ = ["tagged"]

_SAME = 0.5
_QUOTED = 4
"""Words in quotation marks, at least, that make of an act a saying: fewer may be but a name."""


def tagged(pages: Sequence[Scene], roles: Sequence[RolesRead]) -> list[list[Attribution]]:
    """For each paragraph its attributions in text order; of two with the same words said only the surer.

    Args:
        pages: the paragraphs of an article.
        roles: what the network tagged in it, anywhere.
    """
    found: list[list[Attribution]] = [[] for _ in pages]
    for role in sorted(roles, key=lambda role: (role.cue, role.content, role.speaker)):
        number = next((n for n, scene in enumerate(pages) if _holds(scene, role.cue)), -1)
        if number < 0:
            continue
        before = found[number][-1] if found[number] else None
        if (attributed := _attribution(pages, number, role, before)) is not None:
            found[number].append(attributed)
    return [_without_doubles(part) for part in found]


def _holds(scene: Scene, spans: Sequence[Span]) -> bool:
    return bool(spans) and scene.passage.region.span.covers(spans[0])


def _attribution(
    pages: Sequence[Scene], number: int, role: RolesRead, before: Attribution | None
) -> Attribution | None:
    scene = pages[number]
    tokens = scene.tokens_of(role.cue)
    if not tokens:
        return None
    cue = read_cue(scene, tokens)
    cued = {token.i for token in tokens}
    said = {token.i for token in scene.tokens_of(role.content)} - {t.i for t in scene.tokens_of(role.speaker)}
    speaker = read_speaker(scene, role.speaker, cue.anchor, cued | said)
    if speaker is not None and cue.cue.type and _is_told(scene, cue, speaker):
        return None
    speaker = speaker or speaker_left_out(scene, cue, before)
    speaking = {token.i for token in scene.tokens_of((speaker.span,) if speaker is not None else ())}
    place, ranges = _content(pages, number, role.content, cued | speaking)
    if not ranges:
        return None
    found = attribution(place, speaker, cue.cue, cue.words, ranges, 1.0, "tagged")
    return found and _weighed(place, found, ranges, cue, speaker, role.score)


def _is_told(scene: Scene, cue: CueRead, speaker: Speaker) -> bool:
    """Whether the one tagged as speaker is the subject of a passive, who is told or accused."""
    return is_passive(cue.anchor) and speaker.span.end <= scene.passage.token_span(cue.anchor).start


def _content(
    pages: Sequence[Scene], number: int, spans: Sequence[Span], taken: set[int]
) -> tuple[Scene, Ranges]:
    """The paragraph that holds the words said, the cue's own or else one beside it, and their tokens."""
    if ranges := read_content(pages[number], spans, taken):
        return pages[number], ranges
    for beside in (number + 1, number - 1):
        if 0 <= beside < len(pages) and (ranges := read_content(pages[beside], spans, ())):
            return pages[beside], ranges
    return pages[number], []


def _weighed(
    scene: Scene, found: Attribution, ranges: Ranges, cue: CueRead, speaker: Speaker | None, score: float
) -> Attribution:
    """The attribution with its kind of saying and how sure it is."""
    tokens = [token for start, end in ranges for token in scene.tokens[start:end]]
    quoted = max((_words(scene, span) for span in found.quoted), default=0)
    trust = speaker.trust if speaker is not None else 0.0
    kind = kind_of_saying(cue, trust, tokens, quoted=quoted >= _QUOTED)
    marked = found.quote_type != "Indirect"
    length = sum(span.end - span.start for span in found.content)
    sure = surety(score, cue.cue.strength, speaker, length, quoted=marked)
    return replace(found, cue_type=kind, confidence=sure)


def _words(scene: Scene, span: Span) -> int:
    return sum(token.is_alpha for token in scene.tokens_of((span,)))


def _without_doubles(found: Sequence[Attribution]) -> list[Attribution]:
    ranked = sorted(found, key=lambda a: (-a.confidence, a.start, a.end))
    kept: list[Attribution] = []
    for attribution_ in ranked:
        if not any(_shared(attribution_.content, other.content) >= _SAME for other in kept):
            kept.append(attribution_)
    return sorted(kept, key=lambda a: (a.start, a.end, a.cue))


def _shared(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Characters in both, as a part of those in either."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
    either = sum(span.end - span.start for span in (*left, *right)) - both
    return both / either
