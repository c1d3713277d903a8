"""What limits a figure, and how two claims stand to each other, in the worked examples."""

from __future__ import annotations

import hashlib
from typing import Any

from names import Names, node
from pyoxigraph import NamedNode, Triple
from quotations import Text

from kg.graph.terms import day, decimal, plain, spoken
from kg.identifiers import KEY_DIGITS, quantity_iri
from kg.model import Span
from kg.vocabulary import label, term

__all__ = ["Comparisons"]

SIDES = ("kg:comparedClaim", "kg:comparedWith", "kg:comparedFigure", "kg:comparedWithFigure")


class Comparisons(Names):
    """Writes scopes and comparisons."""

    def write_scope(self, figure: str, text: Text, content: Span, table: dict[str, Any]) -> None:
        """What limits the figure: words of the claim, places, a time."""
        words = (text.find(quotation, content).of(text.words) for quotation in table.get("words", []))
        self.add(figure, "kg:scope", *map(plain, words))
        places = table.get("place", [])
        for place in [places] if isinstance(places, str) else places:
            self.add(figure, "kg:scopePlace", node(self.resolve(place)))
        if "when" in table:
            edtf, earliest, latest = table["when"]
            self.add(figure, "kg:scopeEdtf", plain(edtf))
            self.add(figure, "kg:scopeNotBefore", day(earliest))
            self.add(figure, "kg:scopeNotAfter", day(latest))

    def write_comparisons(self) -> None:
        """Every comparison, with the figures of its claims where it is on figures."""
        tables = {table["id"]: table for table in self.source["claims"]}
        for comparison in self.source.get("comparisons", []):
            compared = [tables[name] for name in comparison["claims"]]
            claims = [self.claims[name] for name in comparison["claims"]]
            on_figures = comparison.get("figures", True)
            figures = [self._figure(table) for table in compared] if on_figures else []
            iri, verdict = comparison_iri(claims, figures), term(comparison["verdict"])
            words = " / ".join(self._words(table, on_figures=on_figures) for table in compared)
            self.add(iri, "rdf:type", NamedNode(term("Comparison")))
            self.add(iri, "rdfs:label", spoken(f"{label(verdict)}: {words}", "en"))
            self.add(iri, "kg:verdict", NamedNode(verdict))
            self.add(iri, "kg:reason", spoken(comparison["reason"], "en"))
            self.add(iri, "kg:confidence", decimal(comparison["confidence"]))
            for predicate, value in zip(SIDES, claims + figures, strict=False):
                self.add(iri, predicate, node(value))
            if comparison["verdict"] == "Contradicts":
                self._join(*claims)

    def _words(self, table: dict[str, Any], *, on_figures: bool) -> str:
        text = self.texts[table["article"]]
        content = text.find(table["text"])
        return (text.find(table["quantity"][0], content) if on_figures else content).of(text.words)

    def _figure(self, table: dict[str, Any]) -> str:
        text = self.texts[table["article"]]
        return quantity_iri(text.key, text.find(table["quantity"][0], text.find(table["text"])))

    def _join(self, claim: str, other: str) -> None:
        """The two are joined by kg:contradicts, written once for each pair."""
        predicate = NamedNode(term("contradicts"))
        if Triple(node(other), predicate, node(claim)) not in self.triples:
            self.add(claim, "kg:contradicts", node(other))


def comparison_iri(claims: list[str], figures: list[str]) -> str:
    """A comparison by what it compares, in whichever order the two are given."""
    parts = sorted("|".join(pair) for pair in zip(claims, figures or ["", ""], strict=True))
    return f"comparison/{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:KEY_DIGITS]}"
