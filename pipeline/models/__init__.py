"""The models: SQL files, one table each, in layers; the contract is in tables.toml beside them."""
