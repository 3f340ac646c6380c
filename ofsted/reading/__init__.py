"""From files to reports: one file, many files, the cache, progress."""
