"""`python -m cpsprep`: the same as `cpsprep`, where the folder of programs is not on the PATH."""

import sys

from cpsprep.cli import main

sys.exit(main())
