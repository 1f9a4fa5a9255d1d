"""Mistakes in authored text, as they are said."""

from cpsprep.core.problem import Place, Problem

HERE = Place("deck.yaml", 1, 1)


def test_a_sentence_tells_what_is_wrong_and_the_way_out() -> None:
    assert Problem(HERE, "code", "it is wrong", "mend it").sentence == "it is wrong; mend it"


def test_where_there_is_no_way_out_the_sentence_ends_before_it() -> None:
    assert Problem(HERE, "code", "it is wrong").sentence == "it is wrong"
