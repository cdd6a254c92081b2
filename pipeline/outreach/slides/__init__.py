"""Lists as PowerPoint: the slides that KS shows, with text that can be edited."""
