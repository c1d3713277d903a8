from __future__ import annotations

from datetime import date

from kg.sources import read_document

ARTICLE = """\
---
title: "Council closes the old bridge"
author: Jana Ostrova
date: 2021-03-04
tags:
  - bridge
---

# Council closes the old bridge

**By Jana Ostrova**

![The old bridge](bridge.jpg)

The **council** voted to close the [old bridge](https://b.example), its
clerk said.

## What it costs

> The work will cost $40 million, the mayor said.

- Lorries go round by the coast.
- Buses do not run before May.

```python
print("The mayor said nothing.")
```

<!-- The mayor said nothing
at all. -->

| Year | Lorries |
|------|---------|
| 2020 | 900 |

Costs again
-----------

The mayor was not there.

[1]: https://example.org
"""


def marked(text: str) -> list[tuple[str, str]]:
    document = read_document(text, id="a", suffix=".md")
    return [(region.kind, region.span.of(text)) for region in document.regions]


def test_markdown_is_marked_by_its_syntax() -> None:
    assert marked(ARTICLE) == [
        ("headline", "Council closes the old bridge"),
        ("byline", "Jana Ostrova"),
        ("date", "2021-03-04"),
        ("repeat", "Council closes the old bridge"),
        ("byline", "By Jana Ostrova"),
        ("caption", "The old bridge"),
        (
            "paragraph",
            "The **council** voted to close the [old bridge](https://b.example), its\nclerk said.",
        ),
        ("heading", "What it costs"),
        ("paragraph", "The work will cost $40 million, the mayor said."),
        ("paragraph", "Lorries go round by the coast."),
        ("paragraph", "Buses do not run before May."),
        ("caption", "| Year | Lorries |"),
        ("caption", "| 2020 | 900 |"),
        ("heading", "Costs again"),
        ("paragraph", "The mayor was not there."),
    ]


def test_front_matter_tells_who_wrote_what_and_when() -> None:
    document = read_document(ARTICLE, id="a", suffix=".md")
    assert document.headline is not None
    assert document.headline.of(ARTICLE) == "Council closes the old bridge"
    assert [span.of(ARTICLE) for span in document.authors] == ["Jana Ostrova"]
    assert document.published == date(2021, 3, 4)


def test_without_front_matter_the_first_heading_is_the_headline() -> None:
    text = (
        "# Bridge closed\n\nThe council voted to close it on Monday.\n\n# More\n\nThe mayor agreed with them."
    )
    assert [kind for kind, _ in marked(text)] == ["headline", "paragraph", "heading", "paragraph"]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    text = "---\n\nThe council voted to close the bridge.\n\nThe mayor agreed with them.\n"
    assert [kind for kind, _ in marked(text)] == ["paragraph", "paragraph"]


def test_a_fence_that_never_closes_loses_only_what_follows() -> None:
    text = "The council voted to close the bridge.\n\n```\ncode"
    assert marked(text) == [("paragraph", "The council voted to close the bridge.")]
