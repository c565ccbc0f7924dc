"""Run as `python -m golocal.commands`, where the command `golocal` is not installed."""

from golocal.commands import main

main(prog_name="golocal")
