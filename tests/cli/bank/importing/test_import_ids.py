"""`cpsprep bank import` and ids: one that was published stays with its question, also when that is gone."""

from pathlib import Path

from cpsprep.adapters.bank.yaml_bank import read_bank
from fakes_cli import cpsprep

GIFT = "::q-one::Who decides? {~the peer =the person}\n"


def test_a_published_id_is_not_given_to_a_question_that_comes_in(home: Path) -> None:
    bank = home.parent / "my-bank"
    (home.parent / "midterm.gift").write_text(GIFT, "utf-8")
    cpsprep("bank", "import", "midterm.gift", "--into", "my-bank", home=home)
    (name,) = read_bank(bank).items
    for path in (bank / "midterm.yaml", bank / "imported.json"):
        path.unlink()
    (bank / "published.json").write_text(f'{{"notes": {{"{name}": {{"single": 1}}}}}}', "utf-8")

    done = cpsprep("bank", "import", "midterm.gift", "--into", "my-bank", home=home)

    assert (done.code, name in read_bank(bank).items) == (0, False)
