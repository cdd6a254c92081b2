"""Maps of Digi regions, drawn by class with a text on each: what such maps share."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from dashboard import texts
from dashboard.filters import View
from dashboard.geometry import digi_regions as region_layer
from dashboard.maps import Areas, Figure, Marks, area_map
from dashboard.rows import Coverage
from dashboard.theme import Palette
from dashboard.wording import region_slug


class Told(NamedTuple):
    """What is told of a region: its class, the sentence when pointed at, the text on it or none."""

    kind: str
    hover: str
    label: str


def region_map(
    coverage: Iterable[Coverage],
    view: View,
    tell: Callable[[Coverage], Told],
    classes: Mapping[str, str],
    colours: Mapping[str, str],
    palette: Palette,
) -> Figure:
    """The regions in view by class; classes: the words of each in the legend, the first on top."""
    layer = region_layer()
    every = [row for row in coverage if row.digi_region != texts.WHOLE_COUNTRY]
    inside = {
        region_slug(row.digi_region): tell(row)
        for row in every
        if view.region in (None, row.digi_region)
    }
    outside = {region_slug(row.digi_region): row.digi_region for row in every}
    outside = {slug: name for slug, name in outside.items() if slug not in inside}
    areas = [Areas("", palette.outside, list(outside), list(outside.values()), in_legend=False)]
    for kind, label in reversed(classes.items()):
        slugs = [slug for slug, told in inside.items() if told.kind == kind]
        areas.append(Areas(label, colours[kind], slugs, [inside[slug].hover for slug in slugs]))
    labels = {slug: told.label for slug, told in inside.items() if told.label}
    marks = Marks("", list(labels), list(labels.values()), apart=True)
    shown = [view.region_slug] if view.region else list(layer.frames)
    return area_map(layer, layer.frame(shown), areas, [marks], palette)
