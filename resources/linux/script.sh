#!/bin/sh
# For the menu "Scripts" of Nautilus and Caja. They say what is selected twice: as absolute paths, one
# a line, and as arguments, where also a name with a line break is whole.
count() { echo $#; }
set -f
IFS='
'
selected=${NAUTILUS_SCRIPT_SELECTED_FILE_PATHS-${CAJA_SCRIPT_SELECTED_FILE_PATHS-}}
# shellcheck disable=SC2086 # it is to be split, at its line breaks
if [ "$#" -eq 0 ] || [ "$(count $selected)" -eq "$#" ]; then
  set -- $selected
fi
exec desktopxfer -- "$@"
