"""The claims view's data: figures with bounds and scope, verdicts between claims, and when each was said."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from kg.export.page.labels import term_label
from kg.export.page.terms import local_name
from kg.export.page.timeline import part_of
from kg.export.page.verdicts import VERDICTS, read_pairs
from kg.export.page.when import read_when
from kg.vocabulary import KG, SCHEMA

if TYPE_CHECKING:
    from kg.export.page.scene import Scene
    from kg.export.reader import GraphReader

__all__ = ["Bounds", "claims_block", "figure_bounds"]

Bounds = tuple[float | None, float | None]
"""Lowest and highest number that a figure leaves room for; None where it is open or has none."""

NEAR = 0.1
"""How far "about 40" reaches to either side, as a part of the number: as question cq07 has it."""

QUESTIONS = {
    "Arrests": "How many were arrested",
    "Deaths": "How many died",
    "Displaced": "How many were driven out",
    "Duration": "How long it lasted",
    "Injuries": "How many were injured",
    "Money": "How much money",
    "OtherMeasure": "Other figures",
    "Participants": "How many took part",
    "Provinces": "How many provinces",
    "Settlements": "How many towns and villages",
}
"""What figures of a measure answer; others are headed by the measure's own label."""


def claims_block(reader: GraphReader, scene: Scene) -> dict[str, Any] | None:
    """What the view needs beyond the claims themselves; None for a graph without claims.

    Returns:
        ``iris``: the start that all claims' IRIs share, then the rest of each, in the order of the scene.
        ``kinds``: the kind of each claim's cue ("deny", "accuse"), "" where it has none. ``said``: [day,
        words, date as the graph prints it] of each claim or null. ``published``: the same of each article.
        ``measures``: [IRI, label, question]. ``figures``: claim -> its figures, see :func:`_figure`.
        ``verdicts``: [IRI, words, words from the other end, side], side 1 with, -1 against and 0 neither.
        ``pairs``: [claim, other, verdict, reason, figure, other's figure], a figure by its place among its
        claim's, -1 for none. ``whole``: event -> the event it is a part of.
    """
    if not scene.claims:
        return None
    iris = [claim.iri for claim in scene.claims]
    shared = _shared_start(iris)
    quantities = [reader.iris(iri, f"{KG}quantity") for iri in iris]
    measures = sorted({reader.iri(one, f"{KG}measure") for some in quantities for one in some})
    return {
        "iris": [shared, *(iri.removeprefix(shared) for iri in iris)],
        "kinds": [_kind(reader, iri) for iri in iris],
        "said": [_said(reader, iri) for iri in iris],
        "published": [_date(article.date) for article in scene.articles],
        "measures": [_measure(iri) for iri in measures],
        "figures": {
            str(at): [_figure(reader, quantity, measures) for quantity in some]
            for at, some in enumerate(quantities)
            if some
        },
        "verdicts": [[verdict.iri, verdict.forth, verdict.back, verdict.side] for verdict in VERDICTS],
        "pairs": [list(pair) for pair in read_pairs(reader, scene)],
        "whole": {str(part): whole for part, whole in part_of(scene).items()},
    }


def figure_bounds(modifier: str, value: float | None, least: float | None, most: float | None) -> Bounds:
    """The numbers that a figure leaves room for.

    Args:
        modifier: local name of the way it is given, ``AtLeast``.
        value: the number printed, None without one.
        least: lower bound that the graph gives.
        most: upper bound.

    >>> figure_bounds("AtLeast", 17, 17, None)
    (17, None)
    >>> figure_bounds("Between", None, 35, 45)
    (35, 45)
    >>> figure_bounds("Vague", None, None, None)
    (None, None)
    """
    if modifier in ("AtLeast", "MoreThan"):
        return (value if least is None else least), None
    if modifier in ("AtMost", "LessThan"):
        top = value if most is None else most
        return (None if top is None else min(0, top)), top
    if modifier == "Approximately" and value is not None and least is None and most is None:
        return value - NEAR * abs(value), value + NEAR * abs(value)
    low, high = (value if least is None else least), (value if most is None else most)
    return (high, low) if low is not None and high is not None and low > high else (low, high)


def _figure(reader: GraphReader, iri: str, measures: list[str]) -> list[Any]:
    """[measure, words, modifier, number, lowest, highest, scope, the article's words of the scope].

    Numbers are null where the figure has none; scope is "" where it counts for the whole event.
    """
    modifier = local_name(reader.iri(iri, f"{KG}modifier"))
    value, least, most = (
        _finite(reader.number(iri, f"{SCHEMA}{name}")) for name in ("value", "minValue", "maxValue")
    )
    low, high = figure_bounds(modifier, value, least, most)
    words = reader.text(iri, f"{KG}quantityText") or reader.text(iri, f"{SCHEMA}value")
    measure = measures.index(reader.iri(iri, f"{KG}measure"))
    limits = reader.texts(iri, f"{KG}scope")
    return [measure, words, modifier, value, low, high, figure_scope(reader, iri), limits]


def figure_scope(reader: GraphReader, iri: str) -> str:
    """What a figure is limited to in words: "children", "in Quito", "7–9 March 2031"; "" for no limit."""
    words = ", ".join(reader.texts(iri, f"{KG}scope"))
    places = [reader.name(place) for place in reader.iris(iri, f"{KG}scopePlace")]
    when = read_when(
        reader.text(iri, f"{KG}scopeEdtf"),
        reader.text(iri, f"{KG}scopeNotBefore"),
        reader.text(iri, f"{KG}scopeNotAfter"),
    )
    added = [f"in {', '.join(places)}"] if places and not all(place in words for place in places) else []
    # The article's own words mostly say the days already, and better.
    added += [when.words] if when and not words else []
    return " ".join([words, *added]).strip() if len(added) < 2 else ", ".join(filter(None, [words, *added]))


def _shared_start(iris: list[str]) -> str:
    """What all of them begin with: what the first and the last in order share, all of them share."""
    first, last = min(iris), max(iris)
    pairs = enumerate(zip(first, last, strict=False))
    length = next((at for at, (one, other) in pairs if one != other), min(len(first), len(last)))
    return first[:length]


def _measure(iri: str) -> list[str]:
    label = term_label(iri) if iri else "figure"
    return [iri, label, QUESTIONS.get(local_name(iri)) or label.capitalize()]


def _kind(reader: GraphReader, iri: str) -> str:
    kind = reader.iri(iri, f"{KG}cueType")
    return term_label(kind) if kind else ""


def _said(reader: GraphReader, iri: str) -> list[Any] | None:
    names = ("saidEdtf", "saidNotBefore", "saidNotAfter")
    printed, first, last = (reader.text(iri, f"{KG}{name}") for name in names)
    when = read_when(printed, first, last)
    return [when.first, when.words, printed or first] if when else None


def _date(text: str) -> list[Any] | None:
    when = read_when(text)
    return [when.first, when.words, text] if when else None


def _finite(number: float | None) -> float | None:
    """A number that JSON can hold, whole ones without a fraction."""
    if number is None or not math.isfinite(number):
        return None
    return int(number) if number == int(number) else number
