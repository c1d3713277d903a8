"""Speakers that are no names: "she", "the ministry", "two officials"; what they are, how far they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.mention_tokens import chunk
from kg.annotate.names.everyday import is_everyday
from kg.annotate.names.forenames import gender_of_forename
from kg.annotate.names.nationalities import country_of, is_organization, is_people
from kg.annotate.names.titles import (
    HONORIFICS,
    KIND_WORDS,
    ORGANIZATION_NOUNS,
    PLACE_NOUNS,
    is_position,
    is_title_word,
)
from kg.annotate.names.types import subtype_of
from kg.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.annotate.reading import Passage

__all__ = [
    "PRONOUNS",
    "kind_of",
    "nominal_mention",
    "proper_name",
    "reach",
    "subtype_of_nominal",
    "type_of_nominal",
]

PRONOUNS = {
    "he": "Person", "she": "Person", "i": "Person", "him": "Person", "her": "Person", "who": "Person", "me":
    "Person", "you": "Person", "himself": "Person", "herself": "Person", "myself": "Person", "they":
    "Group", "we": "Group", "us": "Group", "them": "Group", "some": "Group", "many": "Group", "others":
    "Group", "those": "Group", "both": "Group", "all": "Group", "few": "Group", "most": "Group",
    "everyone": "Group", "it": "Other", "this": "Other", "that": "Other", "which": "Other", "one":
    "Person", "another": "Person", "someone": "Person", "anyone": "Person", "nobody": "Person", "none":
    "Group", "several": "Group", "his": "Person", "hers": "Person", "their": "Group", "its": "Other", "my":
    "Person", "our": "Group", "itself": "Other", "themselves": "Group", "mine": "Person", "theirs": "Group",
    "ours": "Group", "ourselves": "Group",
}  # fmt: skip
"""Type by pronoun."""

_PERSON_NOUNS = frozenset(
    {"man", "woman", "boy", "girl", "person", "mother", "father", "wife", "husband", "son", "daughter",
     "brother", "sister", "uncle", "aunt", "neighbor", "neighbour", "witness", "victim", "survivor",
     "relative", "friend", "colleague", "official", "source", "insider", "suspect", "defendant",
     "plaintiff", "protester", "demonstrator", "refugee", "migrant", "worker", "customer", "passenger",
     "patient", "expert", "voter", "parent", "child", "kid", "teenager", "leader", "veteran",
     "detainee", "prisoner", "inmate", "tourist", "traveller", "traveler", "believer", "scientist",
     "villager", "widow", "bystander", "onlooker", "supporter", "opponent", "critic", "observer",
     "applicant", "complainant", "claimant", "caller", "user", "buyer", "seller", "owner", "tenant",
     "landlord", "shopkeeper", "participant", "attendee", "eyewitness", "fan", "foe", "rival",
     "successor", "predecessor", "native", "citizen", "newcomer", "youngster", "elder", "lady",
     "gentleman", "guy", "girlfriend", "boyfriend", "fiancee", "fiance", "partner", "ex-wife",
     "ex-husband", "grandmother", "grandfather", "niece", "nephew", "cousin", "insurgent"}
)  # fmt: skip
_GROUP_NOUNS = frozenset(
    {"police", "people", "authorities", "public", "crowd", "family", "couple", "staff", "crew", "opposition",
     "democrats", "republicans", "conservatives", "liberals", "tories", "socialists",
     "troops", "rebels", "media", "press", "personnel"}
)  # fmt: skip
_DOCUMENT_NOUNS = frozenset(
    {"report", "statement", "study", "survey", "poll", "article", "letter", "document", "law", "bill",
     "court-document", "memo", "email", "e-mail", "paper", "book", "website", "site", "blog", "post",
     "tweet", "release", "communique", "filing", "lawsuit", "complaint", "indictment", "ruling",
     "verdict", "editorial", "headline", "data", "figure", "evidence", "finding", "research",
     "analysis", "record", "transcript", "footage", "video", "audio", "text", "message", "announcement",
     "account", "story", "speech", "interview", "resolution", "treaty", "constitution", "act",
     "agreement", "deal", "plan", "test"}
)  # fmt: skip
_ANONYMOUS_NOUNS = frozenset({"source", "official", "insider", "aide"})
_ANONYMOUS_CUES = (
    "anonym", "not to be named", "not to be identified", "declined to be named",
    "declined to be identified", "not be named", "not be identified", "refused to be named",
    "not authorized to speak", "not authorised to speak",
)  # fmt: skip
_NO_FIRST = frozenset({"ADP", "ADV", "CCONJ", "SCONJ", "AUX", "PUNCT"})
_NO_LAST = frozenset({"ADP", "ADV", "CCONJ", "SCONJ", "PUNCT"})
_SAYING = frozenset({"say", "says", "said", "tell", "told", "back", "though"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PARTISANS = frozenset(
    {"Democrats", "Republicans", "Conservatives", "Liberals", "Tories", "Greens", "Socialists", "Communists"}
)
_LONGEST_ACRONYM = 7
_LONGEST_PERSON = 4
_ARTICLES = ("the ", "a ", "an ")
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def kind_of(head: Token) -> str:
    """``pronoun`` or ``nominal``."""
    return "pronoun" if head.lower_ in PRONOUNS and head.pos_ in {"PRON", "DET"} else "nominal"


def reach(head: Token) -> tuple[int, int]:
    """Token range of the noun phrase without relative clause, apposition and coordination, nor the adverbs,
    prepositions and verbs that a parse may hang on it ("now the leader", "advisers to Moss say").
    """
    if kind_of(head) == "pronoun":
        return head.i, head.i + 1
    start, end = chunk(head)
    doc = head.doc
    while start < head.i and (not doc[start].text[0].isalnum() or doc[start].pos_ in _NO_FIRST):
        start += 1
    for i in range(head.i + 1, end):
        if doc[i].pos_ in {"AUX", "VERB"} and doc[i].tag_ in _FINITE:
            end = i
            break
    while end - 1 > head.i and (doc[end - 1].pos_ in _NO_LAST or doc[end - 1].lower_ in _SAYING):
        end -= 1
    return start, end


def nominal_mention(passage: Passage, head: Token, within: range | None = None) -> Mention:
    """The mention, in no chain yet, that a pronoun or a noun with its phrase makes.

    Args:
        passage: where it stands.
        head: the pronoun or noun.
        within: tokens beyond which the phrase does not go.
    """
    start, end = reach(head)
    if within is not None:
        start, end = max(start, within.start), min(end, within.stop)
    kind = kind_of(head)
    tokens = head.doc[start:end]
    name = "" if kind == "pronoun" else _without_article(tokens.text)
    return Mention(
        "", passage.span(tokens), kind, type_of_nominal(head), subtype_of_nominal(head), name, -1,
        passage.sentence_of(head),
    )  # fmt: skip


def _without_article(text: str) -> str:
    folded = text.casefold()
    article = next((article for article in _ARTICLES if folded.startswith(article)), "")
    return text[len(article) :]


def proper_name(head: Token) -> tuple[int, int, str] | None:
    """The name that a reader missed where it speaks ("Moss said"): tokens [start, end) and type, or None."""
    doc = head.doc
    if not head.text[0].isupper() or not (head.pos_ == "PROPN" or _ends_name(head)):
        return None
    start, end = head.i, head.i + 1
    while start > head.sent.start and (_is_capital(doc[start - 1]) or _is_proper_adjective(doc[start - 1])):
        start -= 1
    while end < head.sent.end and _is_capital(doc[end]):
        end += 1
    titled = addressed = False
    while start < end - 1 and is_title_word(doc[start].text):
        addressed = addressed or doc[start].lower_.rstrip(".") in HONORIFICS
        titled, start = True, start + 1
        start += start < end - 1 and doc[start].text == "."
    words = [token.text for token in doc[start:end]]
    definite = start > 0 and doc[start - 1].lower_ == "the"
    kind = "Person" if addressed else _type_of_proper(words, titled=titled, definite=definite)
    return (start, end, kind) if kind else None


def _ends_name(token: Token) -> bool:
    """Whether a common noun is the last word of a name ("the Velden Post")."""
    return token.pos_ == "NOUN" and token.i > token.sent.start and _is_capital(token.doc[token.i - 1])


def _is_capital(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper()


def _is_proper_adjective(token: Token) -> bool:
    return token.pos_ in {"ADJ", "NOUN"} and token.text.istitle() and not is_everyday(token.text)


def _type_of_proper(words: list[str], *, titled: bool, definite: bool) -> str:
    last = words[-1].casefold()
    if len(words) == 1 and (
        last in KIND_WORDS or is_position(last) or is_title_word(words[0]) or is_everyday(last)
    ):
        return ""
    if (
        words[-1] in _PARTISANS
        or country_of(words[-1])
        or is_people(words[-1])
        or any(word.isdigit() for word in words)
    ):
        return ""
    if titled or gender_of_forename(words[0]):
        return "Person"
    capitals = (
        len(words) == 1 and words[0].isupper() and 1 < len(words[0].replace(".", "")) < _LONGEST_ACRONYM
    )
    name = " ".join(words)
    if (
        definite
        or capitals
        or is_organization(name)
        or subtype_of(name, "Organization")
        or last in ORGANIZATION_NOUNS | {"state"}
    ):
        return "Organization"
    plain = len(words) < _LONGEST_PERSON and all(word.isalpha() and word.istitle() for word in words)
    return "Person" if plain and not any(is_everyday(word) for word in words) else ""


def type_of_nominal(head: Token) -> str:
    """The coarse type of a pronoun or common noun."""
    if kind_of(head) == "pronoun":
        return PRONOUNS[head.lower_]
    lemma = (head.lemma_ or head.text).casefold()
    word = head.lower_
    if word in _GROUP_NOUNS or lemma in _GROUP_NOUNS:
        return "Group"
    plural = head.tag_ in _PLURAL_TAGS or "Number=Plur" in str(head.morph)
    if lemma in _PERSON_NOUNS or is_position(lemma) or is_position(word):
        return "Group" if plural else "Person"
    if word in _DOCUMENT_NOUNS or lemma in _DOCUMENT_NOUNS:
        return "Other"
    if lemma in ORGANIZATION_NOUNS or word in ORGANIZATION_NOUNS:
        return "Group" if plural and word not in ORGANIZATION_NOUNS else "Organization"
    if lemma in PLACE_NOUNS or lemma in {"country", "nation"}:
        return "Place"
    return "Group" if plural else "Other"


def subtype_of_nominal(head: Token) -> str:
    """``AnonymousSource`` for people who speak unnamed: "sources", "officials", who asked not to be named."""
    lemma = (head.lemma_ or head.text).casefold()
    if lemma == "source" or (lemma in _ANONYMOUS_NOUNS and type_of_nominal(head) == "Group"):
        return "AnonymousSource"
    if type_of_nominal(head) not in {"Person", "Group"} or kind_of(head) == "pronoun":
        return ""
    about = head.sent.text.casefold()
    return "AnonymousSource" if any(cue in about for cue in _ANONYMOUS_CUES) else ""
