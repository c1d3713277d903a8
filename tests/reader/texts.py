"""Texts that a reader must survive, and what it said of one, for comparison."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

PLAIN = (
    "The minister of Iran said that 200 people were killed in Tehran. She denied it.\n\n"
    "“We will not go,” he said ,  and the people went ."
)
LONG = " ".join(f"{PLAIN} In war number {number}, the minister was killed." for number in range(6))
HOSTILE = {
    "nothing": "",
    "a blank": " ",
    "only blanks": " \n\n\t \u00a0 \u2003\n",
    "blanks first": "  \n The minister said so.",
    "emoji": "😀 😀👩\u200d👩\u200d👧 said 🇮🇷!",
    "zero width": "\u200b\u200d\ufeff mini\u200bster \u2060",
    "control characters": "a\x00b \x07 c\ufffd",
    "a long word": "x" * 10_000,
    "a long web address": "https://example.org/" + "a-b_c/%20" * 40,
    "no sentence": "and " * 420,
    "all full stops": ". " * 250,
    "brackets": "((((((" * 40,
    "Arabic": "قال الوزير إن الناس قتلوا في طهران.",
    "Chinese": "部长说,德黑兰有两百人被杀。" * 6,
    "combining": "e\u0301" * 50 + " İstanbul ǅ ﬁ ß",
    "lone surrogate's neighbours": "\ud7ff \ue000 \U0010ffff",
}


def everything(doc: Doc) -> dict[str, Any]:
    """All that the reader writes, bytes of the vectors included."""
    return {
        "tokens": [
            (t.text, t.pos_, t.tag_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc
        ],
        "names": [(ent.start, ent.end, ent.label_, ent.ent_id_) for ent in doc.ents],
        "roles": doc._.roles,
        "triggers": doc._.triggers,
        "chains": doc._.chains,
        "vectors": doc._.word_vectors.tobytes(),
    }
