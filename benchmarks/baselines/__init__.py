"""What people use today, written as fairly as we can: the tools and the regular expressions of public scrapers."""
