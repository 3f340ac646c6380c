"""`ofsted fetch`: reports from Ofsted's site into a folder."""

from __future__ import annotations

import argparse
import sys

import ofsted
from ofsted.cli.console import FAILED, usage

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
            print(f"ofsted: stopped; what has come is in {options.folder}. Run it again to go on.", file=sys.stderr)
            raise
    for what, entries in (("new", done.new), ("changed", done.changed), ("no longer listed", done.gone)):
        for entry in entries:
            print(f"{what}: {entry.file}")
    sys.stdout.flush()
    for url, why in [*done.failed, *done.others]:
        print(f"ofsted: {url}: {why}", file=sys.stderr)
    for name in done.missing:
        print(f"ofsted: the site lists no page for {name}", file=sys.stderr)
    print(f"ofsted: {options.folder}: {str(done).strip('<>')}", file=sys.stderr)
    return FAILED if done.failed or done.missing else 0
