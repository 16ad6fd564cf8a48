#!/bin/sh
# Installs desktopxfer for the user who runs this. The .run archive calls it in its unpacked folder.
set -eu

data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/desktopxfer
command=$HOME/.local/bin/desktopxfer

# Beside the older one, which stays until this one is known to run here.
rm -rf "$program.new"
mkdir -p "${program%/*}"
if ! cp -R bundle "$program.new" || ! "$program.new/desktopxfer" --version >/dev/null; then
  rm -rf "$program.new"
  echo "desktopxfer cannot be copied to $program, or does not run on this computer." >&2
  echo "Nothing was changed." >&2
  exit 1
fi
# An older version is closed, and goes with all that it installed. The profile is not among that.
[ ! -e "$program/uninstall.sh" ] || sh "$program/uninstall.sh" --quiet
rm -rf "$program"
mv "$program.new" "$program"
cp uninstall.sh "$program"
mkdir -p "${command%/*}"
ln -sf "$program/desktopxfer" "$command"
(cd share && find . -type f) | while read -r file; do
  mkdir -p "$data/${file%/*}"
  cp "share/$file" "$data/$file"
  echo "$data/${file#./}"
done >"$program/installed"
echo "$command" >>"$program/installed"
# A desktop session may not look for programs in ~/.local/bin.
case $command in
  *[!A-Za-z0-9/._-]*) start=\"$command\" ;;
  *) start=$command ;;
esac
entry=applications/desktopxfer.desktop
sed "s|^Exec=desktopxfer|Exec=$start|" "share/$entry" >"$data/$entry"

echo "desktopxfer is installed. Find it in the menu, or start it with: $command"
echo "To remove it: $program/uninstall.sh"
case ":$PATH:" in
  *":${command%/*}:"*) ;;
  *) echo "${command%/*} is not in your PATH yet; it often is after the next login." ;;
esac
