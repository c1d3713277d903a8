"""Articles, paragraphs and the sentences that serve as evidence."""

from __future__ import annotations

from kg.export.page.reader import GraphReader
from kg.export.page.scene import Article, Sentence
from kg.export.page.terms import local_name
from kg.vocabulary import KG, NIF, RDFS, SCHEMA

__all__ = ["Passages", "read_articles"]


def read_articles(reader: GraphReader) -> dict[str, Article]:
    """IRI -> article, sorted by file and IRI."""
    found = {iri: _article(reader, iri) for iri in reader.instances(f"{SCHEMA}NewsArticle")}
    return dict(sorted(found.items(), key=lambda pair: (pair[1].file, pair[0])))


def _article(reader: GraphReader, iri: str) -> Article:
    label = reader.text(iri, f"{RDFS}label")
    url = next(iter(reader.texts(iri, f"{SCHEMA}url") + reader.iris(iri, f"{SCHEMA}url")), "")
    return Article(
        title=reader.text(iri, f"{SCHEMA}headline") or label or local_name(iri),
        file=reader.text(iri, f"{KG}sourceFile"),
        date=reader.text(iri, f"{SCHEMA}datePublished"),
        publisher=", ".join(reader.name(who) for who in reader.iris(iri, f"{SCHEMA}publisher")),
        authors=tuple(reader.name(who) for who in reader.iris(iri, f"{SCHEMA}author")),
        url=url if url.lower().startswith(("http://", "https://")) else "",
    )


class Passages:
    """Collects sentences and their paragraphs as they are cited, each once, numbered in that order."""

    def __init__(self, reader: GraphReader, articles: dict[str, Article]) -> None:
        self._reader = reader
        self._article_at = {iri: position for position, iri in enumerate(articles)}
        self._sentence_at: dict[str, int] = {}
        self._paragraph_at: dict[str, int] = {}
        self.sentences: list[Sentence] = []
        self.paragraphs: list[str] = []

    def article(self, iri: str) -> int:
        """Position of an article, -1 for an unknown one."""
        return self._article_at.get(iri, -1)

    def cited(self, subject: str) -> tuple[int, ...]:
        """Positions of the sentences that are evidence of a fact, claim or event, rising."""
        found = [self._cite(iri) for iri in self._reader.iris(subject, f"{KG}evidence")]
        return tuple(sorted(number for number in found if number >= 0))

    def _cite(self, iri: str) -> int:
        if iri not in self._sentence_at:
            sentence = self._read(iri)
            self._sentence_at[iri] = len(self.sentences) if sentence else -1
            if sentence:
                self.sentences.append(sentence)
        return self._sentence_at[iri]

    def _read(self, iri: str) -> Sentence | None:
        text = self._reader.text(iri, f"{NIF}anchorOf")
        if not text:
            return None
        article = self.article(self._reader.iri(iri, f"{NIF}referenceContext"))
        around = self._reader.iri(iri, f"{NIF}superString")
        start = self._offset(iri) - self._offset(around) if around else -1
        paragraph = self._reader.text(around, f"{NIF}anchorOf") if around else ""
        # A graph made elsewhere may have offsets of its own: the sentence must stand where they say it does.
        if start < 0 or paragraph[start : start + len(text)] != text:
            return Sentence(article, -1, 0, len(text), text)
        return Sentence(article, self._keep(around, paragraph), start, start + len(text), "")

    def _offset(self, iri: str) -> int:
        return int(self._reader.number(iri, f"{NIF}beginIndex") or 0)

    def _keep(self, iri: str, text: str) -> int:
        if iri not in self._paragraph_at:
            self._paragraph_at[iri] = len(self.paragraphs)
            self.paragraphs.append(text)
        return self._paragraph_at[iri]
