"""Sorts out attributions within attributions of one paragraph.

"X said A, and Y said B" is two attributions side by side, whatever the parse says; "X said that Y believes S"
is one, of X; "Reuters reported that the ministry said S" is two, and the ministry is whom Reuters relies on.
"""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.claims.attributed import Attribution, Scene
from kg.model import Span

__all__ = ["disentangled"]

_JOINTS = (", and", ", but", ";", ", while", " and", " but")
_SURE = 0.6
_RELAYED = 0.9
_LEAST = 12


def disentangled(scene: Scene, found: list[Attribution]) -> list[Attribution]:
    """The attributions, none cutting into another, none nested but those that an outlet relays."""
    result = list(found)
    for inner in found:
        if inner.confidence < _SURE:
            continue
        result = [_cut(scene, outer, inner) if outer.cue != inner.cue else outer for outer in result]
    return _nested(result)


def _cut(scene: Scene, outer: Attribution, inner: Attribution) -> Attribution:
    """The outer attribution, its content ending where the other's clause is joined on."""
    begin = min([inner.cue[0].start, *([inner.speaker.start] if inner.speaker else [])])
    if begin < outer.cue[0].start and inner.speaker == outer.speaker:
        begin = inner.cue[0].start
    base, text = scene.passage.region.span.start, scene.text
    content = []
    for span in outer.content:
        head = text[span.start - base : begin - base].rstrip() if span.start < begin < span.end else ""
        joint = next((joint for joint in _joints(scene, inner) if head.endswith(joint)), "")
        end = span.start + len(head) - len(joint)
        cuts = joint and end - span.start >= _LEAST and not any(q.start < begin < q.end for q in outer.quoted)
        content.append(Span(span.start, end) if cuts else span)
    if tuple(content) == outer.content:
        return outer
    quoted = tuple(q for q in outer.quoted if any(span.covers(q) for span in content))
    quote_type = outer.quote_type if quoted else "Indirect"
    return replace(outer, content=tuple(content), quoted=quoted, quote_type=quote_type)


def _joints(scene: Scene, inner: Attribution) -> tuple[str, ...]:
    """What may stand before the second clause: for a participle ("..., adding that") a comma does."""
    cue = scene.text[: inner.cue[-1].end - scene.passage.region.span.start]
    return (*_JOINTS, ",") if cue.endswith("ing") else _JOINTS


def _nested(found: list[Attribution]) -> list[Attribution]:
    """Without those whose cue lies in the content of a surer one, unless that one relays them."""
    result: list[Attribution] = []
    for attribution in found:
        outer = next((o for o in found if o is not attribution and _holds(o, attribution)), None)
        if outer is None:
            result.append(attribution)
        elif outer.cue_type == "Report" and attribution.confidence >= _SURE:
            result.append(replace(attribution, confidence=round(attribution.confidence * _RELAYED, 3)))
    inner = {a.start: a for a in result}
    return [_relying(outer, list(inner.values())) for outer in result]


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return outer.confidence >= _SURE and all(outer.covers(span) for span in inner.cue)


def _relying(outer: Attribution, found: list[Attribution]) -> Attribution:
    inner = next(
        (a for a in found if a is not outer and outer.cue_type == "Report" and _holds(outer, a)), None
    )
    if inner is None or outer.source is not None:
        return outer
    return replace(outer, source=inner.speaker, source_head=inner.speaker_head)
