"""The timeline's data: every event with the days between which it lies and how exactly they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.page.when import read_when
from kg.vocabulary import KG, SEM

if TYPE_CHECKING:
    from kg.export.page.scene import Scene
    from kg.export.page.when import When
    from kg.export.reader import GraphReader

__all__ = ["event_places", "part_of", "timeline_block"]


def timeline_block(reader: GraphReader, scene: Scene) -> dict[str, Any] | None:
    """Events by position in the scene; None for a graph without any.

    Returns:
        ``events``: [node, first, last, precision, about, words, date], sorted by days; first and last are
        days since 1970-01-01, precision is 0 for a day, 1 for a stretch, 2 for some time within, and date is
        what the graph prints. ``undated``: the other events. ``places``: event -> places. ``whole``: event ->
        the event that it is a part of. ``published``: day of each article, null where it has none.
    """
    events = [at for at, node in enumerate(scene.nodes) if node.kind == "Event"]
    if not events:
        return None
    dated = {at: when for at in events if (when := event_date(reader, scene.nodes[at].iri)) is not None}
    order = sorted(dated, key=lambda at: (dated[at].first, dated[at].last, scene.nodes[at].label, at))
    return {
        "events": [[at, *_columns(dated[at]), scene.nodes[at].date] for at in order],
        "undated": [at for at in events if at not in dated],
        "places": {str(event): places for event, places in event_places(scene).items()},
        "whole": {str(part): whole for part, whole in part_of(scene).items()},
        "published": [_day(article.date) for article in scene.articles],
    }


def event_date(reader: GraphReader, iri: str) -> When | None:
    """When an event happened, by its printed date and the days that bound it."""
    return read_when(
        reader.text(iri, f"{KG}edtf"),
        reader.text(iri, f"{SEM}hasEarliestBeginTimeStamp"),
        reader.text(iri, f"{SEM}hasLatestEndTimeStamp"),
    )


def event_places(scene: Scene) -> dict[int, list[int]]:
    """Event -> the places where it took place, both by position, rising."""
    found: dict[int, set[int]] = {}
    for fact in scene.facts:
        if fact.predicate == f"{SEM}hasPlace" and fact.object >= 0 and fact.asserted:
            found.setdefault(fact.subject, set()).add(fact.object)
    return {event: sorted(found[event]) for event in sorted(found)}


def part_of(scene: Scene) -> dict[int, int]:
    """Event -> the event that it is a part of; of several the first."""
    found: dict[int, int] = {}
    for fact in scene.facts:
        if fact.predicate == f"{KG}subEventOf" and fact.object >= 0:
            found[fact.subject] = min(fact.object, found.get(fact.subject, fact.object))
    return dict(sorted(found.items()))


def _columns(when: When) -> list[Any]:
    return [when.first, when.last, when.precision, int(when.about), when.words]


def _day(text: str) -> int | None:
    when = read_when(text)
    return when.first if when else None
