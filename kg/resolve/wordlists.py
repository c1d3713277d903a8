"""The words that the joining of names knows about. All in normal form (see kg.resolve.names)."""

from __future__ import annotations

__all__ = [
    "BYLINE_BODIES",
    "COLLECTIVE_WORDS",
    "COMMON_SURNAMES",
    "COMPOUND_PARTICLES",
    "COUNTRY_VARIANTS",
    "GENERIC_AUTHORS",
    "GENERIC_WORDS",
    "LIGHT_PARTICLES",
    "NAME_SUFFIXES",
    "ORGANIZATION_SUFFIXES",
    "TITLES",
    "words",
]


def words(text: str) -> frozenset[str]:
    """The words of a text.

    >>> sorted(words("two words"))
    ['two', 'words']
    """
    return frozenset(text.split())


#: Words before a person's name that are not part of it. Regnal titles (king, pope, prince) are: "Francis"
#: alone is anybody.
TITLES = words(
    """
    mr mrs ms miss mx dr prof professor president sir dame gen general lt col colonel maj major capt
    captain sgt sergeant cpl adm admiral rev reverend sen senator rep gov governor ayatollah sheikh
    sheik hon judge justice minister chancellor mayor ambassador secretary congressman congresswoman
    detective inspector officer lord lady fr hojatoleslam
    """
)

#: What may follow a person's name and tells father from son.
NAME_SUFFIXES = words("jr sr ii iii iv junior senior")

#: Particles that may be left out where the surname stands alone.
LIGHT_PARTICLES = words("al el de da di du del della dos van von der den ter ten la le st")

#: Particles that make one name with the word that follows.
COMPOUND_PARTICLES = words("abdul abdel abd abu abou umm bin ben ibn bint")

#: Legal forms at the end of an organization's name.
ORGANIZATION_SUFFIXES = words(
    """
    inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag sa nv bv spa srl oy
    ab asa pty
    """
)

#: Words that name kinds of bodies and their fields, not a certain one.
GENERIC_WORDS = words(
    """
    a an and for in of on the to academy administration affairs agency army assembly association
    authority board branch bureau cabinet center centre chamber church city coalition college command
    commission committee company congress council county court courts department district division
    federation force forces foundation front government group headquarters high hospital house institute
    intelligence law league legislature local lower media ministry mission movement municipality
    national news newspaper office organization organisation parliament party police prison prosecutor
    prosecutors province republic school security senate service services society state supreme task
    team tribunal troops union university upper agriculture aviation civil commerce constitutional
    criminal culture customs defence defense economic economy education election electoral emergency
    energy environment external federal finance fire foreign general health home human immigration
    industry information interior internal judiciary judicial justice labor labour mayor military
    minister central bank navy air oil prime president presidential press public regional research
    safety science social special statistics tax trade transport transportation treasury war welfare
    communist socialist conservative democratic republican liberal
    """
)

#: Words in a byline that show it to name a body, not a person.
BYLINE_BODIES = words(
    """
    agency association board bureau committee council desk editorial media ministry network news office
    press reuters service staff team union university website
    """
)

#: Bylines that name nobody.
GENERIC_AUTHORS = words(
    """
    admin administrator agencies author contributor correspondent editor editorial editors newsroom
    reporter staff writer
    """
) | {
    "editorial board",
    "editorial staff",
    "guest author",
    "news desk",
    "news staff",
    "our correspondent",
    "special correspondent",
    "staff reporter",
    "staff writer",
    "web desk",
}

#: Other ways to call a country (or its government) -> its normal form.
COUNTRY_VARIANTS = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "america": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "united kingdom of great britain and northern ireland": "united kingdom",
    "uae": "united arab emirates",
    "drc": "democratic republic of the congo",
    "dr congo": "democratic republic of the congo",
    "democratic republic of congo": "democratic republic of the congo",
    "cote divoire": "ivory coast",
    "turkiye": "turkey",
    "czechia": "czech republic",
    "islamic republic of iran": "iran",
    "peoples republic of china": "china",
    "russian federation": "russia",
    "federal republic of germany": "germany",
    "french republic": "france",
    "republic of korea": "south korea",
    "democratic peoples republic of korea": "north korea",
    "kingdom of saudi arabia": "saudi arabia",
    "state of israel": "israel",
    "republic of india": "india",
    "islamic republic of pakistan": "pakistan",
    "syrian arab republic": "syria",
    "bolivarian republic of venezuela": "venezuela",
    "republic of turkey": "turkey",
    "holland": "netherlands",
}

#: Surnames so frequent that one bearer in a corpus says little about the next.
COMMON_SURNAMES = words(
    """
    smith johnson williams brown jones miller davis wilson anderson taylor thomas moore jackson martin
    white thompson harris clark lewis robinson walker young allen king wright scott hill green adams
    baker nelson carter mitchell roberts turner phillips campbell parker evans edwards collins stewart
    morris rogers reed cook morgan bell murphy bailey cooper richardson cox howard ward peterson gray
    james watson brooks kelly sanders price bennett wood barnes ross henderson coleman jenkins perry
    powell long patterson hughes butler simmons foster bryant alexander russell hamilton graham reynolds
    griffin wallace cole west hayes bryan gibson stevens stone robertson hunt palmer black daniels mason
    kennedy warren fox gordon shaw holmes hunter marshall hall lee garcia martinez rodriguez hernandez
    lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz reyes morales cruz ortiz
    gutierrez chavez ramos ruiz alvarez fernandez castro silva santos costa pereira souza kim park choi
    jung chung cho kang yoon lim wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu lin nguyen
    tran pham le khan ali ahmed ahmad hussain hussein hassan mohammed mohamed muhammad mohammad ibrahim
    abdullah singh kumar sharma patel gupta das rao shah begum akhtar malik iqbal rahman islam muller
    schmidt schneider fischer weber meyer wagner becker dubois bernard petit durand rossi russo ferrari
    bianchi ivanov petrov sidorov smirnov kuznetsov novak sato suzuki takahashi tanaka watanabe ito
    yamamoto john david michael george william charles paul peter francis henry simon joseph
    """
)

#: Nouns for people or bodies taken together: a source so called is a group, not a person.
COLLECTIVE_WORDS = words(
    """
    police army military government regime ministry parliament court company party group team staff
    union crowd public people men women children family families media press opposition administration
    agency committee council commission department force forces troops militia militants movement
    organization organisation board bank university hospital residents
    """
)
