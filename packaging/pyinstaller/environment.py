"""Runs before the program in its bundle: what the bundle needs must not reach what it starts.

PyInstaller's loader sets LD_LIBRARY_PATH and starts itself once more. The file manager that opens a
received folder would then load our libraries, and end.
"""

import os

if original := os.environ.pop("LD_LIBRARY_PATH_ORIG", ""):
    os.environ["LD_LIBRARY_PATH"] = original
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
