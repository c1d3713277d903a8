from __future__ import annotations

import pytest

from kg.resolve.names import acronyms_in, agree, is_acronym, is_generic, is_lone, normal_form, surnames


@pytest.mark.parametrize(
    ("left", "right", "type_name"),
    [
        ("Maryam Rajavi", "Mrs. Maryam Rajavi", "Person"),
        ("Ana Perón", "ANA PERON", "Person"),
        ("J. K. Rowling", "J.K. Rowling", "Person"),
        ("Jean-Luc Roy", "Jean Luc Roy", "Person"),
        ("Sean O’Hara", "Sean O'Hara", "Person"),
        ("Workers’ League", "the Workers' League", "Organization"),
        ("Acme Inc.", "Acme", "Organization"),
        ("Rope & Sons Ltd", "Rope and Sons", "Organization"),
        ("U.S.", "United States", "Place"),
        ("The Hague", "Hague", "Place"),
    ],
)
def test_ways_to_print_one_name_have_one_form(left: str, right: str, type_name: str) -> None:
    assert normal_form(left, type_name) == normal_form(right, type_name)


@pytest.mark.parametrize(
    ("left", "right", "type_name"),
    [
        ("John Smith", "Jane Smith", "Person"),
        ("Donald Ray", "Donald Ray Jr.", "Person"),
        ("Pope Francis", "Francis", "Person"),
        ("Ministry of Health", "Ministry of Wealth", "Organization"),
        ("Iran", "Iraq", "Place"),
        ("日本", "中国", "Place"),
        ("🔥", "💥", "Other"),
    ],
)
def test_different_names_have_different_forms(left: str, right: str, type_name: str) -> None:
    assert normal_form(left, type_name) != normal_form(right, type_name)


@pytest.mark.parametrize("name", ["Dr.", "Inc.", "The", "!!!", "🔥", "Mr"])
def test_something_is_always_left_of_a_name(name: str) -> None:
    assert all(normal_form(name, type_name) for type_name in ("Person", "Organization", "Place"))


@pytest.mark.parametrize(
    ("form", "ways"),
    [
        ("maryam rajavi", ("rajavi",)),
        ("bashar al assad", ("al assad", "assad")),
        ("vincent van gogh", ("van gogh", "gogh")),
        ("hassan abdul rahman", ("abdul rahman",)),
        ("martin king jr", ("king",)),
    ],
)
def test_surnames(form: str, ways: tuple[str, ...]) -> None:
    assert surnames(form) == ways
    assert not is_lone(form)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("john smith", "john a smith", True),
        ("john smith", "j smith", True),
        ("mohammad zarif", "mohammed zarif", True),
        ("john smith", "jane smith", False),
        ("john a smith", "john b smith", False),
        ("john smith", "john smyth", False),
        ("abdul rahman", "abdul karim", False),
        ("george ray", "george ray jr", False),
    ],
)
def test_which_full_names_can_be_one_person(left: str, right: str, same: bool) -> None:
    assert agree(left, right) is same
    assert agree(right, left) is same


def test_acronyms() -> None:
    assert [
        name for name in ("NATO", "U.N.", "IRGC", "AfD", "Iran", "A", "NEW YORK") if is_acronym(name)
    ] == [
        "NATO",
        "U.N.",
        "IRGC",
        "AfD",
    ]
    assert acronyms_in("PMOI-MEK") == ("pmoi", "mek")
    assert acronyms_in("Al-Jazeera") == ()


def test_bodies_that_every_country_has() -> None:
    generic = ["health ministry", "supreme court", "ministry of foreign affairs", "police"]
    assert all(is_generic(form) for form in generic)
    assert not any(is_generic(form) for form in ["iranian health ministry", "world bank", "reuters"])
