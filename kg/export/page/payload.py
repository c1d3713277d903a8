"""The scene as plain lists and dictionaries with short keys: what goes into the page as JSON.

The first block draws the map, the second holds the evidence and is parsed when something is first chosen.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

from kg.export.page.entities import short_keys
from kg.export.page.labels import incoming_label, term_label
from kg.export.page.scene import Article, Claim, Fact, Link, Node, Scene
from kg.export.page.view import CITES, SPEAKS_ABOUT
from kg.export.page.when import read_when

__all__ = ["evidence_block", "link_options", "map_block", "node_options", "predicates"]

ITEM_KINDS = ("fact", "role", "claim")
EMPTY: tuple[Any, ...] = ("", None, [])
"""Values that the page takes for granted where they are missing."""
VOICES = 12
"""So many speakers are named when the page opens."""


def predicates(scene: Scene) -> list[str]:
    """IRIs (and the page's own words) of all predicates, sorted; links name them by position."""
    used = {item.predicate for link in scene.links for item in link.items}
    return sorted(used | {fact.predicate for fact in scene.facts})


def node_options(node: Node, *, degree: int) -> dict[str, Any]:
    """What a node carries beside its place: empty values are left out, the page knows their defaults."""
    options = {
        "key": node.key,
        "kind": node.kind,
        "sub": node.subtype,
        "mentions": node.mentions,
        "degree": degree,
        "aliases": list(node.aliases),
        "articles": list(node.articles),
        "date": node.when.words if node.when else node.date,
        "days": [node.when.first, node.when.last] if node.when else [],
    }
    return {key: value for key, value in options.items() if value not in ("", 0, [])}


def link_options(link: Link, predicate_at: dict[str, int]) -> dict[str, Any]:
    """A link's items as [kind, index, predicate, forward, claimed]."""
    items = [
        [
            ITEM_KINDS.index(item.kind),
            item.index,
            predicate_at[item.predicate],
            int(item.forward),
            int(item.claimed),
        ]
        for item in link.items
    ]
    return {"items": items}


def map_block(scene: Scene, *, title: str, core: int) -> dict[str, Any]:
    """What the page needs at once beside nodes and links. ``core``: how many nodes the opening view shows."""
    return {
        "title": title,
        "core": core,
        "leftOut": scene.left_out,
        "disputed": _disputed(scene),
        "voices": _voices(scene),
        "confidence": _confidence(scene),
        "predicates": [_predicate(name) for name in predicates(scene)],
        "saying": _predicate(SPEAKS_ABOUT),
        "articles": [_article(article) for article in scene.articles],
    }


def evidence_block(scene: Scene) -> dict[str, Any]:
    """Sentences, facts and claims in full."""
    at = {name: position for position, name in enumerate(predicates(scene))}
    return {
        "paragraphs": list(scene.paragraphs),
        "sentences": [[s.article, s.paragraph, s.start, s.end, s.text] for s in scene.sentences],
        "facts": [_fact(fact, at) for fact in scene.facts],
        "claims": [_claim(claim, key) for claim, key in zip(scene.claims, _claim_keys(scene), strict=True)],
        "base": _base(scene),
        "nodes": {
            str(number): [node.status, list(node.sentences)]
            for number, node in enumerate(scene.nodes)
            if node.status or node.sentences
        },
    }


def _base(scene: Scene) -> str:
    """What all nodes' IRIs share before their keys."""
    return scene.nodes[0].iri.removesuffix(scene.nodes[0].key) if scene.nodes else ""


def _article(article: Article) -> dict[str, Any]:
    when = read_when(article.date[:10])
    values = {
        "title": article.title,
        "file": article.file,
        "date": when.words if when else article.date,
        "day": when.first if when else None,
        "publisher": article.publisher,
        "by": ", ".join(name for name in (*article.authors, article.publisher) if name),
        "url": article.url,
    }
    return {key: value for key, value in values.items() if value not in ("", None) or key == "title"}


def _voices(scene: Scene) -> list[list[int]]:
    """Who makes most claims, each with their number; what an article says in its own voice is not counted."""
    made = Counter(claim.speaker for claim in scene.claims if not claim.narrator)
    return [list(pair) for pair in sorted(made.items(), key=lambda pair: (-pair[1], pair[0]))[:VOICES]]


def _confidence(scene: Scene) -> list[int]:
    """Least and greatest confidence of facts and claims in percent; empty where none is given."""
    all_given = [fact.confidence for fact in scene.facts] + [claim.confidence for claim in scene.claims]
    given = [value for value in all_given if value is not None]
    return [math.floor(100 * min(given)), math.ceil(100 * max(given))] if given else []


def _disputed(scene: Scene) -> list[list[int]]:
    """Events for which claims give different values of one measure, each with its count of figures."""
    given: dict[int, dict[str, list[float]]] = {}
    for claim in scene.claims:
        for figure in claim.figures:
            if claim.event >= 0 and figure.value is not None:
                given.setdefault(claim.event, {}).setdefault(figure.measure, []).append(figure.value)
    differ = {
        event: sum(len(values) for values in measures.values())
        for event, measures in given.items()
        if any(len(set(values)) > 1 for values in measures.values())
    }
    return [[event, differ[event]] for event in sorted(differ, key=lambda event: (-differ[event], event))]


def _predicate(name: str) -> list[str]:
    """How a link reads from its first and from its second node."""
    if name == SPEAKS_ABOUT:
        return [name, "spoken of by"]
    if name == CITES:
        return [name, "relied on by"]
    return [term_label(name), incoming_label(name)]


def _flag(value: bool) -> int | None:
    """1, or nothing at all: most flags are not set, and there are many."""
    return 1 if value else None


def _fact(fact: Fact, predicate_at: dict[str, int]) -> dict[str, Any]:
    values = {
        "s": fact.subject,
        "p": predicate_at[fact.predicate],
        "o": fact.object,
        "text": fact.literal,
        "claimed": _flag(not fact.asserted),
        "status": fact.status,
        **_valid(fact),
        "conf": fact.confidence,
        "ev": list(fact.sentences),
    }
    return {key: value for key, value in values.items() if value not in EMPTY or key in ("s", "p", "o")}


def _claim_keys(scene: Scene) -> list[str]:
    keys = short_keys([claim.iri for claim in scene.claims])
    return [keys[claim.iri] for claim in scene.claims]


def _valid(fact: Fact) -> dict[str, Any]:
    """When a fact held: in words, and as first and last day."""
    if not fact.since and not fact.until:
        return {}
    when = read_when(f"{fact.since or '..'}/{fact.until or '..'}")
    if when is None:
        return {"when": " – ".join(filter(None, (fact.since, fact.until)))}
    return {"when": when.words, "days": [when.first, when.last]}


def _said(claim: Claim) -> dict[str, Any]:
    when = read_when(claim.said)
    if when is None:
        return {"said": claim.said}
    return {"said": when.words, "saidDays": [when.first, when.last]}


def _claim(claim: Claim, key: str) -> dict[str, Any]:
    values: dict[str, Any] = {
        "key": key,
        "s": claim.speaker,
        "narrator": _flag(claim.narrator),
        "about": list(claim.about),
        "event": claim.event,
        "cites": claim.cites,
        "cue": claim.cue,
        "quote": claim.quote_type,
        "text": claim.text,
        "quoted": list(claim.quoted),
        "negated": _flag(claim.negated),
        "certainty": claim.certainty,
        "future": _flag(claim.future),
        **_said(claim),
        "conf": claim.confidence,
        "figures": [[f.measure, f.text, f.modifier, f.value] for f in claim.figures],
        "states": list(claim.states),
        "same": list(claim.same),
        "agrees": list(claim.corroborates),
        "contradicts": list(claim.contradicts),
        "ev": list(claim.sentences),
    }
    return {key: value for key, value in values.items() if value not in (*EMPTY, -1) or key == "s"}
