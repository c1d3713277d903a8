"""Words that tell what a number counts: deaths, injuries, arrests, participants, displaced people, places.

Lemmas unless said otherwise. The lists are for news in general: attacks, disasters, epidemics,
protests, wars.
"""

from __future__ import annotations

__all__ = [
    "ACTIVE",
    "BEFORE",
    "CHANGES",
    "FAMILY",
    "FIGURE_WORDS",
    "HOLDINGS",
    "IRREGULAR",
    "LOCATIVES",
    "LOSSES",
    "NEEDS_PEOPLE",
    "NOUNS",
    "PASSIVE",
    "PEOPLE",
    "RAISING",
    "STATES",
    "TIME_UNITS",
    "TOLL_WORDS",
    "is_people",
    "word_set",
]


def word_set(words: str) -> frozenset[str]:
    """Words parted by blanks."""
    return frozenset(words.split())


def _map(**measures: str) -> dict[str, str]:
    return {word: measure for measure, words in measures.items() for word in words.split()}


NOUNS = _map(
    Deaths="death fatality killing corpse body dead martyr deceased execution murder homicide "
    "beheading drowning",
    Injuries="injury injured wounded",
    Arrests="arrest detainee detention arrestee",
    Participants="protester protestor demonstrator marcher attendee participant striker rioter rallygoer "
    "picketer",
    Displaced="refugee evacuee displaced homeless asylum-seeker idp asylum",
    Settlements="city town village locality settlement municipality hamlet",
    Provinces="province region governorate prefecture state county oblast canton",
    OtherMeasure="casualty infection case hostage missing",
)
"""Heads of the noun phrase that is counted."""

STATES = _map(
    Deaths="dead killed slain murdered massacred executed deceased hanged beheaded slaughtered",
    Injuries="injured wounded hurt hospitalized hospitalised maimed",
    Arrests="arrested detained jailed imprisoned apprehended",
    Displaced="displaced homeless uprooted",
    OtherMeasure="missing infected",
)
"""Word forms right before or after the noun counted.

As in "485 wounded people", "359 dead", "children killed in".
"""

PASSIVE = _map(
    Deaths="kill murder slay execute massacre behead hang slaughter gun assassinate lynch",
    Injuries="injure wound hurt maim hospitalize hospitalise treat",
    Arrests="arrest detain jail imprison apprehend hold capture round pick nab",
    Displaced="displace evacuate uproot relocate",
)
"""Verbs whose passive subject is counted."""

ACTIVE = _map(
    Deaths="die perish drown succumb",
    Participants="protest march rally demonstrate gather attend participate riot pour turn",
    Displaced="flee shelter",
)
"""Verbs whose active subject is counted."""

BEFORE = _map(
    Deaths="kill murder slay execute massacre behead hang slaughter assassinate",
    Injuries="injure wound hurt maim",
    Arrests="arrest detain jail imprison apprehend",
    Displaced="displace uproot evacuate shelter",
)
"""Verbs whose object is counted."""

LOSSES = _map(
    Deaths="deaths death killing killings murder murders execution executions massacre slaughter",
    Injuries="injuries injury wounding",
    Arrests="arrests arrest detention detentions",
    Displaced="displacement",
)
"""Word forms before "of" and a number of people ("the deaths of 304 men")."""

LOCATIVES = {
    "hospital": "Injuries",
    "hospitals": "Injuries",
    "care": "Injuries",
    "custody": "Arrests",
    "detention": "Arrests",
    "bars": "Arrests",
    "homeless": "Displaced",
    "shelters": "Displaced",
    "dead": "Deaths",
    "injured": "Injuries",
    "wounded": "Injuries",
    "missing": "OtherMeasure",
}
"""Last words of a predicate ("are in hospital", "in intensive care", "behind bars", "were found dead")."""

HOLDINGS = word_set("hold capture round pick nab treat evacuate relocate shelter turn pour gun detain hang")
"""Verbs that also take things ("meetings were held"): the noun counted must be people."""

NEEDS_PEOPLE = HOLDINGS | word_set(
    "gather attend participate march rally flee displace protest demonstrate riot"
)

RAISING = word_set(
    "know believe report say think fear confirm presume estimate expect understand consider assume find"
)
"""Verbs between the noun counted and its real predicate ("are known to have died")."""

TOLL_WORDS = _map(
    Deaths="toll tolls dead deaths fatalities",
    Injuries="wounded injured injuries",
    Arrests="arrests detentions custody arrested detained detainees",
    Displaced="displaced",
)
"""Word forms before a bare number ("the toll rose to 290", "brings arrests to 58")."""

FIGURE_WORDS = word_set("toll figure number total count tally peak it that death-toll estimate")
"""Words that stand for a figure given before ("it could be 250", "put the figure at 253")."""

CHANGES = word_set(
    "error mistake errors mistakes duplicates twice double-counted miscounted subtracted deducted struck "
    "removed"
)
"""Word forms by which a number is a correction to a toll, not a toll."""

IRREGULAR = {
    "shot": "shoot", "slain": "slay", "met": "meet", "bought": "buy", "hung": "hang", "sworn": "swear",
    "struck": "strike", "fled": "flee", "held": "hold", "lost": "lose", "took": "take", "taken": "take",
    "fell": "fall", "stabbed": "stab", "gunned": "gun", "rounded": "round", "picked": "pick",
}  # fmt: skip
"""Lemmas of forms that pipelines often leave as they are."""

FAMILY = word_set(
    "child son daughter brother sister parent relative member friend wife husband baby colleague"
)

TIME_UNITS = word_set("second minute hour day week month year decade night weekend")

PEOPLE = word_set(
    "person people child kid boy girl man woman baby infant toddler teenager youth adult pensioner "
    "student pupil civilian soldier troop officer policeman policewoman police trooper fighter militant "
    "insurgent rebel gunman bomber attacker terrorist militiaman guard servicemember marine sailor "
    "combatant villager resident citizen national foreigner tourist visitor passenger crew pilot driver "
    "worker employee miner farmer labourer laborer teacher doctor nurse medic patient worshipper "
    "worshiper pilgrim priest nun monk cleric journalist reporter activist dissident opponent supporter "
    "protester protestor demonstrator prisoner inmate detainee suspect hostage captive victim survivor "
    "migrant refugee asylum seeker evacuee family household lawmaker official executive politician "
    "president mayor minister governor senator leader commander chief general judge king queen "
    "individual human soul life other member friend relative brother sister son daughter parent mother "
    "father wife husband bystander pedestrian cyclist motorist shopper fan spectator firefighter rescuer "
    "volunteer staff colleague guest customer voter candidate delegate lawyer judge diplomat expert "
    "scientist engineer athlete player actor singer artist writer author believer christian muslim jew "
    "ex-official participant attendee marcher striker rioter everyone serviceman looter smuggler "
    "trafficker gangster teen"
)


_THINGS = word_set(
    "list checklist playlist shortlist wishlist blacklist waitlist twist wrist waist fist mist"
)
"""Nouns with an ending of nouns for people."""


def is_people(lemma: str) -> bool:
    """Whether a noun counts people, by list or by ending ("loyalist", "fisherman", "conscriptee")."""
    if lemma in _THINGS:
        return False
    return lemma in PEOPLE or lemma.endswith(("ist", "ian", "man", "woman", "people", "goer"))
