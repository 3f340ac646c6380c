"""Bytes from files, folders and URLs, and web pages as lines. Knows nothing of reports."""
