"""Honorifics, titles and position nouns: the words that stand before names and say what people are."""

from __future__ import annotations

__all__ = [
    "CORPORATE_ENDINGS",
    "FEMALE_WORDS",
    "FORMER",
    "HEDGES",
    "HONORIFICS",
    "KIND_WORDS",
    "LEADER_NOUNS",
    "MALE_WORDS",
    "MEMBER_NOUNS",
    "ORGANIZATION_NOUNS",
    "PLACE_NOUNS",
    "POSITION_NOUNS",
    "STATUS_DROPPED",
    "TITLE_COMPLEMENTS",
    "UPCOMING",
    "WORKER_NOUNS",
    "is_position",
    "is_title_modifier",
    "is_title_word",
]

HONORIFICS = {
    "mr": "male", "mister": "male", "mrs": "female", "ms": "female", "miss": "female", "mme": "female",
    "madam": "female", "madame": "female", "mlle": "female", "monsieur": "male", "sir": "male", "dame":
    "female", "lord": "male", "lady": "female", "baroness": "female", "baron": "male", "señor": "male",
    "señora": "female", "herr": "male", "frau": "female", "dr": "", "dr.": "", "prof": "", "rev": "",
    "reverend": "", "hon": "", "st": "", "fr": "male", "sheikh": "male", "sheik": "male", "ayatollah":
    "male", "hojjatoleslam": "male", "imam": "male", "mullah": "male", "rabbi": "", "sayyid": "male",
    "brother": "male", "sister": "female", "mother": "female", "father": "male", "uncle": "male",
    "aunt": "female", "grand": "",
}  # fmt: skip
"""Words of address before a name (lower case, without the dot), with the gender they tell."""

_ABBREVIATED = frozenset(
    {"gen", "sen", "rep", "gov", "capt", "col", "lt", "sgt", "maj", "cmdr", "adm", "brig", "pres", "cpl",
     "pvt", "det", "supt", "insp", "amb", "atty", "pfc", "cllr"}
)  # fmt: skip
"""Titles that are printed short before names."""

LEADER_NOUNS = frozenset(
    {"leader", "president", "head", "chief", "chairman", "chairwoman", "chairperson", "chair", "director",
     "ceo", "boss", "premier", "chancellor", "co-leader", "co-chair", "co-chairman", "co-president",
     "secretary-general", "director-general", "commander", "president-elect", "president-general",
     "governor-general", "headmaster", "headmistress", "principal", "dean", "rector", "provost",
     "archbishop", "commander-in-chief", "editor-in-chief", "co-director", "superintendent", "captain"}
)  # fmt: skip
"""Who is called so of an organization heads it."""

WORKER_NOUNS = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "spokespeople", "reporter", "journalist", "correspondent",
     "analyst", "economist", "professor", "researcher", "scientist", "engineer", "executive", "manager",
     "employee", "editor", "columnist", "lecturer", "fellow", "scholar", "strategist", "coordinator",
     "officer", "worker", "teacher", "curator", "lobbyist", "anchor", "presenter", "producer",
     "broadcaster", "secretary", "treasurer", "historian", "sociologist", "psychologist",
     "epidemiologist", "virologist", "physicist", "chemist", "biologist", "astronomer", "geologist",
     "meteorologist", "forecaster", "climatologist", "ecologist", "campaigner", "trader", "broker",
     "associate", "technician", "physician", "surgeon", "cfo", "coo", "cto", "inspector",
     "investigator", "detective"}
)  # fmt: skip
"""Who is called so of an organization works for it."""

MEMBER_NOUNS = frozenset(
    {"member", "senator", "lawmaker", "legislator", "congressman", "congresswoman", "deputy", "delegate",
     "councillor", "councilor", "councilman", "councilwoman", "parliamentarian", "mp", "mep", "cadre",
     "activist", "militant", "fighter", "commissioner", "representative", "player", "striker",
     "midfielder", "goalkeeper", "defender", "pitcher", "quarterback"}
)  # fmt: skip
"""Who is called so of an organization belongs to it."""

_OTHER_POSITIONS = frozenset(
    {"minister", "king", "queen", "prince", "princess", "emperor", "pope", "cardinal", "bishop", "priest",
     "pastor", "vicar", "monk", "nun", "ambassador", "envoy", "diplomat", "counsellor", "consul",
     "judge", "justice", "prosecutor", "attorney", "lawyer", "barrister", "solicitor", "mayor",
     "governor", "vice-president", "vice-chairman", "politician", "candidate", "contender", "nominee",
     "dictator", "ruler", "sultan", "emir", "shah", "warlord", "general", "colonel", "major", "captain",
     "lieutenant", "sergeant", "admiral", "marshal", "brigadier", "corporal", "private", "commodore",
     "soldier", "officer", "guard", "agent", "spy", "policeman", "policewoman", "constable", "sheriff",
     "trooper", "marine", "pilot", "astronaut", "cosmonaut", "singer", "songwriter", "actor", "actress",
     "comedian", "author", "writer", "novelist", "poet", "playwright", "director", "filmmaker",
     "composer", "conductor", "musician", "guitarist", "drummer", "rapper", "artist", "painter",
     "sculptor", "architect", "designer", "photographer", "publisher", "blogger", "activist",
     "dissident", "rebel", "insurgent", "founder", "co-founder", "cofounder", "owner", "co-owner",
     "entrepreneur", "businessman", "businesswoman", "investor", "banker", "financier", "billionaire",
     "farmer", "fisherman", "student", "resident", "nurse", "doctor", "professor", "dentist",
     "veterinarian", "paramedic", "firefighter", "coach", "footballer", "cricketer", "golfer", "boxer",
     "sprinter", "swimmer", "cyclist", "driver", "referee", "umpire", "champion", "organizer",
     "organiser", "adviser", "advisor", "aide", "assistant", "consultant", "expert", "specialist",
     "critic", "commentator", "philosopher", "theologian", "preacher", "cleric", "scholar",
     "astronomer", "mathematician", "secretary", "undersecretary", "comptroller", "auditor",
     "whistleblower", "hacker", "developer", "programmer", "trustee", "negotiator", "mediator",
     "interpreter", "translator", "librarian", "archaeologist", "anthropologist", "ombudsman",
     "speaker", "whip", "assemblyman", "assemblywoman", "chaplain", "patriarch", "premier", "co-author",
     "co-writer", "co-producer", "president", "vice-chair", "vice-chancellor", "attorney-general",
     "chef", "model", "gymnast", "skier", "wrestler", "jockey", "magistrate", "clerk", "comrade",
     "lobbyist", "regent", "viceroy", "marquess", "duke", "duchess", "countess"}
)  # fmt: skip

POSITION_NOUNS = LEADER_NOUNS | WORKER_NOUNS | MEMBER_NOUNS | _OTHER_POSITIONS
"""Nouns that say what somebody is or does."""

TITLE_COMPLEMENTS = frozenset({"general", "designate", "emeritus", "elect", "major", "superior", "laureate"})
"""Words after a title noun that still belong to it: "Secretary General", "professor emeritus"."""

FORMER = frozenset(
    {"former", "ex", "ex-", "then", "then-", "onetime", "one-time", "erstwhile", "late", "retired", "ousted",
     "deposed", "previous", "past", "outgoing", "departing"}
) - {"outgoing", "departing"}  # fmt: skip
"""Words before a title that put it in the past."""

UPCOMING = frozenset({"incoming", "soon-to-be"})
"""Words before a title that put it in the future."""

STATUS_DROPPED = frozenset(
    {"outgoing", "departing", "embattled", "longtime", "long-time", "veteran", "current", "new", "newly",
     "old", "young", "fellow", "local", "prominent", "leading", "top", "renowned", "famous", "popular",
     "controversial", "powerful", "influential", "respected", "outspoken", "late", "longstanding",
     "well-known", "noted", "own", "same", "other", "another", "many", "several", "some", "first-time",
     "longest-serving", "present", "then-current", "legendary", "celebrated", "notorious",
     "only", "next", "charismatic", "moderate", "hardline", "hard-line", "conservative", "liberal",
     "wealthy", "rich",
     "elderly", "good", "great", "best", "big", "main", "key", "recent", "reclusive", "beloved"}
)  # fmt: skip
"""Words before a title that are no part of it."""

HEDGES = frozenset(
    {"alleged", "allegedly", "suspected", "reputed", "purported", "supposed", "so-called", "self-proclaimed",
     "self-styled", "self-declared", "self-appointed", "accused", "apparent", "apparently", "possible",
     "possibly", "potential", "potentially", "probable", "probably", "likely", "unlikely", "would-be",
     "aspiring", "wannabe", "fake", "bogus", "presumed", "presumptive", "putative", "ostensible",
     "prospective", "perhaps", "maybe", "hopeful", "unofficial", "virtual", "de-facto", "fictional",
     "fictitious", "mock", "imaginary", "ersatz", "sham", "pseudo", "quasi", "reportedly", "rumored",
     "rumoured", "supposedly", "nearly", "almost", "hardly", "imposter", "impostor", "disputed"}
)  # fmt: skip
"""Words that take back what they stand before; a fact with one of them is not read."""

ORGANIZATION_NOUNS = frozenset(
    {"party", "ministry", "department", "agency", "bureau", "office", "council", "committee", "commission",
     "union", "association", "federation", "organization", "organisation", "league", "institute",
     "institution", "university", "college", "school", "academy", "bank", "corporation", "company",
     "group", "fund", "foundation", "trust", "court", "parliament", "senate", "congress", "assembly",
     "police", "army", "navy", "force", "forces", "guard", "guards", "corps", "brigade", "brigades",
     "militia", "front", "movement", "alliance", "coalition", "network", "society", "club", "team",
     "board", "authority", "service", "services", "hospital", "church", "mosque", "news", "times",
     "post", "journal", "herald", "tribune", "gazette", "television", "radio", "airlines", "airways",
     "motors", "industries", "holdings", "partners", "inc", "corp", "ltd", "llc", "plc", "co",
     "government", "administration", "center", "centre", "laboratory", "observatory", "museum",
     "library", "secretariat", "tribunal", "confederation", "newspaper", "magazine", "chamber",
     "command", "regiment", "division", "battalion", "squad", "battalions", "initiative", "consortium",
     "cabinet", "treasury", "exchange", "cooperative", "syndicate", "caucus"}
)  # fmt: skip
"""Last or head words of organizations' names."""

PLACE_NOUNS = frozenset(
    {"city", "province", "county", "district", "river", "lake", "mountain", "mountains", "island", "islands",
     "sea", "ocean", "bay", "gulf", "desert", "valley", "street", "avenue", "road", "square", "bridge",
     "airport", "peninsula", "region", "state", "village", "town", "republic", "kingdom", "strait",
     "coast", "canyon", "park", "forest", "hill", "hills", "beach", "boulevard", "lane", "harbor",
     "harbour", "port", "cape", "creek", "canal"}
)  # fmt: skip
"""Last or head words of places' names."""

KIND_WORDS = (
    ORGANIZATION_NOUNS
    | PLACE_NOUNS
    | {"states", "democracy", "earth", "war", "treaty", "act", "law", "constitution"}
)
"""Words that say what kind of thing a name names: no surnames."""

CORPORATE_ENDINGS = frozenset(
    {"inc", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc", "ag", "sa", "nv", "gmbh",
     "group", "holdings", "incorporated", "spa", "se", "ab", "bv", "lp", "llp"}
)  # fmt: skip
"""Last words that a company's name may lack."""

MALE_WORDS = frozenset(
    {"he", "him", "his", "himself", "chairman", "spokesman", "businessman", "policeman", "king", "prince",
     "emperor", "pope", "duke", "actor", "congressman", "councilman", "assemblyman", "husband",
     "father", "brother", "son", "grandfather", "uncle", "nephew", "widower", "gentleman", "man", "boy",
     "sir", "lord", "priest", "bishop", "cardinal", "ayatollah", "imam", "patriarch", "fisherman",
     "frenchman", "englishman", "irishman", "dutchman"}
)  # fmt: skip
FEMALE_WORDS = frozenset(
    {"she", "her", "hers", "herself", "chairwoman", "spokeswoman", "businesswoman", "policewoman", "queen",
     "princess", "empress", "duchess", "actress", "congresswoman", "councilwoman", "assemblywoman",
     "wife", "mother", "sister", "daughter", "grandmother", "aunt", "niece", "widow", "lady", "woman",
     "girl", "nun", "baroness", "countess", "headmistress", "frenchwoman", "englishwoman"}
)  # fmt: skip

_BEFORE_TITLE = frozenset(
    {"prime", "foreign", "interior", "defense", "defence", "finance", "home", "health", "vice", "deputy",
     "assistant", "acting", "first", "second", "supreme", "chief", "senior", "junior", "executive",
     "managing", "lieutenant", "brigadier", "major", "lord", "grand", "crown", "state", "national",
     "federal", "general", "attorney", "opposition", "spiritual", "police", "army", "navy", "air",
     "field", "head", "staff", "under", "private", "commanding", "associate"}
)  # fmt: skip


def is_title_word(word: str) -> bool:
    """Whether a word before a name is an honorific or a title.

    >>> is_title_word("Mrs."), is_title_word("President"), is_title_word("Ali")
    (True, True, False)
    """
    key = word.casefold().rstrip(".")
    return key in HONORIFICS or key in _ABBREVIATED or key in _BEFORE_TITLE or is_position(key)


def is_position(word: str) -> bool:
    """Whether the noun says what somebody is ("lawmaker", "President-elect", "co-founder", "vice-president").

    >>> is_position("President-elect"), is_position("ex-president"), is_position("table")
    (True, True, False)
    """
    key = word.casefold()
    if key in POSITION_NOUNS:
        return True
    if "-" not in key:
        return False
    key = key.removesuffix("-elect").removesuffix("-general").removesuffix("-designate")
    key = (
        key.removeprefix("ex-")
        .removeprefix("then-")
        .removeprefix("vice-")
        .removeprefix("co-")
        .removeprefix("mid-")
    )
    return key in POSITION_NOUNS


def is_title_modifier(word: str) -> bool:
    """Whether the word belongs to the title that it stands before ("Prime", "deputy", "vice").

    >>> is_title_modifier("Prime"), is_title_modifier("told")
    (True, False)
    """
    return word.casefold() in _BEFORE_TITLE
