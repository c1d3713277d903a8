"""MEANTIME's Wikinews articles as texts: names, chains of people, organizations, places, products; events.

Source: http://www.newsreader-project.eu/results/data/wikinews; Minard et al. 2016, "MEANTIME, the NewsReader
Multilingual Event and Time Corpus". The headline, the date line and the next four sentences are annotated
in full; after them only the mentions of the main things.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.training.formats.sentence import MISSING, OUTSIDE, bio
from kg.training.formats.titles import strip_title
from kg.training.texts.places import demonyms, place_label
from kg.training.texts.text import MentionGold, Text

__all__ = ["LACKS", "read_meantime"]

LACKS = frozenset(("DATE", "EVENT", "MISC", "NORP", "QUANTITY"))
"""Products are mentions, works and laws are not; dates and amounts are in other files."""

_JUDGED = 6
"""Sentences at the start of a document that are annotated in full."""

_TYPE = {"PER": "person", "ORG": "organization", "LOC": "place", "PRO": "object", "FIN": "abstract"}
_LABEL = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "object": "MISC"}
_QUOTES = {"``": '"', "''": '"'}
_PRONOUN_TABLE = """
    he her hers him his i i' it its me mine my our ours she that their theirs them these they this those
    us we who whom whose you your
"""
_PRONOUNS = frozenset(_PRONOUN_TABLE.split())
_JOINERS = frozenset(("&", "'", "'s", "-", "/", ".", "de", "for", "of", "the"))
_BEFORE = frozenset(("'", "'s", "a", "an", "first", "one", "the"))
_ROLES = frozenset(("ceo", "cfo", "coo", "executive", "operating", "presiding"))
"""Words of roles beside those of ``strip_title``."""
_GLUED = re.compile(r".*(,|-[a-z]+)$")
"""A word that holds more than a name: "Inc.,", "Example-led"."""


@dataclass(frozen=True, slots=True)
class _Document:
    """A document's rows: sentence number, word, brackets."""

    key: str
    sentences: list[int]
    words: list[str]
    brackets: list[str]

    def first(self, index: int) -> bool:
        """Tell whether a word begins a sentence, after quotation marks."""
        while index > 0 and self.sentences[index - 1] == self.sentences[index]:
            index -= 1
            if self.words[index] != '"':
                return False
        return True


def read_meantime(corpora: Path) -> Iterator[Text]:
    """Read the documents.

    Args:
        corpora: The folder that holds ``meantime``.

    Yields:
        One text a document. Mentions are no events: those are single words, not phrases as the others.

    Raises:
        ValueError: A line has not five columns.
    """
    folder = corpora / "meantime"
    documents = _documents(folder / "dataset.conll")
    events = _events(folder / "event_mentions.json")
    known = frozenset(
        word
        for document in documents
        for index, word in enumerate(document.words)
        if word[:1].isupper() and not document.first(index)
    )
    for document in documents:
        yield _text(document, events.get(document.key, {}), known)


def _documents(path: Path) -> list[_Document]:
    documents: list[_Document] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#begin document"):
            documents.append(_Document(line.partition("(")[2].partition(")")[0], [], [], []))
        elif line.strip() and not line.startswith("#end"):
            _, sentence, _, word, bracket = line.split("\t")
            documents[-1].sentences.append(int(sentence))
            documents[-1].words.append(_QUOTES.get(word, word))
            documents[-1].brackets.append(bracket)
    return documents


def _events(path: Path) -> dict[str, dict[tuple[int, int], str]]:
    """Map document, then sentence and word in the sentence, to a tag."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    for event in json.loads(path.read_text(encoding="utf-8")):
        tag = {"SPEECH_COGNITIVE": "report", "GRAMMATICAL": MISSING}.get(event["mention_full_type"], "event")
        document = found.setdefault(event["conll_doc_key"], {})
        for position in event["tokens_number"]:
            head = position == int(event["mention_head_id"])
            document[event["sent_id"], position] = tag if head else MISSING
    return found


def _text(document: _Document, events: dict[tuple[int, int], str], known: frozenset[str]) -> Text:
    starts = [
        index
        for index, sentence in enumerate(document.sentences)
        if index == 0 or document.sentences[index - 1] != sentence
    ]
    mentions = _mentions(document.brackets)
    return Text(
        corpus="meantime",
        key=document.key,
        words=document.words,
        starts=starts,
        names=_names(document, mentions, known),
        lacks=LACKS,
        mentions=mentions,
        triggers=_triggers(document, starts, events),
    )


def _triggers(document: _Document, starts: list[int], events: dict[tuple[int, int], str]) -> list[str]:
    tags = [OUTSIDE if sentence < _JUDGED else MISSING for sentence in document.sentences]
    for start in starts:
        sentence = document.sentences[start]
        for (number, position), tag in events.items():
            if number == sentence:
                tags[start + position] = tag
    return tags


def _mentions(brackets: list[str]) -> tuple[MentionGold, ...]:
    """Read brackets as ``(ORG1| (PER2)``; chains are numbered by their first mention's place."""
    numbers: dict[str, int] = {}
    pending: dict[str, list[int]] = {}
    found: set[MentionGold] = set()
    for index, value in enumerate(brackets):
        for item in (part.strip() for part in value.split("|")):
            chain = item.strip("()")
            kind = _TYPE.get(chain[:3])
            if kind is None:
                continue
            if item.startswith("("):
                pending.setdefault(chain, []).append(index)
            if item.endswith(")") and pending.get(chain):
                number = numbers.setdefault(chain, len(numbers))
                found.add(MentionGold(pending[chain].pop(), index + 1, kind, number))
    return tuple(sorted(found, key=lambda item: (item.start, -item.end, item.chain)))


def _names(document: _Document, mentions: tuple[MentionGold, ...], known: frozenset[str]) -> list[str]:
    """Tag the mentions that look like names; words that may belong to a name are not told."""
    words = document.words
    lower = frozenset(word for word in words if word.islower())
    spans = []
    for mention in mentions:
        if mention.type in _LABEL:
            start, end = _name(document, mention, mentions)
            alone = end == start + 1 and _common(document, start, known)
            if not alone and _shaped(words[start:end], mention.type):
                place = mention.type == "place"
                label = place_label(words[start:end]) if place else _LABEL[mention.type]
                spans.append((start, end, label))
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    tags = bio(len(words), spans)
    for index, tag in enumerate(tags):
        capital = _capital(words[index]) and words[index].lower() not in lower
        if tag == OUTSIDE and (capital or document.sentences[index] >= _JUDGED):
            tags[index] = MISSING
    for index in range(1, len(words) - 1):
        around = tags[index - 1] == tags[index + 1] == MISSING
        if tags[index] == OUTSIDE and around and words[index] in _JOINERS:
            tags[index] = MISSING
    return tags


def _name(document: _Document, mention: MentionGold, mentions: tuple[MentionGold, ...]) -> tuple[int, int]:
    """Cut from a mention what stands before and after its name.

    Articles, owners ("Example's" in "Example's Works Ltd."), for a person also employers and titles.
    """
    words, start, end = document.words, mention.start, mention.end
    if mention.type == "person":
        start = max([start, *(i + 1 for i in range(start, end) if words[i].lower() in _ROLES)])
    before = -1
    while before != start:
        before = start
        start = max([start, *(_owner(words, m, mention) for m in mentions if m.start == start)])
        if mention.type == "person":
            start += strip_title(words[start:end])
        start += start < end and words[start].lower() in _BEFORE
    while end > start and words[end - 1].lower() in _JOINERS:
        end -= 1
    return start, end


def _owner(words: list[str], other: MentionGold, mention: MentionGold) -> int:
    """Give the word after a mention that only stands before the name, else the mention's own start."""
    after = other.end
    if other.chain == mention.chain or after >= mention.end:
        return mention.start
    if words[after] in ("'s", "'") or words[after - 1] in ("'s", "'"):
        return after
    return after if mention.type == "person" and other.type != "person" else mention.start


def _shaped(name: list[str], kind: str) -> bool:
    """Tell whether words look like a name: capitals, numbers and joining words."""
    if not name or name[0] in _JOINERS or any(_GLUED.match(word) for word in name):
        return False
    if kind == "person" and ("of" in name or "for" in name):
        return False
    if kind == "place" and " ".join(name) in demonyms():  # "the German government" mentions Germany
        return False
    if not (_capital(name[-1]) or (kind == "object" and name[-1].isdigit())) or name[0].isdigit():
        return False
    return all(_capital(word) or word in _JOINERS or word[0].isdigit() for word in name)


def _capital(word: str) -> bool:
    """Tell whether a word has a capital letter ("iPhone" too)."""
    return word == "US" or (word != word.lower() and word.lower() not in _PRONOUNS)


def _common(document: _Document, index: int, known: frozenset[str]) -> bool:
    """Tell whether a capitalized word may owe its capital to the start of the sentence."""
    word = document.words[index]
    return document.first(index) and word not in known and not word[1:].isupper() and word[:1].isupper()
