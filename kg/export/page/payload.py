"""The scene as plain lists and dictionaries with short keys: what goes into the page as JSON.

The first block draws the map, the second holds the evidence and is parsed when something is first chosen.
"""

from __future__ import annotations

from typing import Any

from kg.export.page.labels import incoming_label, term_label
from kg.export.page.scene import Claim, Fact, Link, Node, Scene
from kg.export.page.view import CITES, SPEAKS_ABOUT

__all__ = ["evidence_block", "link_options", "map_block", "node_options", "predicates"]

ITEM_KINDS = ("fact", "role", "claim")


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
        "date": node.date,
    }
    return {key: value for key, value in options.items() if value not in ("", 0, [])}


def link_options(link: Link, scene: Scene, predicate_at: dict[str, int]) -> dict[str, Any]:
    """A link's items as [kind, index, predicate, forward, claimed], and the articles that it stands in."""
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
    articles = set()
    for item in link.items:
        cited = (
            scene.claims[item.index].sentences if item.kind == "claim" else scene.facts[item.index].sentences
        )
        articles |= {scene.sentences[number].article for number in cited} - {-1}
    return {"items": items, "articles": sorted(articles)}


def map_block(scene: Scene, *, title: str, core: int) -> dict[str, Any]:
    """What the page needs at once beside nodes and links. ``core``: how many nodes the opening view shows."""
    return {
        "title": title,
        "core": core,
        "leftOut": scene.left_out,
        "disputed": _disputed(scene),
        "predicates": [_predicate(name) for name in predicates(scene)],
        "articles": [
            {
                "title": article.title,
                "file": article.file,
                "date": article.date,
                "by": ", ".join((*article.authors, article.publisher)).strip(", "),
                "url": article.url,
            }
            for article in scene.articles
        ],
    }


def evidence_block(scene: Scene) -> dict[str, Any]:
    """Sentences, facts and claims in full."""
    at = {name: position for position, name in enumerate(predicates(scene))}
    return {
        "paragraphs": list(scene.paragraphs),
        "sentences": [[s.article, s.paragraph, s.start, s.end, s.text] for s in scene.sentences],
        "facts": [_fact(fact, at) for fact in scene.facts],
        "claims": [_claim(claim) for claim in scene.claims],
        "nodes": [[node.iri, node.status, list(node.sentences)] for node in scene.nodes],
    }


def _disputed(scene: Scene) -> list[int]:
    """Events for which claims give different values of one measure: those with most figures first."""
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
    return sorted(differ, key=lambda event: (-differ[event], event))


def _predicate(name: str) -> list[str]:
    """How a link reads from its first and from its second node."""
    if name == SPEAKS_ABOUT:
        return [name, "spoken of by"]
    if name == CITES:
        return [name, "relied on by"]
    return [term_label(name), incoming_label(name)]


def _fact(fact: Fact, predicate_at: dict[str, int]) -> dict[str, Any]:
    values = {
        "s": fact.subject,
        "p": predicate_at[fact.predicate],
        "o": fact.object,
        "text": fact.literal,
        "claimed": int(not fact.asserted),
        "status": fact.status,
        "since": fact.since,
        "until": fact.until,
        "conf": fact.confidence,
        "ev": list(fact.sentences),
    }
    return {
        key: value for key, value in values.items() if value not in ("", None, []) or key in ("s", "p", "o")
    }


def _claim(claim: Claim) -> dict[str, Any]:
    values: dict[str, Any] = {
        "s": claim.speaker,
        "narrator": int(claim.narrator),
        "about": list(claim.about),
        "event": claim.event,
        "cites": claim.cites,
        "cue": claim.cue,
        "quote": claim.quote_type,
        "text": claim.text,
        "quoted": list(claim.quoted),
        "negated": int(claim.negated),
        "certainty": claim.certainty,
        "future": int(claim.future),
        "said": claim.said,
        "conf": claim.confidence,
        "figures": [[f.measure, f.text, f.modifier, f.value] for f in claim.figures],
        "states": list(claim.states),
        "same": list(claim.same),
        "agrees": list(claim.corroborates),
        "contradicts": list(claim.contradicts),
        "ev": list(claim.sentences),
    }
    return {key: value for key, value in values.items() if value not in ("", None, [], -1) or key == "s"}
