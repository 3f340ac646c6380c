"""Where modules were before they had rooms: names for pickles that were made then. Nothing here uses these."""
