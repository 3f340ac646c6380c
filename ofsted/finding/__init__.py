"""Search in what was read, and quotations of it in articles."""
