"""Writes the worked example protests.ttl from protests.toml: looks every quotation up in the articles.

    python ontology/examples/build.py            writes protests.ttl beside this file
    python ontology/examples/build.py --check    only says whether the file is up to date

A quotation that is not in its article, or stands there twice, is an error. The layout of the graph is written
out here a second time on purpose: the example is a check on what ``kg build`` writes, not a product of it.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from kg.export.turtle import to_turtle
from kg.identifiers import (
    anonymous_iri,
    article_iri,
    article_key,
    entity_iri,
    event_iri,
    named_event_iri,
    quantity_iri,
    segment_iri,
    statement_iri,
)
from kg.model import Span
from kg.vocabulary import DEFAULT_BASE, XSD, term

HERE = Path(__file__).resolve().parent
ARTICLES = HERE.parent.parent / "kg" / "demo" / "articles"
PLACES = ("Country", "City")
DATELINE = re.compile(r"[A-Z]+, .{1,40}? (?:-|—) ")
"""Stands before the first sentence of a report and is no part of its paragraph."""


@dataclass(frozen=True)
class Text:
    """An article of the example and what can be found in it."""

    name: str
    table: dict[str, Any]

    @cached_property
    def words(self) -> str:
        return (ARTICLES / self.table["file"]).read_bytes().decode()

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.words.encode()).hexdigest()

    @property
    def key(self) -> str:
        return article_key(self.sha256)

    @property
    def iri(self) -> str:
        return article_iri(self.table["headline"], self.sha256)

    def find(self, quotation: str, within: Span | None = None) -> Span:
        """Where a quotation stands; … is any words, ^ the place where it begins."""
        before, _, wanted = quotation.rpartition("^")
        pattern = rf"(?s:{_pattern(before)}\s*(?P<wanted>{_pattern(wanted)}))"
        start, end = (within.start, within.end) if within else (0, len(self.words))
        found = list(re.finditer(pattern, self.words[start:end]))
        if not found or (len(found) > 1 and within is None):
            raise SystemExit(f"{self.name}: {len(found)} places hold {quotation!r}")
        return Span(start + found[0].start("wanted"), start + found[0].end("wanted"))

    def paragraph(self, span: Span) -> Span:
        """The paragraph around a sentence: a line, or in hard-wrapped text what blank lines enclose."""
        gap = "\n\n" if self.table.get("wrapped") else "\n"
        start = self.words.rfind(gap, 0, span.start)
        start = 0 if start < 0 else start + len(gap)
        end = self.words.find(gap, span.end)
        end = len(self.words.rstrip()) if end < 0 else end
        if dateline := DATELINE.match(self.words, start):
            start = dateline.end()
        return Span(start, end)


def _pattern(quotation: str) -> str:
    return ".*?".join(r"\s+".join(map(re.escape, part.split())) for part in re.split(r"\s*…\s*", quotation))


class Example:
    """Gathers the triples of the example."""

    def __init__(self, source: dict[str, Any]) -> None:
        self.source = source
        self.texts = {name: Text(name, table) for name, table in source["articles"].items()}
        self.triples: set[Triple] = set()
        self.events = {name: self.event_iri(name, table) for name, table in source["events"].items()}
        self.unnamed = {name: self.unnamed_iri(*place) for name, place in source["unnamed"].items()}
        self.claims = {table["id"]: self.claim_iri(table) for table in source["claims"]}

    def add(self, subject: str, predicate: str, *values: Literal | NamedNode) -> None:
        for value in values:
            self.triples.add(Triple(node(subject), NamedNode(term(predicate)), value))

    # --- names -----------------------------------------------------------------------------------------------

    def event_iri(self, name: str, table: dict[str, Any]) -> str:
        if "at" not in table:
            return named_event_iri(name.replace("-", " "))
        kind, article, words = table["at"]
        text = self.texts[article]
        return event_iri(kind, text.key, text.find(words).start)

    def unnamed_iri(self, article: str, words: str) -> str:
        text = self.texts[article]
        return anonymous_iri(text.key, text.find(words).start)

    def claim_iri(self, table: dict[str, Any]) -> str:
        text = self.texts[table["article"]]
        offsets = [text.find(table["text"]).start]
        if "cue" in table:
            offsets.append(text.find(table["cue"]).start)
        return "claim/" + "_".join([text.key, *map(str, offsets)])

    def resolve(self, name: str, article: str = "") -> str:
        """IRI of what the source calls ``ent:…``, ``evt:…``, ``unnamed:…`` or ``narrator``."""
        prefix, _, local = name.partition(":")
        if prefix == "narrator":
            table = self.texts[article].table
            owners = table.get("authors", []) or [table["publisher"]] if "publisher" in table else []
            return self.resolve(owners[0]) if owners else f"entity/anon-{self.texts[article].key}"
        if prefix == "evt":
            return self.events[local]
        return self.unnamed[local] if prefix == "unnamed" else f"entity/{local}"

    def evidence(self, quotations: list[str]) -> Iterator[NamedNode]:
        for quotation in quotations:
            name, _, words = quotation.partition("|")
            yield self.sentence(self.texts[name], words)

    def sentence(self, text: Text, words: str) -> NamedNode:
        span = text.find(words)
        paragraph = text.paragraph(span)
        iri = self.segment(text, span, "nif:Sentence")
        around = self.segment(text, paragraph, "nif:Paragraph")
        if span != paragraph:
            self.add(iri, "nif:superString", node(around))
        return node(iri)

    def segment(self, text: Text, span: Span, kind: str) -> str:
        iri = segment_iri(text.key, span)
        self.add(iri, "rdf:type", NamedNode(term(kind)))
        self.add(iri, "nif:referenceContext", node(text.iri))
        self.add(iri, "nif:beginIndex", number(span.start))
        self.add(iri, "nif:endIndex", number(span.end))
        self.add(iri, "nif:anchorOf", Literal(span.of(text.words)))
        return iri

    # --- kinds of node ---------------------------------------------------------------------------------------

    def write_articles(self) -> None:
        for text in self.texts.values():
            table = text.table
            headline = table["headline"]
            if headline not in text.words:
                raise SystemExit(f"{text.name}: the headline is not in the text")
            self.add(text.iri, "rdf:type", *types("schema:NewsArticle", "nif:Context"))
            self.add(text.iri, "rdfs:label", spoken(headline))
            self.add(text.iri, "schema:headline", Literal(headline))
            self.add(text.iri, "schema:inLanguage", Literal("en"))
            self.add(text.iri, "schema:datePublished", day(table["published"]))
            self.add(text.iri, "schema:author", *(node(self.resolve(name)) for name in table.get("authors", [])))
            if "publisher" in table:
                self.add(text.iri, "schema:publisher", node(self.resolve(table["publisher"])))
            self.add(text.iri, "kg:sourceFile", Literal(table["file"]))
            self.add(text.iri, "kg:textSha256", Literal(text.sha256))

    def write_entities(self) -> None:
        for kind, rows in self.source["entities"].items():
            general = "Place" if kind in PLACES else "Organization" if "News" in kind else kind
            for names in rows:
                iri = entity_iri(names[0])
                self.add(iri, "rdf:type", *types(f"schema:{kind}", f"schema:{general}"))
                self.add(iri, "schema:alternateName", *map(Literal, names[1:]))
                self.describe(iri, names[0], self.count_mentions(iri, names))
        for name, (article, words) in self.source["unnamed"].items():
            text = self.texts[article]
            self.write_unnamed(self.unnamed[name], text, text.find(words).of(text.words), 1)
            self.add(text.iri, "schema:mentions", node(self.unnamed[name]))
        for text in self.texts.values():
            if not text.table.get("authors") and "publisher" not in text.table:
                called = f"unnamed author of “{text.table['headline']}”"
                self.write_unnamed(self.resolve("narrator", text.name), text, called, 0)

    def count_mentions(self, iri: str, names: list[str]) -> int:
        """How often the names are printed (descriptions and pronouns are left out of the example)."""
        longest_first = sorted(names, key=len, reverse=True)
        printed = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        total = 0
        for text in self.texts.values():
            count = len(printed.findall(text.words))
            total += count
            if count:
                self.add(text.iri, "schema:mentions", node(iri))
        return total

    def write_unnamed(self, iri: str, text: Text, called: str, mentions: int) -> None:
        self.add(iri, "rdf:type", *types("kg:AnonymousSource"))
        self.add(iri, "kg:mentionedIn", node(text.iri))
        self.describe(iri, called, mentions)

    def describe(self, iri: str, name: str, mentions: int) -> None:
        self.add(iri, "rdfs:label", spoken(name))
        self.add(iri, "schema:name", Literal(name))
        self.add(iri, "kg:mentionCount", number(mentions))

    def write_events(self) -> None:
        for name, table in self.source["events"].items():
            iri = self.events[name]
            self.add(iri, "rdf:type", *types(f"kg:{table['type']}", "kg:Event"))
            self.add(iri, "rdfs:label", spoken(table["label"]))
            self.add(iri, "kg:eventStatus", value(table.get("status", "Occurred")))
            self.add(iri, "sem:hasPlace", node(self.resolve(table["place"])))
            if "part_of" in table:
                self.add(iri, "kg:subEventOf", node(self.resolve(table["part_of"])))
            edtf, earliest, latest = table["when"]
            self.add(iri, "kg:edtf", Literal(edtf))
            self.add(iri, "sem:hasEarliestBeginTimeStamp", day(earliest))
            self.add(iri, "sem:hasLatestEndTimeStamp", day(latest))
            self.support(iri, table)

    def write_facts(self) -> None:
        for table in self.source["facts"]:
            subject, predicate, written = table["triple"]
            iri = self.statement(subject, predicate, written)
            about = Literal(written) if predicate == "position" else node(self.resolve(written))
            asserted = table.get("asserted", True)
            if asserted:
                self.add(self.resolve(subject), predicate, about)
            self.add(iri, "rdf:type", *types("rdf:Statement"))
            self.add(iri, "rdf:subject", node(self.resolve(subject)))
            self.add(iri, "rdf:predicate", NamedNode(term(predicate)))
            self.add(iri, "rdf:object", about)
            self.add(iri, "kg:asserted", Literal("true" if asserted else "false", datatype=NamedNode(XSD + "boolean")))
            if "status" in table:
                self.add(iri, "kg:temporalStatus", value(table["status"]))
            self.support(iri, table)

    def statement(self, subject: str, predicate: str, written: str) -> str:
        literal = predicate == "position"
        about = written if literal else self.resolve(written)
        return statement_iri(self.resolve(subject), predicate, about, literal=literal)

    def write_claims(self) -> None:
        for table in self.source["claims"]:
            text, iri = self.texts[table["article"]], self.claims[table["id"]]
            content = text.find(table["text"])
            narrated = table["speaker"] == "narrator"
            speaker = self.resolve(table["speaker"], table["article"])
            self.add(iri, "rdf:type", *types("kg:Claim", *(["kg:NarratorClaim"] if narrated else [])))
            self.add(iri, "kg:speaker", node(speaker))
            self.add(iri, "rdfs:label", spoken(" ".join(content.of(text.words).split())))
            self.add(iri, "schema:text", spoken(content.of(text.words)))
            self.add(iri, "schema:appearance", node(text.iri))
            self.add(iri, "kg:quoteType", value(table.get("quote", "Narration" if narrated else "Indirect")))
            self.add(iri, "kg:quotedText", *(Literal(text.find(q).of(text.words)) for q in table.get("quoted", [])))
            self.add(iri, "kg:polarity", value(table.get("polarity", "Affirmed")))
            self.add(iri, "kg:certainty", value(table.get("certainty", "Certain")))
            if "temporality" in table:
                self.add(iri, "kg:temporality", value(table["temporality"]))
            if not narrated:
                self.write_cue(iri, text, table)
            self.write_links(iri, table)
            if "quantity" in table:
                self.write_quantity(iri, text, content, *table["quantity"])
            self.support(iri, table)

    def write_cue(self, iri: str, text: Text, table: dict[str, Any]) -> None:
        place = text.find(table["cue"])
        words = table.get("cue_words") or place.of(text.words)
        if not text.words.startswith(words, place.start):
            raise SystemExit(f"{text.name}: {words!r} is not where {table['cue']!r} says")
        self.add(iri, "kg:cue", Literal(words))
        self.add(iri, "kg:cueType", value(table["cue_type"]))
        if "said" in table:
            edtf, earliest, latest = table["said"]
            self.add(iri, "kg:saidEdtf", Literal(edtf))
            self.add(iri, "kg:saidNotBefore", day(earliest))
            self.add(iri, "kg:saidNotAfter", day(latest))

    def write_links(self, iri: str, table: dict[str, Any]) -> None:
        self.add(iri, "kg:about", *(node(self.resolve(name)) for name in table.get("about", [])))
        if "event" in table:
            self.add(iri, "kg:aboutEvent", node(self.resolve(table["event"])))
        if "cites" in table:
            self.add(iri, "kg:citesSource", node(self.resolve(table["cites"])))
        self.add(iri, "kg:states", *(node(self.statement(*triple)) for triple in table.get("states", [])))
        for key, predicate in (("same_as", "sameClaimAs"), ("corroborates", "corroborates"), ("contradicts", "contradicts")):
            self.add(iri, predicate, *(node(self.claims[other]) for other in table.get(key, [])))

    def write_quantity(
        self, claim: str, text: Text, content: Span, words: str, measure: str, modifier: str, first: int, last: int = 0
    ) -> None:
        span = text.find(words, content)
        iri = quantity_iri(text.key, span)
        self.add(claim, "kg:quantity", node(iri))
        self.add(iri, "rdf:type", *types("kg:Quantity"))
        self.add(iri, "kg:measure", value(measure))
        self.add(iri, "kg:modifier", value(modifier))
        self.add(iri, "kg:quantityText", Literal(span.of(text.words)))
        if modifier != "Between":
            self.add(iri, "schema:value", number(first))
        if modifier in ("AtLeast", "MoreThan", "Between"):
            self.add(iri, "schema:minValue", number(first))
        if modifier in ("AtMost", "LessThan", "Between"):
            self.add(iri, "schema:maxValue", number(last or first))

    def support(self, iri: str, table: dict[str, Any]) -> None:
        self.add(iri, "kg:evidence", *self.evidence(table["evidence"]))
        self.add(iri, "kg:confidence", Literal(str(table["confidence"]), datatype=NamedNode(XSD + "decimal")))

    def write(self) -> bytes:
        self.write_articles()
        self.write_entities()
        self.write_events()
        self.write_facts()
        self.write_claims()
        ordered = sorted(self.triples, key=lambda t: (str(t.subject), not str(t.predicate).endswith("#type>"), str(t)))
        return to_turtle(ordered, DEFAULT_BASE)


def node(local: str) -> NamedNode:
    return NamedNode(DEFAULT_BASE + local)


def types(*names: str) -> list[NamedNode]:
    return [NamedNode(term(name)) for name in sorted(set(names))]


def value(name: str) -> NamedNode:
    return NamedNode(term(name))


def spoken(words: str) -> Literal:
    return Literal(words, language="en")


def number(amount: int) -> Literal:
    return Literal(str(amount), datatype=NamedNode(XSD + "integer"))


def day(when: date) -> Literal:
    return Literal(when.isoformat(), datatype=NamedNode(XSD + "date"))


def build() -> bytes:
    """The example as Turtle."""
    with (HERE / "protests.toml").open("rb") as stream:
        return Example(tomllib.load(stream)).write()


def main() -> None:
    """Write the file, or with --check compare."""
    target = HERE / "protests.ttl"
    written = build()
    if "--check" not in sys.argv[1:]:
        target.write_bytes(written)
    elif written != target.read_bytes():
        raise SystemExit(f"{target} is out of date: run {sys.argv[0]}")


if __name__ == "__main__":
    main()
