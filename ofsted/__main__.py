"""`python -m ofsted` is the command `ofsted`."""

import sys

from ofsted.cli.run import main

sys.exit(main())
