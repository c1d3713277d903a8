"""What limits a figure, and how two claims stand to each other, in the worked examples."""

from __future__ import annotations

import hashlib
from typing import Any

from names import Names, node
from pyoxigraph import NamedNode
from quotations import Text

from kg.graph.terms import day, decimal, plain, spoken
from kg.identifiers import KEY_DIGITS, quantity_iri
from kg.model import Span
from kg.vocabulary import label, term

__all__ = ["Comparisons"]


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
            first, second = (tables[name] for name in comparison["claims"])
            figures = [self._figure(table) for table in (first, second)] if _on_figures(comparison) else []
            claims = [self.claims[name] for name in comparison["claims"]]
            iri = comparison_iri(claims, figures)
            verdict = term(comparison["verdict"])
            written = " / ".join(table["quantity"][0] if figures else table["text"] for table in (first, second))
            self.add(iri, "rdf:type", NamedNode(term("Comparison")))
            self.add(iri, "rdfs:label", spoken(f"{label(verdict)}: {written}", "en"))
            self.add(iri, "kg:verdict", NamedNode(verdict))
            self.add(iri, "kg:reason", spoken(comparison["reason"], "en"))
            self.add(iri, "kg:confidence", decimal(comparison["confidence"]))
            for predicate, claim in zip(("kg:comparedClaim", "kg:comparedWith"), claims, strict=True):
                self.add(iri, predicate, node(claim))
            for predicate, figure in zip(("kg:comparedFigure", "kg:comparedWithFigure"), figures, strict=False):
                self.add(iri, predicate, node(figure))
            if comparison["verdict"] == "Contradicts":
                self._join(*claims)

    def _figure(self, table: dict[str, Any]) -> str:
        text = self.texts[table["article"]]
        return quantity_iri(text.key, text.find(table["quantity"][0], text.find(table["text"])))

    def _join(self, claim: str, other: str) -> None:
        """The two are joined by kg:contradicts, written once for each pair."""
        joined = {(t.subject.value, t.object.value) for t in self.triples if t.predicate.value == term("contradicts")}
        if (node(other).value, node(claim).value) not in joined:
            self.add(claim, "kg:contradicts", node(other))


def comparison_iri(claims: list[str], figures: list[str]) -> str:
    """A comparison by what it compares, in whichever order the two are given."""
    parts = sorted("|".join(pair) for pair in zip(claims, figures or ["", ""], strict=True))
    return f"comparison/{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:KEY_DIGITS]}"


def _on_figures(comparison: dict[str, Any]) -> bool:
    return comparison.get("figures", True)
