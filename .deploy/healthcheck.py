"""Asks the bot in the same container whether it is ready; ends with 0 where it is, else with 1."""

import os
import sys
from urllib.error import HTTPError
from urllib.request import urlopen


def main() -> int:
    """Ask once and print the answer."""
    try:
        with urlopen(f"http://127.0.0.1:{os.environ['HEALTH_PORT']}/readyz", timeout=4) as answer:
            sys.stdout.write(answer.read().decode())
            return 0
    except HTTPError as refusal:
        sys.stdout.write(refusal.read().decode())
    except (KeyError, OSError) as error:
        sys.stdout.write(f"the bot does not answer: {error!r}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
