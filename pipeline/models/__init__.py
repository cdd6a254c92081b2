"""The models: SQL files, one table each, run in the order of their numbers."""
