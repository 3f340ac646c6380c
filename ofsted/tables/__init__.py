"""Reports as columns: plain lists, pandas, Arrow, and files for other programs."""
