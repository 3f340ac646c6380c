"""`ofsted fetch`: reports from Ofsted's site into a folder."""

from __future__ import annotations

import argparse
import sys

import ofsted
from ofsted.cli.console import FAILED, complain, say, usage

__all__ = ["fetch"]


def fetch(options: argparse.Namespace) -> int:
    """What is new on the site; 1 where something could not be got."""
    import warnings

    how = {"recheck": options.recheck, "pause": options.pause, "user_agent": options.user_agent}
    how |= {} if options.base_url is None else {"base_url": options.base_url}
    with usage(), warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # what it says is printed below, all of it
        try:
            done = ofsted.fetch(options.folder, options.authority, options.kind, options.since, **how)
        except KeyboardInterrupt:
            complain(f"ofsted: stopped; what has come is in {options.folder}. Run it again to go on.")
            raise
    for what, entries in (("new", done.new), ("changed", done.changed), ("no longer listed", done.gone)):
        for entry in entries:
            say(f"{what}: {entry.file}")
    sys.stdout.flush()
    for url, why in [*done.failed, *done.others]:
        complain(f"ofsted: {url}: {why}")
    for name in done.missing:
        complain(f"ofsted: the site lists no page for {name}")
    complain(f"ofsted: {options.folder}: {str(done).strip('<>')}")
    return FAILED if done.failed or done.missing else 0
