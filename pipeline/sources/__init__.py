"""Reading source files: what kind a file is, what date it speaks for, and its rows as text."""
