"""The obvious map page: px.choropleth, the GeoJSON inline, and pandas, with what it loads cached.

It shows what the page Ikke tatt i bruk does: filters, headline, map, regions, names, download.
"""

import geopandas as gpd
import pandas as pd
import plotly.express as px
import streamlit as st

from pipeline.paths import GEO, warehouse_folder
from pipeline.warehouse import connect, current_path

COLOURS = {
    "not_adopted": "#D55E00",
    "ordered": "#9FC5CC",
    "enabled": "#9FC5CC",
    "in_use": "#DCE7E8",
    "unknown": "#8F9A9C",
}


@st.cache_data
def load() -> pd.DataFrame:
    """Every municipality, solution and date."""
    with connect(current_path(warehouse_folder())) as warehouse:
        return warehouse.sql(
            "SELECT a.*, m.name, m.digi_region, m.population, s.short_name AS solution "
            "FROM adoption AS a JOIN municipality AS m USING (municipality_code) "
            "JOIN solution AS s USING (solution_id)"
        ).df()


@st.cache_data
def load_map() -> dict:
    """The municipalities as GeoJSON in degrees, of four decimals."""
    areas = gpd.read_file(GEO / "municipalities.geojson").set_crs(25833, allow_override=True)
    areas = areas.set_index("id").to_crs(4326)
    return areas.set_precision(0.0001, mode="pointwise").__geo_interface__


st.set_page_config(layout="wide")
every = load()
with st.sidebar:
    solution = st.selectbox("Løsning", every["solution"].unique())
    rows = every[every["solution"] == solution]
    region = st.selectbox("Digi-region", ["Hele landet", *sorted(rows["digi_region"].unique())])
    day = st.selectbox("Per", sorted(rows["as_of"].unique(), reverse=True))
rows = rows[rows["as_of"] == day]
shown = rows if region == "Hele landet" else rows[rows["digi_region"] == region]
gap = shown[shown["stage"] == "not_adopted"].sort_values(["digi_region", "name"])

st.title(f"{len(gap)} kommuner har ikke tatt i bruk {solution}")
left, right = st.columns([5, 4])
with left:
    figure = px.choropleth(
        shown,
        geojson=load_map(),
        locations="municipality_code",
        color="stage",
        color_discrete_map=COLOURS,
        hover_name="name",
        hover_data=["digi_region", "population", "enrolled"],
    )
    figure.update_geos(fitbounds="locations", visible=False)
    st.plotly_chart(figure, height=700)
with right:
    counts = rows.pivot_table(
        index="digi_region", columns="stage", values="name", aggfunc="count", fill_value=0
    )
    st.dataframe(counts)
    csv = gap[["municipality_code", "name", "digi_region", "population", "enrolled"]].to_csv()
    st.download_button(f"Last ned ({len(gap)})", csv, "liste.csv")
st.dataframe(gap[["name", "digi_region", "population", "enrolled"]])
