#!/bin/sh
# Installs desktopxfer for the user who runs this. The .run archive calls it in its unpacked folder.
set -eu

data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/desktopxfer
command=$HOME/.local/bin/desktopxfer

if ! ./bundle/desktopxfer --version >/dev/null; then
  echo "This computer cannot run desktopxfer; nothing was installed." >&2
  exit 1
fi
# An older version goes with all that it installed. The profile is not among that.
[ ! -e "$program/uninstall.sh" ] || sh "$program/uninstall.sh" --quiet

mkdir -p "$program" "${command%/*}"
cp -R bundle/. "$program"
cp uninstall.sh "$program"
ln -sf "$program/desktopxfer" "$command"
(cd share && find . -type f) | while read -r file; do
  mkdir -p "$data/${file%/*}"
  cp "share/$file" "$data/$file"
  echo "$data/${file#./}"
done >"$program/installed"
echo "$command" >>"$program/installed"
# A desktop session may not look for programs in ~/.local/bin.
entry=$data/applications/desktopxfer.desktop
sed "s|^\(Try\)\{0,1\}Exec=desktopxfer|&|; s|^Exec=desktopxfer|Exec=\"$command\"|" "$entry" >"$entry.new"
mv "$entry.new" "$entry"
! command -v update-desktop-database >/dev/null || update-desktop-database -q "$data/applications" || :

echo "desktopxfer is installed. Find it in the menu, or start it with: $command"
echo "To remove it: $program/uninstall.sh"
case ":$PATH:" in
  *":${command%/*}:"*) ;;
  *) echo "${command%/*} is not in your PATH yet; it often is after the next login." ;;
esac
