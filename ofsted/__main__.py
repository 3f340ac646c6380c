"""`python -m ofsted` is the command `ofsted`."""

import sys

from ofsted.cli import main

sys.exit(main())
