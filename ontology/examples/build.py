"""Writes the worked examples, NAME.ttl from NAME.toml: looks every quotation up in the articles.

    python ontology/examples/build.py            writes protests.ttl and dispute.ttl beside this file
    python ontology/examples/build.py --check    only says whether the files are up to date

A quotation that is not in its article, or stands there twice, is an error. The layout of the graph is written
out here a second time on purpose: the examples are a check on what ``kg build`` writes, not a product of it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from comparisons import Comparisons
from names import node
from pyoxigraph import NamedNode
from quotations import Text

from kg.graph.terms import boolean, day, decimal, integer, plain, spoken
from kg.identifiers import entity_iri, quantity_iri
from kg.model import Span
from kg.store import to_turtle
from kg.vocabulary import DEFAULT_BASE, prefixes, term

HERE = Path(__file__).resolve().parent
EXAMPLES = ("protests", "dispute")
PLACES = ("Country", "City")


class Example(Comparisons):
    """Writes the kinds of node, one after the other."""

    def _write_articles(self) -> None:
        for text in self.texts.values():
            table = text.table
            headline = table["headline"]
            if headline not in text.words:
                raise SystemExit(f"{text.name}: the headline is not in the text")
            self.add(text.iri, "rdf:type", *_types("schema:NewsArticle", "nif:Context"))
            self.add(text.iri, "rdfs:label", spoken(headline, "en"))
            self.add(text.iri, "schema:headline", plain(headline))
            self.add(text.iri, "schema:inLanguage", plain("en"))
            self.add(text.iri, "schema:datePublished", day(table["published"]))
            self.add(
                text.iri, "schema:author", *(node(self.resolve(name)) for name in table.get("authors", []))
            )
            if "publisher" in table:
                self.add(text.iri, "schema:publisher", node(self.resolve(table["publisher"])))
            self.add(text.iri, "schema:url", *(plain(url) for url in [table.get("url")] if url))
            self.add(text.iri, "kg:sourceFile", plain(table["file"]))
            self.add(text.iri, "kg:textSha256", plain(text.sha256))

    def _write_entities(self) -> None:
        for kind, rows in self.source["entities"].items():
            general = "Place" if kind in PLACES else "Organization" if "News" in kind else kind
            for names in rows:
                iri = entity_iri(names[0])
                self.add(iri, "rdf:type", *_types(f"schema:{kind}", f"schema:{general}"))
                self.add(iri, "schema:alternateName", *map(plain, names[1:]))
                self._describe(iri, names[0], self._count_mentions(iri, names))
        for name, degrees in self.source.get("coordinates", {}).items():
            for predicate, degree in zip(("schema:latitude", "schema:longitude"), degrees, strict=True):
                self.add(self.resolve(name), predicate, decimal(Decimal(str(degree))))
        for name, (article, words) in self.source["unnamed"].items():
            text = self.texts[article]
            self._write_unnamed(self.unnamed[name], text, text.find(words).of(text.words), 1)
            self.add(text.iri, "schema:mentions", node(self.unnamed[name]))
        for text in self.texts.values():
            if not text.table.get("authors") and "publisher" not in text.table:
                called = f"unnamed author of “{text.table['headline']}”"
                self._write_unnamed(self.resolve("narrator", text.name), text, called, 0)

    def _count_mentions(self, iri: str, names: list[str]) -> int:
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

    def _write_unnamed(self, iri: str, text: Text, called: str, mentions: int) -> None:
        self.add(iri, "rdf:type", *_types("kg:AnonymousSource"))
        self.add(iri, "kg:mentionedIn", node(text.iri))
        self._describe(iri, called, mentions)

    def _describe(self, iri: str, name: str, mentions: int) -> None:
        self.add(iri, "rdfs:label", spoken(name, "en"))
        self.add(iri, "schema:name", plain(name))
        self.add(iri, "kg:mentionCount", integer(mentions))

    def _write_events(self) -> None:
        for name, table in self.source["events"].items():
            iri = self.events[name]
            self.add(iri, "rdf:type", *_types(f"kg:{table['type']}", "kg:Event"))
            self.add(iri, "rdfs:label", spoken(table["label"], "en"))
            self.add(iri, "kg:eventStatus", _value(table.get("status", "Occurred")))
            self.add(iri, "sem:hasPlace", node(self.resolve(table["place"])))
            if "part_of" in table:
                self.add(iri, "kg:subEventOf", node(self.resolve(table["part_of"])))
            edtf, earliest, latest = table["when"]
            self.add(iri, "kg:edtf", plain(edtf))
            self.add(iri, "sem:hasEarliestBeginTimeStamp", day(earliest))
            self.add(iri, "sem:hasLatestEndTimeStamp", day(latest))
            self._support(iri, table)

    def _write_facts(self) -> None:
        for table in self.source["facts"]:
            subject, predicate, written = table["triple"]
            iri = self.statement(subject, predicate, written)
            about = plain(written) if predicate == "position" else node(self.resolve(written))
            asserted = table.get("asserted", True)
            if asserted:
                self.add(self.resolve(subject), predicate, about)
            self.add(iri, "rdf:type", *_types("rdf:Statement"))
            self.add(iri, "rdf:subject", node(self.resolve(subject)))
            self.add(iri, "rdf:predicate", NamedNode(term(predicate)))
            self.add(iri, "rdf:object", about)
            self.add(
                iri,
                "kg:asserted",
                boolean(asserted),
            )
            if "status" in table:
                self.add(iri, "kg:temporalStatus", _value(table["status"]))
            self._support(iri, table)

    def _write_claims(self) -> None:
        for table in self.source["claims"]:
            text, iri = self.texts[table["article"]], self.claims[table["id"]]
            content = text.find(table["text"])
            narrated = table["speaker"] == "narrator"
            speaker = self.resolve(table["speaker"], table["article"])
            self.add(iri, "rdf:type", *_types("kg:Claim", *(["kg:NarratorClaim"] if narrated else [])))
            self.add(iri, "kg:speaker", node(speaker))
            self.add(iri, "rdfs:label", spoken(" ".join(content.of(text.words).split()), "en"))
            self.add(iri, "schema:text", spoken(content.of(text.words), "en"))
            self.add(iri, "schema:appearance", node(text.iri))
            self.add(iri, "kg:quoteType", _value(table.get("quote", "Narration" if narrated else "Indirect")))
            self.add(
                iri, "kg:quotedText", *(plain(text.find(q).of(text.words)) for q in table.get("quoted", []))
            )
            self.add(iri, "kg:polarity", _value(table.get("polarity", "Affirmed")))
            self.add(iri, "kg:certainty", _value(table.get("certainty", "Certain")))
            if "temporality" in table:
                self.add(iri, "kg:temporality", _value(table["temporality"]))
            if not narrated:
                self._write_cue(iri, text, table)
            self._write_links(iri, table)
            if "quantity" in table:
                figure = self._write_quantity(iri, text, content, *table["quantity"])
                self.write_scope(figure, text, content, table.get("scope", {}))
            self._support(iri, table)

    def _write_cue(self, iri: str, text: Text, table: dict[str, Any]) -> None:
        place = text.find(table["cue"])
        words = table.get("cue_words") or place.of(text.words)
        if not text.words.startswith(words, place.start):
            raise SystemExit(f"{text.name}: {words!r} is not where {table['cue']!r} says")
        self.add(iri, "kg:cue", plain(words))
        self.add(iri, "kg:cueType", _value(table["cue_type"]))
        if "said" in table:
            edtf, earliest, latest = table["said"]
            self.add(iri, "kg:saidEdtf", plain(edtf))
            self.add(iri, "kg:saidNotBefore", day(earliest))
            self.add(iri, "kg:saidNotAfter", day(latest))

    def _write_links(self, iri: str, table: dict[str, Any]) -> None:
        self.add(iri, "kg:about", *(node(self.resolve(name)) for name in table.get("about", [])))
        if "event" in table:
            self.add(iri, "kg:aboutEvent", node(self.resolve(table["event"])))
        if "cites" in table:
            self.add(iri, "kg:citesSource", node(self.resolve(table["cites"])))
        self.add(iri, "kg:states", *(node(self.statement(*triple)) for triple in table.get("states", [])))
        for key, predicate in (
            ("same_as", "sameClaimAs"),
            ("corroborates", "corroborates"),
            ("contradicts", "contradicts"),
        ):
            self.add(iri, predicate, *(node(self.claims[other]) for other in table.get(key, [])))

    def _write_quantity(
        self,
        claim: str,
        text: Text,
        content: Span,
        words: str,
        measure: str,
        modifier: str,
        first: int,
        last: int = 0,
    ) -> str:
        span = text.find(words, content)
        iri = quantity_iri(text.key, span)
        self.add(claim, "kg:quantity", node(iri))
        self.add(iri, "rdf:type", *_types("kg:Quantity"))
        self.add(iri, "kg:measure", _value(measure))
        self.add(iri, "kg:modifier", _value(modifier))
        self.add(iri, "kg:quantityText", plain(span.of(text.words)))
        if modifier not in ("Between", "Vague"):
            self.add(iri, "schema:value", integer(first))
        if modifier in ("AtLeast", "MoreThan", "Between"):
            self.add(iri, "schema:minValue", integer(first))
        if modifier in ("AtMost", "LessThan", "Between"):
            self.add(iri, "schema:maxValue", integer(last or first))
        return iri

    def _support(self, iri: str, table: dict[str, Any]) -> None:
        self.add(iri, "kg:evidence", *self.evidence(table["evidence"]))
        self.add(iri, "kg:confidence", decimal(table["confidence"]))

    def write(self) -> bytes:
        """The example as Turtle."""
        self._write_articles()
        self._write_entities()
        self._write_events()
        self._write_facts()
        self._write_claims()
        self.write_comparisons()
        ordered = sorted(
            self.triples, key=lambda t: (str(t.subject), not str(t.predicate).endswith("#type>"), str(t))
        )
        return to_turtle(ordered, prefixes(DEFAULT_BASE))


def _types(*names: str) -> list[NamedNode]:
    return [NamedNode(term(name)) for name in sorted(set(names))]


def _value(name: str) -> NamedNode:
    return NamedNode(term(name))


def build(name: str) -> bytes:
    """An example as Turtle."""
    with (HERE / f"{name}.toml").open("rb") as stream:
        return Example(tomllib.load(stream)).write()


def main() -> None:
    """Write the files, or with --check compare."""
    for name in EXAMPLES:
        target = HERE / f"{name}.ttl"
        written = build(name)
        if "--check" not in sys.argv[1:]:
            target.write_bytes(written)
        elif written != target.read_bytes():
            raise SystemExit(f"{target} is out of date: run {sys.argv[0]}")


if __name__ == "__main__":
    main()
