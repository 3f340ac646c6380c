"""Ofsted's own published statistics: read from its spreadsheets, kept as a table of `data/`, beside what was read."""
