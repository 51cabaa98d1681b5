"""``python -m allegata`` is the same program as ``allegata``."""

from allegata.cli.main import run

run()
