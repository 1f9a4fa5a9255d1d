"""Headings with lines below: how they are wrapped."""

from cpsprep.cli.sections import Section, as_text

LINE = "You are quicker than that. To take them in: cpsprep plan set --again"


def test_a_command_is_not_broken_across_lines() -> None:
    assert as_text([Section("What fits", (LINE,))], 40).splitlines() == [
        "What fits",
        "You are quicker than that. To take them",
        "  in: cpsprep plan set --again",
    ]
    assert "  cpsprep plan set --again" in as_text([Section("What fits", (LINE,))], 27).splitlines()


def test_without_a_width_lines_are_left_whole() -> None:
    assert as_text([Section("One", (LINE,)), Section("Two", ())], 0) == f"One\n{LINE}\n\nTwo"
