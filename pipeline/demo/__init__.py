"""A synthetic set of exports, marked as such, to show and try the program with."""
