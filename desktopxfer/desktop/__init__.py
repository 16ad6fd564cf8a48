"""How the program sits in the desktop around it."""
