"""`python -m journal` does what the command `journal` does."""

from __future__ import annotations

import sys

from journal.cli import main

sys.exit(main())
