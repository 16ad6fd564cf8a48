#!/bin/sh
# Removes desktopxfer for the user who runs this; with --purge-data the profile, too: settings, the
# identity of this device, the devices it trusts, the history. Received files stay.
set -eu

case "${1-}" in
  "" | --quiet | --purge-data) ;;
  *) echo "usage: $0 [--purge-data]" >&2; exit 2 ;;
esac
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/desktopxfer

# What the program has put into the menus of file managers, and its start with the computer.
if [ "${1-}" != --quiet ] && [ -d "$data/desktopxfer" ]; then
  "$program/desktopxfer" integrate --remove >/dev/null || :
fi

# Whatever runs from here would soon miss its files: windows of any profile, and commands.
running() {
  for process in /proc/[0-9]*; do
    if [ "$process/exe" -ef "$program/desktopxfer" ]; then echo "${process#/proc/}"; fi
  done
}
if [ -n "$(running)" ]; then
  echo "desktopxfer is open and will be closed. What it is transferring can go on later."
  kill $(running) 2>/dev/null || :
  seconds=0
  while [ -n "$(running)" ] && [ "$seconds" -lt 40 ]; do
    [ "$seconds" -lt 30 ] || kill -KILL $(running) 2>/dev/null || :
    sleep 1
    seconds=$((seconds + 1))
  done
fi

if [ -e "$program/installed" ]; then
  while read -r file; do
    rm -f "$file"
    folder=${file%/*}
    # The folders that are empty now go as well, up to what is the user's own.
    while [ "$folder" != "$data" ] && [ "$folder" != "$HOME/.local/bin" ] && rmdir "$folder" 2>/dev/null; do
      folder=${folder%/*}
    done
  done <"$program/installed"
fi
rm -rf "$program"
rmdir "$HOME/.local/bin" "$HOME/.local/lib" 2>/dev/null || :  # unless others are there
case "${1-}" in
  --quiet) exit ;;
  --purge-data) rm -rf "$data/desktopxfer" ;;
esac
echo "desktopxfer is removed."
[ ! -d "$data/desktopxfer" ] ||
  echo "Settings, identity and history are still in $data/desktopxfer; delete it to forget them."
