#!/bin/sh
# Says why `make` cannot go on: no Python that is new enough was found.
{
  echo 'cpsprep needs Python 3.11 or newer, with its venv module, and found none.'
  for name in python3 python; do
    if command -v "$name" >/dev/null 2>&1; then echo "  $name is $("$name" --version 2>&1)"; fi
  done
  echo 'Windows and macOS: get Python from python.org. Debian and Ubuntu: sudo apt install python3 python3-venv'
  echo 'If it lies in an unusual place: make review PYTHON=/path/to/python3'
} >&2
exit 1
