"""What stands around Streamlit's own web server: addresses, hosts, headers, files, connections."""
