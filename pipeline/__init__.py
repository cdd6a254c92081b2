"""From source files to a published warehouse. Nothing below this package imports Streamlit."""
