"""What is to be thought of every source: one judgement, which `build` and `check` share."""

REMARK, SERIOUS = "remark", "serious"
"""How much a finding weighs: what is serious holds its source back until somebody confirms it."""
