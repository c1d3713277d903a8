"""Makes graphs of any size that follow the ontology, for tests of speed and of behaviour in bulk.

``python -m tests.synthetic 5000 graph.ttl`` writes one. The same size and seed give the same text.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from kg.vocabulary import DEFAULT_BASE, prefixes

__all__ = ["write_graph"]

GIVEN = [
    "Ana",
    "Ben",
    "Chloé",
    "Dmitri",
    "Elif",
    "Farah",
    "Goran",
    "Hana",
    "Ivo",
    "Jana",
    "Kofi",
    "Lea",
    "Mira",
    "Nils",
    "Olga",
    "Pavel",
    "Rosa",
    "Sami",
    "Tara",
    "Zoë",
]
FAMILY = [
    "Abe",
    "Brandt",
    "Costa",
    "Dlamini",
    "Fofana",
    "García",
    "Haddad",
    "Ivanov",
    "Jensen",
    "Łukasz",
    "Müller",
    "O’Neil",
    "Qureshi",
    "Şahin",
    "Weber",
]
BODIES = (
    "Ministry of Ports",
    "Harbour Bank",
    "Green Alliance",
    "Court of Appeal",
    "Miners’ Union",
    "City Council",
)
EVENTS = ("Protest", "Killing", "Arrest", "Trial", "Election", "Meeting", "Disaster")
SHARES = (("Person", 0.4), ("Organization", 0.25), ("Place", 0.15), ("Event", 0.2))
CUES = (
    ("said", "Say"),
    ("warned", "Warn"),
    ("denied", "Deny"),
    ("confirmed", "Confirm"),
    ("reported", "Report"),
)
FACTS = {
    ("Person", "Organization"): ("memberOf", "worksFor", "leaderOf"),
    ("Person", "Place"): ("bornIn", "nationality"),
    ("Person", "Person"): ("opposes", "alliedWith", "relativeOf"),
    ("Organization", "Organization"): ("partOf", "opposes"),
    ("Organization", "Place"): ("locatedIn",),
    ("Place", "Place"): ("locatedIn",),
    ("Event", "Person"): ("patient", "agent"),
    ("Event", "Organization"): ("agent", "organizer"),
}


class _Writer:
    """Collects Turtle lines of one graph."""

    def __init__(self, count: int, seed: int) -> None:
        self.random = random.Random(seed)
        self.lines = [f"@prefix {name}: <{iri}> ." for name, iri in prefixes(DEFAULT_BASE).items()]
        self.kinds = self.random.choices(
            [kind for kind, _ in SHARES], [share for _, share in SHARES], k=count
        )
        self.names = [self.name(number, kind) for number, kind in enumerate(self.kinds)]
        self.passages = 0
        self.articles = max(1, count // 12)

    def name(self, number: int, kind: str) -> str:
        pick = self.random.choice
        if kind == "Person":
            return f"{pick(GIVEN)} {pick(FAMILY)} {number}"
        if kind == "Organization":
            return f"{pick(BODIES)} {number}"
        return (
            f"{pick(FAMILY)}ville {number}" if kind == "Place" else f"{pick(EVENTS).lower()} of day {number}"
        )

    def iri(self, number: int) -> str:
        return f"evt:n{number}" if self.kinds[number] == "Event" else f"ent:n{number}"

    def article(self, number: int) -> None:
        self.lines.append(
            f'art:a{number} a schema:NewsArticle, nif:Context ; rdfs:label "Report {number}"@en ; '
            f'schema:headline "Report {number}" ; schema:inLanguage "en" ; '
            f'kg:sourceFile "report-{number}.txt" ; '
            f'schema:datePublished "2024-{1 + number % 12:02}-{1 + number % 28:02}"^^xsd:date ; '
            f'kg:textSha256 "{number:064x}" .'
        )

    def passage(self, sentence: str) -> tuple[str, str]:
        """Writes a sentence within a paragraph; returns its IRI and its article's."""
        number, self.passages = self.passages, self.passages + 1
        before, after = (
            "The talks went on all week in the old town hall. ",
            " Nobody there gave more details that night.",
        )
        start = 200 + number % 400
        text = f"{before}{sentence}{after}"
        article = f"art:a{number % self.articles}"
        for kind, name, begin, words, more in (
            ("Paragraph", f"p{number}", start, text, ""),
            ("Sentence", f"s{number}", start + len(before), sentence, f" ; nif:superString seg:p{number}"),
        ):
            self.lines.append(
                f"seg:{name} a nif:{kind} ; nif:referenceContext {article} ; nif:beginIndex {begin} ; "
                f'nif:endIndex {begin + len(words)} ; nif:anchorOf "{words}"{more} .'
            )
        return f"seg:s{number}", article

    def node(self, number: int) -> None:
        kind, name, me = self.kinds[number], self.names[number], self.iri(number)
        if kind == "Event":
            evidence, _ = self.passage(f"There was a {name}.")
            of_type = EVENTS[number % len(EVENTS)]
            self.lines.append(
                f'{me} a kg:{of_type}, kg:Event ; rdfs:label "{name}"@en ; kg:eventStatus kg:Occurred ; '
                f'kg:edtf "2024-0{1 + number % 9}" ; kg:evidence {evidence} ; kg:confidence 0.8 .'
            )
            return
        self.lines.append(
            f'{me} a schema:{kind} ; rdfs:label "{name}"@en ; schema:name "{name}" ; '
            f'schema:alternateName "N{number}" ; kg:mentionCount {1 + number % 7} .'
        )
        self.lines.append(f"art:a{number % self.articles} schema:mentions {me} .")

    def fact(self, number: int, subject: int, target: int) -> None:
        predicate = self.random.choice(FACTS[self.kinds[subject], self.kinds[target]])
        evidence, _ = self.passage(f"{self.names[subject]} was tied to {self.names[target]} by the report.")
        triple = (self.iri(subject), f"kg:{predicate}", self.iri(target))
        asserted = number % 9 != 0
        if asserted:
            self.lines.append(f"{' '.join(triple)} .")
        self.lines.append(
            f"stm:f{number} a rdf:Statement ; rdf:subject {triple[0]} ; rdf:predicate {triple[1]} ; "
            f"rdf:object {triple[2]} ; kg:asserted {str(asserted).lower()} ; kg:evidence {evidence} ; "
            "kg:confidence 0.85 ."
        )

    def claim(self, number: int, speaker: int, target: int) -> None:
        cue, cue_type = CUES[number % len(CUES)]
        content = f"{self.names[target]} had seen {number} people leave"
        evidence, article = self.passage(f"{self.names[speaker]} {cue} that {content}.")
        about = "kg:aboutEvent" if self.kinds[target] == "Event" else "kg:about"
        self.lines.append(
            f'clm:c{number} a kg:Claim ; rdfs:label "{content}"@en ; kg:speaker {self.iri(speaker)} ; '
            f'kg:cue "{cue}" ; kg:cueType kg:{cue_type} ; kg:quoteType kg:Indirect ; '
            f'schema:text "{content}"@en ; '
            f"kg:polarity kg:Affirmed ; kg:certainty kg:Certain ; {about} {self.iri(target)} ; kg:quantity "
            f"qty:q{number} ; schema:appearance {article} ; kg:evidence {evidence} ; kg:confidence 0.9 ."
        )
        self.lines.append(
            f"qty:q{number} a kg:Quantity ; kg:measure kg:Participants ; schema:value {number} ; "
            f'kg:modifier kg:Exactly ; kg:quantityText "{number} people" .'
        )

    def link(self, number: int, one: int, other: int) -> None:
        """A fact where the two kinds allow one, else a claim of whoever of them can speak."""
        kinds = (self.kinds[one], self.kinds[other])
        if kinds in FACTS and number % 3:
            self.fact(number, one, other)
        elif kinds[::-1] in FACTS and number % 3:
            self.fact(number, other, one)
        elif kinds[0] in ("Person", "Organization"):
            self.claim(number, one, other)
        elif kinds[1] in ("Person", "Organization"):
            self.claim(number, other, one)


def write_graph(count: int, *, seed: int = 7, links_each: int = 2) -> str:
    """Turtle of a graph with ``count`` entities and events, and about ``links_each`` links for each.

    New nodes link to earlier ones in proportion to the links these have (Barabási and Albert 1999), which is
    how news graphs look: a few hubs and many names that occur once.
    """
    writer = _Writer(count, seed)
    for number in range(writer.articles):
        writer.article(number)
    ends: list[int] = [0]
    done = 0
    for number in range(count):
        writer.node(number)
        for other in sorted({writer.random.choice(ends) for _ in range(links_each)} - {number}):
            writer.link(done, number, other)
            ends += [number, other]
            done += 1
    return "\n".join(writer.lines) + "\n"


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(write_graph(int(sys.argv[1])), encoding="utf-8")
