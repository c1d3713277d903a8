from __future__ import annotations

from datetime import date

import pytest

from kg.model import Document
from kg.sources import read_document

BODY = (
    "The council of Port Ardel voted on Monday to close the old bridge. Lorries will go round by the coast."
)
MORE = "Mayor Ilse Varga said the work would take two years and cost about $40 million."


def read(text: str) -> Document:
    return read_document(text, id="article")


def marked(text: str, *kinds: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(r.kind, r.span.of(text)) for r in document.regions if not kinds or r.kind in kinds]


def words(text: str, kind: str) -> list[str]:
    return [found for _, found in marked(text, kind)]


@pytest.mark.parametrize(
    "headline",
    [
        "Council closes the old bridge",
        "Bridge: How Port Ardel Lost Its Only Crossing",
        "“We had no choice”: mayor defends closure",
        "Who closed the bridge? The answer is not simple",
        "Can the old bridge be saved?",
        "Council Of Port Ardel Votes To Close Bridge After Storm Damage.",
        "3,000 lorries a day must find another way",
    ],
)
def test_a_first_line_that_reads_like_a_headline_is_one(headline: str) -> None:
    text = f"{headline}\n\n{BODY}\n\n{MORE}\n"
    assert marked(text) == [("headline", headline), ("paragraph", BODY), ("paragraph", MORE)]
    document = read(text)
    assert document.headline is not None
    assert document.headline.of(text) == headline


@pytest.mark.parametrize(
    "first",
    [
        BODY,
        "The bridge is closed.",
        "The mayor of Port Ardel, Ilse Varga, said on Tuesday:",
        "and so the bridge was closed",
        "Ms Varga spoke. Nobody answered her in the hall",
    ],
)
def test_a_text_without_headline_keeps_its_first_line_as_text(first: str) -> None:
    text = f"{first}\n\n{MORE}"
    assert marked(text)[0] == ("paragraph", first)
    assert read(text).headline is None


def test_a_lone_line_is_text() -> None:
    assert marked("Council closes the old bridge") == [("paragraph", "Council closes the old bridge")]


def test_a_section_name_or_archive_number_above_the_headline_does_not_take_its_place() -> None:
    for above in ("WORLD NEWS", "Opinion", "ARD20190411.0042"):
        text = f"{above}\n\nCouncil closes the old bridge\n\n{BODY}"
        assert words(text, "headline") == ["Council closes the old bridge"]


def test_a_labelled_title_is_named_without_its_label() -> None:
    text = f"Title: Council closes the old bridge\nAuthor: Jana Ostrova\nDate: 2021-03-04\n\n{BODY}"
    document = read(text)
    assert document.headline is not None
    assert document.headline.of(text) == "Council closes the old bridge"
    assert [span.of(text) for span in document.authors] == ["Jana Ostrova"]
    assert document.published == date(2021, 3, 4)


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Jana Ostrova", ["Jana Ostrova"]),
        ("BY JANA OSTROVA AND PIET VAN DER HOLT", ["JANA OSTROVA", "PIET VAN DER HOLT"]),
        ("By Jana Ostrova, Piet van der Holt and A. B. O’Mara-Lind", None),
        ("By Jana Ostrova, Staff Writer", ["Jana Ostrova"]),
        ("By JANA OSTROVA Associated Press Writer", ["JANA OSTROVA"]),
        ("By Jana Ostrova | March 4, 2021", ["Jana Ostrova"]),
        ("Jana Ostrova, Staff Writer", ["Jana Ostrova"]),
        ("Jana Ostrova, Political Correspondent", ["Jana Ostrova"]),
        ("Written by: Jana Ostrova", ["Jana Ostrova"]),
        ("Author: Ostrova", ["Ostrova"]),
        ("Written by\nJana Ostrova", ["Jana Ostrova"]),
        ("By Our Correspondent", []),
        ("By The Associated Press", []),
        ("- Reuters", []),
        ("By Ardel Evening News", []),
    ],
)
def test_bylines(byline: str, authors: list[str] | None) -> None:
    text = f"Council closes the old bridge\n\n{byline}\n\n{BODY}\n\n{MORE}"
    document = read(text)
    expected = ["Jana Ostrova", "Piet van der Holt", "A. B. O’Mara-Lind"] if authors is None else authors
    assert [span.of(text) for span in document.authors] == expected
    assert "\n".join(words(text, "byline")) == byline
    assert words(text, "paragraph") == [BODY, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "By Sunday the bridge had been closed for a week, the mayor said.",
        "By Monday Evening",
        "By the Numbers",
        "By closing the bridge, the council hopes to save money",
    ],
)
def test_what_only_begins_like_a_byline_is_not_one(line: str) -> None:
    text = f"Council closes the old bridge\n\n{line}\n\n{BODY}\n\n{MORE}"
    assert not words(text, "byline")
    assert read(text).authors == ()


@pytest.mark.parametrize(
    ("dateline", "agency", "published"),
    [
        ("PORT ARDEL, April 25 -", None, None),
        ("GENEVA, 23 April 2019 -", None, date(2019, 4, 23)),
        ("DUBAI, Dec 24, 2019 (Quillmark Wire) -", "Quillmark Wire", date(2019, 12, 24)),
        ("WASHINGTON (AP) —", "AP", None),
        ("NEWPORT, N.Y., Sept. 26 (UPI) —", "UPI", None),
        ("NEWPORT NEWS, Va. -", None, None),
        ("GOMA, Democratic Republic of Congo (Reuters) -", "Reuters", None),
        ("NAIROBI, Kenya – March 4, 2021 –", None, date(2021, 3, 4)),
        ("LONDON/PARIS —", None, None),
        ("Paris, Nov 15 (AFP) -", "AFP", None),
        ("(Reuters) -", "Reuters", None),
        ("BEIJING, Feb. 26 (Xinhua) --", "Xinhua", None),
        ("NEW DELHI, March 4, 2021:", None, date(2021, 3, 4)),
    ],
)
def test_datelines_are_cut_off_the_first_sentence(
    dateline: str, agency: str | None, published: date | None
) -> None:
    text = f"Council closes the old bridge\n\n{dateline} {BODY}\n\n{MORE}"
    document = read(text)
    assert words(text, "dateline") == [dateline]
    assert words(text, "paragraph") == [BODY, MORE]
    assert (document.publisher.of(text) if document.publisher else None) == agency
    assert document.published == published


@pytest.mark.parametrize("line", ["ARDEL, May 11, 2019", "HAVANA (AP) --", "TEHRAN, August 8 (Xinhua) --"])
def test_a_dateline_may_have_a_line_of_its_own(line: str) -> None:
    text = f"Council closes the old bridge\n\n{line}\n\n{BODY}"
    assert words(text, "dateline") == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO - the alliance of 30 states - has not answered the letter yet.",
        "UN officials said on Monday that the bridge was still open to traffic.",
        "On May 4, 2019 - a Saturday - the bridge was closed for the first time.",
        "Ilse Varga - the mayor - said she would not resign over the closure.",
        "Bridge Street: the shops there have lost half of their customers.",
    ],
)
def test_sentences_that_begin_like_datelines_stay_whole(sentence: str) -> None:
    assert marked(f"{sentence}\n\n{BODY}")[0] == ("paragraph", sentence)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("November 15, 2020", date(2020, 11, 15)),
        ("Analysis, 15 January 2023", date(2023, 1, 15)),
        ("Published: 28 November 2019, 09:40 GMT", date(2019, 11, 28)),
        ("Friday, May 8, 2009", date(2009, 5, 8)),
        ("2021-03-04T10:15:00Z", date(2021, 3, 4)),
        ("15/11/2020", date(2020, 11, 15)),
        ("11/15/2020", date(2020, 11, 15)),
        ("05/11/2020", None),
        ("05/05/2020", date(2020, 5, 5)),
        ("31 February 2020", None),
        ("Updated: 4 March 2021", None),
        ("Sunday, November 15", None),
    ],
)
def test_date_lines(line: str, published: date | None) -> None:
    text = f"Council closes the old bridge\n\n{line}\n\n{BODY}"
    assert words(text, "date") == [line]
    assert read(text).published == published


def test_the_day_of_publication_goes_before_other_dates() -> None:
    text = f"Council closes the old bridge\nUpdated: 9 March 2021\nPublished: 4 March 2021\n\n{BODY}"
    assert read(text).published == date(2021, 3, 4)


def test_a_date_within_a_sentence_is_no_date_of_publication() -> None:
    assert read(f"Council closes the old bridge\n\n{BODY} It opened on 4 March 1921.").published is None


@pytest.mark.parametrize(
    ("footer", "publisher"),
    [
        ("Source » ardel-post", "ardel-post"),
        ("Source: The Ardel Post", "The Ardel Post"),
        ("Source: https://www.ardelpost.example/2021/bridge", "ardelpost.example"),
        ("First published in The Ardel Post", "The Ardel Post"),
        ("This article was originally published on The Ardel Post.", "The Ardel Post"),
        ("© 2021 The Ardel Post. All rights reserved.", "The Ardel Post"),
        ("Copyright 2021 The Ardel Post", "The Ardel Post"),
        ("All rights reserved.", None),
        ("Back to top button", None),
        ("Read more: Why the bridge had to close", None),
        ("Share this", None),
        ("Follow us on social media", None),
        ("(Reporting by Jana Ostrova; Editing by Piet van der Holt)", None),
        ("Tags: bridge, council", None),
        ("Reporter Jo Example in Ardel contributed to this report.", None),
        ("Follow our coverage at https://ardelpost.example", None),
    ],
)
def test_footers(footer: str, publisher: str | None) -> None:
    text = f"Council closes the old bridge\n\n{BODY}\n\n{MORE}\n\n{footer}"
    document = read(text)
    assert words(text, "footer") == [footer]
    assert (document.publisher.of(text) if document.publisher else None) == publisher
    assert words(text, "paragraph") == [BODY, MORE]


def test_the_source_of_a_table_is_no_publisher() -> None:
    text = f"Bridge closed\n\n{BODY}\n\nSource: Ardel Roads\n\nArdel Roads counted 900 lorries.\n\n{MORE}"
    assert read(text).publisher is None
    text = f"Bridge closed\n\n{BODY}\n\nThe figures of Ardel Roads are old.\n\nSource: Ardel Roads."
    assert read(text).publisher is None


@pytest.mark.parametrize(
    "caption",
    [
        "Photo: The old bridge in winter",
        "FILE - Mayor Ilse Varga speaks in Port Ardel, May 3, 2019. (AP Photo/Jo Example, File)",
        "The old bridge in winter (Photo by Jo Example)",
        "Ilse Varga at the bridge on Monday. Jo Example/Getty Images",
        "File photo of the old bridge.",
    ],
)
def test_captions(caption: str) -> None:
    text = f"Council closes the old bridge\n\n{BODY}\n\n{caption}\n\n{MORE}"
    assert words(text, "caption") == [caption]


def test_a_headline_printed_again_is_marked_as_such() -> None:
    headline = "Council closes the old bridge"
    text = f"{headline}\n\n{headline}\n\n{BODY}\n\n{headline}"
    assert [kind for kind, _ in marked(text)] == ["headline", "repeat", "paragraph", "repeat"]


def test_a_caption_printed_twice_is_read_once() -> None:
    caption = "The Old Bridge In The Winter Of 2019"
    text = f"Council closes the old bridge\n\n{BODY}\n\n{caption}\n{caption}\n{MORE}"
    assert marked(text)[2:4] == [("caption", caption), ("repeat", caption)]


def test_a_standfirst_that_the_text_begins_with_gives_way_to_the_text() -> None:
    first = "The council of Port Ardel voted on Monday to close the old bridge."
    text = f"Bridge closed\n{first}\n\nWritten by\nJana Ostrova\n\n{BODY}\n\n{MORE}"
    assert marked(text, "repeat", "paragraph") == [
        ("repeat", first),
        ("paragraph", BODY),
        ("paragraph", MORE),
    ]
    assert [span.of(text) for span in read(text).authors] == ["Jana Ostrova"]


def test_short_lines_may_come_twice() -> None:
    text = f"{BODY}\n\nThank you\n\n{MORE}\n\nThank you\n\n{BODY[:66]}"
    assert not [found for found in words(text, "repeat") if found == "Thank you"]


@pytest.mark.parametrize(
    "heading",
    [
        "What the council says",
        "A Bridge Too Far for the Council of Ardel",
        "COSTS",
        "'A dark day'",
        "How will lorries get to town?",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_headings_between_paragraphs(heading: str, gap: str) -> None:
    text = f"Council closes the old bridge\n\n{BODY}\n\n{heading}{gap}{MORE}"
    assert words(text, "heading") == ([] if heading.endswith("?") and gap == "\n" else [heading])


@pytest.mark.parametrize(
    "line",
    [
        "We were there",
        "he left",
        "The mayor said:",
        "It will cost more than anyone thinks",
        "The bridge is closed.",
        "The council will have to find new money for the coast road soon",
    ],
)
def test_short_lines_that_may_be_text_stay_text(line: str) -> None:
    text = f"Council closes the old bridge\n\n{BODY}\n\n{line}\n\n{MORE}"
    assert line in words(text, "paragraph")


def test_list_items_are_text_without_their_bullets() -> None:
    items = "• Lorries go round by the coast\n• Buses do not run\n- one lane is kept for ambulances"
    text = f"{BODY}\n\n{items}\n\n{MORE}"
    expected = ["Lorries go round by the coast", "Buses do not run", "one lane is kept for ambulances"]
    assert words(text, "paragraph")[1:4] == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Home | World | Africa", "footer"),
        ("Lagos | March 4, 2021 | 10:15 am", "date"),
        ("FOR IMMEDIATE RELEASE", "heading"),
        ("Contact: Jo Example, (202) 555-0100", "footer"),
    ],
)
def test_lines_above_a_headline(line: str, kind: str) -> None:
    text = f"{line}\n\nCouncil closes the old bridge\n\n{BODY}"
    assert marked(text)[:2] == [(kind, line), ("headline", "Council closes the old bridge")]


def test_a_line_at_the_end_heads_nothing() -> None:
    assert words(f"{BODY}\n\nThe Last Words of the Mayor", "paragraph")[-1] == "The Last Words of the Mayor"


def test_a_sub_headline_may_be_longer() -> None:
    deck = "Lorries must take the coast road for at least two years while the crossing of 1921 is rebuilt"
    assert words(f"Council closes the old bridge\n\n{deck}\n\n{BODY}", "heading") == [deck]
