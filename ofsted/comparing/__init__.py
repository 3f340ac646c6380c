"""What was in force on a day, and what changed: comparisons, shares, summaries. Works on tables, never on files."""
