"""Says loudly, as the last line of ``make test``, which tests could not run here; a failure in CI."""

import os
import shutil
import sys


def main() -> int:
    if shutil.which("chromium"):
        return 0
    sys.stdout.write(
        "\n*** THE PAGE WAS NOT TESTED: there is no chromium here. ***\n"
        "*** On Debian or Ubuntu: sudo apt-get install chromium, then make test again. ***\n"
    )
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
