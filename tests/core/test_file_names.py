"""Names of files that are good on every system."""

import pytest

from cpsprep.core.file_names import file_stem, is_device, short_name


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Certified Peer Specialist", "certified-peer-specialist"),
        ("../../etc", "etc"),
        ("Con", "bank-con"),
        ("!?", "cpsprep"),
        ("x" * 99, "x" * 60),
    ],
)
def test_a_title_becomes_a_stem(title: str, stem: str) -> None:
    assert file_stem(title) == stem


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Spring class", "spring-class"),
        ("CPS Spring Class: Final Review (Ms. Ortega)", "cps-spring-class"),
        ("A title with twenty letters", "a-title-with-twenty"),
        ("x" * 99, "x" * 20),
    ],
)
def test_a_title_becomes_a_name_of_few_words(title: str, name: str) -> None:
    assert short_name(title) == name


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "lpt9.yaml", "aux.b.yaml"])
def test_a_device_is_known_by_any_case_and_ending(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["contents", "com", "null", "a.con"])
def test_other_names_are_none(name: str) -> None:
    assert not is_device(name)
