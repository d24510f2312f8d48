#!/bin/sh
# Installs what is missing, builds, and opens Muqtarah on a copy of the sample draft.
# Without a display it exports that copy to a PDF instead.
. "$(dirname "$0")/setup.sh"

# shellcheck disable=SC2086 # lists of words
need $BUILD_PACKAGES $RUN_PACKAGES
build build

draft=$PWD/build/sample.muqtarah
[ -f "$draft" ] || as_user cp data/samples/sample.muqtarah "$draft"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  say "Opening a copy of the sample draft: $draft"
  as_user meson devenv -C build src/app/muqtarah "$draft"
else
  as_user meson devenv -C build src/tool/muqtarah-tool export "$draft" "$PWD/build/sample.pdf"
  say "There is no display, so the sample draft was exported instead of opened."
  say "Draft: $draft"
  say "PDF:   $PWD/build/sample.pdf"
fi
