"""The obvious alternative to a map page, to compare with."""
