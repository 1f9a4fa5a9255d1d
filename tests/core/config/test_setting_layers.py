"""Flag before environment before project before user before default."""

from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.config.layers import Decided, Layer, Origin, as_settings, decide
from cpsprep.core.config.settings import Settings

SOURCES: list[Origin] = [origin for origin in Origin if origin is not Origin.DEFAULT]


def layer(origin: Origin, gap: int) -> Layer:
    return Layer(origin, {"drill.gap": gap}, {"drill.gap": f"place of {origin}"})


def decided_gap(layers: list[Layer]) -> Decided:
    return next(one for one in decide(layers) if one.key.name == "drill.gap")


def test_without_sources_all_is_default() -> None:
    decided = decide([])

    assert {one.origin for one in decided} == {Origin.DEFAULT}
    assert as_settings(decided) == Settings()


@given(st.lists(st.sampled_from(SOURCES), min_size=1, unique=True))
def test_the_closest_source_decides_in_whatever_order_they_come(origins: list[Origin]) -> None:
    found = decided_gap([layer(origin, SOURCES.index(origin)) for origin in origins])

    assert found.value == min(SOURCES.index(origin) for origin in origins)
    assert found.place == f"place of {found.origin}"


def test_each_setting_is_decided_on_its_own() -> None:
    layers = [Layer(Origin.FLAG, {"drill.gap": 1}, {}), Layer(Origin.USER, {"drill.passes": 2}, {})]

    settings = as_settings(decide(layers))

    assert (settings.drill_gap, settings.drill_passes) == (1, 2)
