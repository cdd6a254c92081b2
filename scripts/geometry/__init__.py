"""Make the map geometry in data/geo/ from Kartverket's municipalities; see make.py for the steps.

All lengths are metres and all areas square metres in EPSG:25833 unless a name says otherwise.
"""
