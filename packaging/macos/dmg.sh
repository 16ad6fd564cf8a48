#!/bin/sh
# Makes the disk image for macOS around the application that PyInstaller made there:
#   dmg.sh dist/desktopxfer.app dist/desktopxfer-0.1.0-macos-arm64.dmg
set -eu

app=$1
image=$2
staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT
ditto "$app" "$staged/desktopxfer.app"
ln -s /Applications "$staged/Applications" # where people drag it to
hdiutil create -quiet -ov -format UDZO -fs HFS+ -volname desktopxfer -srcfolder "$staged" "$image"
hdiutil verify -quiet "$image"
