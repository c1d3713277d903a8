"""Normal forms of names: what two ways of printing one name have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kg.resolve.wordlists import (
    COMPOUND_PARTICLES,
    COUNTRY_VARIANTS,
    GENERIC_WORDS,
    LIGHT_PARTICLES,
    NAME_SUFFIXES,
    ORGANIZATION_SUFFIXES,
    TITLES,
)

__all__ = [
    "acronyms_in",
    "agree",
    "content_words",
    "is_acronym",
    "is_generic",
    "is_lone",
    "normal",
    "normal_form",
    "printed",
    "quiet",
    "surnames",
]

_APOSTROPHES = re.compile("[’'ʼ`´‘＇]")
_MARKS = re.compile("[\u0300-\u036f]")
_INITIAL_DOT = re.compile(r"(?<=\b\w)\.")
_OTHER_SIGNS = re.compile(r"[\W_]+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_ROMAN = re.compile("[IVX]+")
_VOWELS = re.compile("[AEIOUYÀ-Ý]")
_MC = re.compile(r"\bMc([a-z])(?=[a-z])")
_LETTER_RUN = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z0-9&]{1,7}s?|[A-Z]{2,9}")
_ACRONYM_JOINTS = re.compile(r"[/\-–—]")
#: Tokens this long may differ by one letter within one article's chain (Mohammad, Mohammed).
_FUZZY_LENGTH = 6


def printed(name: str) -> str:
    """A name as an article prints it, without the accidents of line breaks: NFC, single blanks.

    >>> printed("Ali   Khamenei")
    'Ali Khamenei'
    """
    return " ".join(unicodedata.normalize("NFC", name).split())


def quiet(name: str) -> str:
    """A full name printed in capitals, as bylines do, in small letters; any other name as it is.

    >>> quiet("INGRID O'MOSS-VALE III"), quiet("ANN B. MCLEE"), quiet("AOC"), quiet("Ann LEE")
    ("Ingrid O'Moss-Vale III", 'Ann B. McLee', 'AOC', 'Ann LEE')
    """
    words = name.split(" ")
    if len(words) == 1 or not name.isupper():
        return name
    return " ".join(word if _stays_loud(word) else _small(word) for word in words)


def _stays_loud(word: str) -> bool:
    """Whether the word is an initial, two of them, or a number of kings."""
    return _ROMAN.fullmatch(word) is not None or (len(word) <= 3 and not _VOWELS.search(word))


def _small(word: str) -> str:
    return _MC.sub(
        lambda found: f"Mc{found[1].upper()}", _LETTER_RUN.sub(lambda run: run[0].capitalize(), word)
    )


@lru_cache(maxsize=100_000)
def normal(name: str) -> str:
    """Without case, accents, apostrophes, signs and a leading "the"; the text itself where nothing is left.

    >>> normal("The U.S. People’s Front-Line"), normal("Müller"), normal("J. K. Rowling")
    ('us peoples front line', 'muller', 'jk rowling')
    """
    text = _MARKS.sub("", unicodedata.normalize("NFKD", name.casefold())).translate(_LETTERS)
    text = _INITIAL_DOT.sub(" ", _APOSTROPHES.sub("", text.replace("&", " and ")))
    words = _join_initials(_OTHER_SIGNS.sub(" ", unicodedata.normalize("NFC", text)).split())
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words) or printed(name).casefold()


def _join_initials(words: list[str]) -> list[str]:
    joined: list[str] = []
    run = False
    for word in words:
        single = len(word) == 1
        if single and run:
            joined[-1] += word
        else:
            joined.append(word)
        run = single
    return joined


@lru_cache(maxsize=100_000)
def normal_form(name: str, type_name: str) -> str:
    """The normal form by type: persons without title, organizations without legal suffix, one form a country.

    >>> normal_form("Dr. Ann Lee", "Person"), normal_form("Acme Inc.", "Organization")
    ('ann lee', 'acme')
    """
    words = normal(name).split(" ")
    if type_name == "Person":
        while len(words) > 1 and words[0] in TITLES:
            words = words[1:]
        return " ".join(words)
    if type_name in ("Organization", "Group"):
        while len(words) > 1 and words[-1] in ORGANIZATION_SUFFIXES:
            words = words[:-1]
        while len(words) > 1 and words[-1] in ("and", "of"):
            words = words[:-1]
    form = " ".join(words)
    return COUNTRY_VARIANTS.get(form, form) if type_name in ("Place", "Organization") else form


def is_acronym(name: str) -> bool:
    """Whether the name is one word of capitals.

    >>> is_acronym("NATO"), is_acronym("U.N."), is_acronym("Nato"), is_acronym("AB CD")
    (True, True, False, False)
    """
    return _ACRONYM.fullmatch(name.replace(".", "")) is not None


def acronyms_in(name: str) -> tuple[str, ...]:
    """The acronyms that a name is made of, in normal form; none where it is anything else.

    >>> acronyms_in("PMOI/MEK"), acronyms_in("U.N."), acronyms_in("Reuters")
    (('pmoi', 'mek'), ('un',), ())
    """
    parts = [part.strip() for part in _ACRONYM_JOINTS.split(name)]
    if not all(is_acronym(part) for part in parts):
        return ()
    return tuple(dict.fromkeys(normal(part.replace(".", "")) for part in parts))


def is_generic(form: str) -> bool:
    """Whether a normal form names a kind of body that every country has ("health ministry").

    >>> is_generic("health ministry"), is_generic("iranian health ministry")
    (True, False)
    """
    return all(word in GENERIC_WORDS for word in form.split(" "))


def content_words(form: str) -> frozenset[str]:
    """The words of a normal form that tell it from other bodies of its kind."""
    return frozenset(word for word in form.split(" ") if word not in GENERIC_WORDS)


def _bare(form: str) -> list[str]:
    """A person's words without a generation ("jr") at the end."""
    words = form.split(" ")
    while len(words) > 1 and words[-1] in NAME_SUFFIXES:
        words = words[:-1]
    return words


def _surname_words(form: str) -> list[str]:
    """The last word with the particles that belong to it ("bin laden", "van der berg")."""
    words = _bare(form)
    start = len(words) - 1
    while start > 0 and words[start - 1] in LIGHT_PARTICLES | COMPOUND_PARTICLES:
        start -= 1
    return words[start:]


@lru_cache(maxsize=100_000)
def is_lone(form: str) -> bool:
    """Whether a person's normal form is one name only, particles apart.

    >>> is_lone("rajavi"), is_lone("al sadr"), is_lone("abdul rahman"), is_lone("maryam rajavi")
    (True, True, True, False)
    """
    words = _bare(form)
    return len(_surname_words(form)) == len(words)


@lru_cache(maxsize=100_000)
def surnames(form: str) -> tuple[str, ...]:
    """The ways in which a person can be called by the surname alone.

    A light particle may be left out ("Assad" for "al-Assad"); "abdul" and its kind may not.

    >>> surnames("bashar al assad"), surnames("hassan abdul rahman"), surnames("osama bin laden")
    (('al assad', 'assad'), ('abdul rahman',), ('bin laden',))
    """
    words = _surname_words(form)
    ways = [" ".join(words)]
    while len(words) > 1 and words[0] in LIGHT_PARTICLES:
        words = words[1:]
        ways.append(" ".join(words))
    return tuple(ways)


def agree(left: str, right: str) -> bool:
    """Whether two full forms can name one person: the shorter is the longer with names left out or initials.

    >>> agree("barack obama", "barack hussein obama"), agree("george w bush", "george bush")
    (True, True)
    >>> agree("john smith", "jane smith"), agree("donald trump", "donald trump jr")
    (False, False)
    """
    if left == right:
        return True
    if _generation(left) != _generation(right):
        return False
    short, long = sorted((_bare(left), _bare(right)), key=lambda words: (len(words), words))
    rest = iter(long)
    return all(any(_same_word(word, other) for other in rest) for word in short)


def _generation(form: str) -> tuple[str, ...]:
    return tuple(form.split(" ")[len(_bare(form)) :])


def _same_word(left: str, right: str) -> bool:
    if left == right or (1 in (len(left), len(right)) and left[0] == right[0]):
        return True
    return min(len(left), len(right)) >= _FUZZY_LENGTH and left[0] == right[0] and _one_edit(left, right)


def _one_edit(left: str, right: str) -> bool:
    """Whether one letter changed, added or left out makes them equal."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]
