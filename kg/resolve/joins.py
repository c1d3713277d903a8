"""The order in which names are joined: the surest evidence first, then what rests on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.resolve.candidates import (
    acronym_blocks,
    body_words,
    feature_blocks,
    lone_blocks,
    name_blocks,
    surname_index,
    untyped_blocks,
)
from kg.resolve.clusters import Clusters
from kg.resolve.compare import (
    Context,
    Score,
    same_acronym,
    same_lone_name,
    same_name,
    same_surname,
    shared_context,
    similar_names,
)
from kg.resolve.units import Unit

__all__ = ["join_units"]


def join_units(units: Sequence[Unit], contexts: Mapping[str, Context]) -> Clusters:
    """Units of all articles, sorted by their order, as sets of one thing each."""
    clusters = Clusters(units)
    _join_names(clusters, contexts)
    _join_acronyms(clusters, contexts)
    _join_untyped(clusters)
    settled = _join_surnames_within(clusters)
    _join_surnames_across(clusters, contexts, settled)
    return clusters


def _join_names(clusters: Clusters, contexts: Mapping[str, Context]) -> None:
    for key, block in name_blocks(clusters.units, contexts).items():
        leaders: list[int] = []
        for number in block:
            for leader in leaders:
                score = same_name(clusters.units[leader], clusters.units[number], key[1])
                if clusters.join(leader, number, "same-name", score):
                    break
            else:
                leaders.append(number)


def _join_acronyms(clusters: Clusters, contexts: Mapping[str, Context]) -> None:
    """Bare acronyms with the one body they are short for, or with each other where none is known.

    Of a body such as every country has the acronym counts only where the same country is spoken of.
    """
    units = clusters.units
    for acronym, (spelled, bare) in acronym_blocks(units).items():
        for left, right in pairwise(spelled):
            score = similar_names(units[left], units[right], acronym)
            if score is not None:
                clusters.join(left, right, "similar-names-of-acronym", score)
        roots = sorted({clusters.root(number) for number in spelled})
        if len(roots) > 1:
            continue
        for number in bare:
            if roots:
                leader = spelled[0]
                if not units[leader].is_generic or _same_country(units[leader], units[number], contexts):
                    score = same_acronym(units[leader], units[number], acronym)
                    clusters.join(leader, number, "acronym", score)
            elif number != bare[0]:
                score = same_name(units[bare[0]], units[number], acronym)
                clusters.join(bare[0], number, "same-acronym", score)


def _same_country(left: Unit, right: Unit, contexts: Mapping[str, Context]) -> bool:
    country = contexts[left.document].country
    return country != "" and country == contexts[right.document].country


def _join_untyped(clusters: Clusters) -> None:
    """Things whose type an article leaves open, with the one thing of that name whose type is known."""
    for number, found in untyped_blocks(clusters.units).items():
        if len({clusters.root(other) for other in found}) == 1:
            unit, other = clusters.units[number], clusters.units[found[0]]
            reason = (
                f"“{unit.names[0][:80]}” is the name of one thing only in the corpus, of type {other.type}"
            )
            clusters.join(found[0], number, "same-name-untyped", Score(0.8, reason))


def _join_surnames_within(clusters: Clusters) -> set[int]:
    """Lone surnames with the one full name of their article; gives the units that are decided."""
    bodies = body_words(clusters.units)
    settled = {n for n, unit in enumerate(clusters.units) if _may_be_body(unit, bodies)}
    for numbers in _by_document(clusters.units).values():
        index = surname_index(clusters.units, clusters, numbers, said=True)
        for number in numbers:
            lone = clusters.units[number]
            if not lone.is_lone or number in settled:
                continue
            roots = sorted({clusters.root(root) for form in lone.full for root in index.get(form, ())})
            if roots:
                settled.add(number)
            if len(roots) == 1:
                _join_within(clusters, roots[0], number)
    return settled


def _may_be_body(lone: Unit, bodies: frozenset[str]) -> bool:
    """Whether a lone name may be that of a body or place, and nothing shows it to be a person's."""
    return lone.is_lone and not lone.gender and not bodies.isdisjoint(lone.full)


def _join_within(clusters: Clusters, root: int, number: int) -> None:
    lone = clusters.units[number]
    full = next(
        clusters.units[n]
        for n in clusters.members(root)
        if clusters.units[n].document == lone.document and not clusters.units[n].is_lone
    )
    score = same_surname(full, lone, same_article=True, contexts=())
    is_after = lone.start > full.start or lone.mentions[0].sentence < 0
    if score is not None and is_after:
        clusters.join(root, number, "surname-in-article", score)


def _by_document(units: Sequence[Unit]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        found.setdefault(unit.document, []).append(number)
    return found


def _join_surnames_across(clusters: Clusters, contexts: Mapping[str, Context], settled: set[int]) -> None:
    """Lone surnames with the one full name of the corpus, or with each other where there is none."""
    units = clusters.units
    index = surname_index(units, clusters, range(len(units)), said=False)
    lone = [n for n, unit in enumerate(units) if unit.is_lone and n not in settled]
    merged: dict[int, Context] = {}
    for form, numbers in lone_blocks(units, lone).items():
        roots = sorted({clusters.root(root) for root in index.get(form, ())})
        if len(roots) > 1:
            continue
        if not roots:
            _join_lone(clusters, numbers, contexts)
            continue
        root = roots[0]
        context = merged.setdefault(root, _context_of(clusters, root, contexts))
        full = next(units[n] for n in clusters.members(root) if not units[n].is_lone)
        for number in numbers:
            score = same_surname(
                full, units[number], same_article=False, contexts=(context, contexts[units[number].document])
            )
            if score is not None:
                clusters.join(root, number, "surname-in-corpus", score)


def _context_of(clusters: Clusters, root: int, contexts: Mapping[str, Context]) -> Context:
    """What the articles that name a person fully speak of, the person left out."""
    full = [clusters.units[n] for n in clusters.members(root) if not clusters.units[n].is_lone]
    own = {form for unit in full for form in unit.full}
    features = frozenset[str]().union(*(contexts[unit.document].features for unit in full))
    countries = {contexts[unit.document].country for unit in full} - {""}
    return Context(min(countries) if len(countries) == 1 else "", features - own)


def _join_lone(clusters: Clusters, numbers: list[int], contexts: Mapping[str, Context]) -> None:
    units = clusters.units
    for block in feature_blocks(numbers, units, contexts):
        for left, right in pairwise(block):
            shared = shared_context(
                contexts[units[left].document], contexts[units[right].document], units[right].full
            )
            score = same_lone_name(units[left], units[right], shared) if shared else None
            if score is not None:
                clusters.join(left, right, "same-lone-name", score)
