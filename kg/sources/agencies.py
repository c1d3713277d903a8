"""Names of news agencies, and words that show a name to be an outlet's rather than a person's."""

from __future__ import annotations

import re

__all__ = ["find_agency", "is_outlet"]

_AGENCIES = frozenset(
    """
    Reuters; Thomson Reuters; AP; Associated Press; The Associated Press; AFP; Agence France-Presse;
    UPI; United Press International; dpa; DPA; Deutsche Presse-Agentur; Xinhua; TASS; ITAR-TASS;
    Interfax; RIA Novosti; Ukrinform; ANSA; EFE; PTI; Press Trust of India; ANI; IANS; Kyodo; Kyodo
    News; Jiji Press; Yonhap; Bernama; Antara; Anadolu; Anadolu Agency; IRNA; ISNA; Tasnim; Fars News;
    Mehr News; SANA; Petra; WAM; MENA; KUNA; NAN; PANA; GNA; Press Association; PA Media; CNN; BBC; NPR;
    CBC; ABC News; CBS News; NBC News; Al Jazeera; Bloomberg; Bloomberg News; Bloomberg.com; Dow Jones;
    MarketWatch; RFE/RL; VOA; Voice of America; Deutsche Welle; DW; ITV; Sky News; CP; The Canadian
    Press; Canadian Press; AAP; Australian Associated Press; APA; Belga; ANP; NTB; Ritzau; STT; Lusa;
    CTK; PAP; MTI; Agerpres; BTA; HINA; Tanjug; Belta; Agencia Brasil; Notimex; Telam; Prensa Latina;
    TNS; IPS; Inter Press Service; Wikinews; PRNewswire; PR Newswire; Business Wire; GLOBE NEWSWIRE;
    GlobeNewswire
    """.replace("\n", " ").split(";")
)
_KNOWN = frozenset(" ".join(name.split()).casefold() for name in _AGENCIES)

_OUTLET_WORDS = re.compile(
    r"\b(?:News|Newswire|Wire|Press|Times|Post|Herald|Tribune|Journal|Gazette|Courier|Daily|Broadcasting|Media|Agency"
    r"|Agencies|Service|Network|Television|TV|Radio|Magazine|Review|Monitor|Observer|Guardian|Telegraph|Chronicle"
    r"|Bureau|Newspaper|Editorial|Staff)\b",
    re.IGNORECASE,
)


def find_agency(text: str) -> bool:
    """Whether the words are the name of a news agency or of an outlet that others take copy from.

    >>> find_agency("AFP"), find_agency("Ann Example")
    (True, False)
    """
    return text.strip(" .()[]").casefold() in _KNOWN


def is_outlet(text: str) -> bool:
    """Whether the words look like the name of a publication.

    >>> is_outlet("The Ashcombe Review"), is_outlet("Ann Example")
    (True, False)
    """
    words = text.split()
    return 2 <= len(words) <= 6 and words[0][0].isupper() and _OUTLET_WORDS.search(text) is not None
