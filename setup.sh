# What run.sh and test.sh share: the packages, and the build.  Sourced by them; does nothing by itself.
#
# Everything that is missing is installed with apt and named before it is.  Under sudo only apt runs as root: the build
# and the program belong to the user who called.

set -eu
cd "$(dirname "$0")"

# To build; to run (the window's icons and typeface, remote places, settings).
BUILD_PACKAGES="gcc libc6-dev meson ninja-build pkgconf gettext xsltproc libxml2-utils python3
  libgtk-4-dev libadwaita-1-dev libxml2-dev libicu-dev libqpdf-dev"
RUN_PACKAGES="fonts-noto-core adwaita-icon-theme librsvg2-common gvfs dconf-gsettings-backend"
# To test: a window without a screen, with a person's hands and eyes; Glade; desktop files; programs that read, search,
# alter and judge a PDF.  Some come from npm and Maven Central, fetched by the tests, through these and ivy; of Node and
# Java any will do, so a package behind "=" is wanted only where the command before it is missing.
TEST_PACKAGES="xvfb xauth dbus dbus-bin dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0 gir1.2-gtk-3.0
  xdotool openbox x11-xkb-utils xkb-data imagemagick glade libgladeui-dev libgtk-4-bin desktop-file-utils appstream
  poppler-utils gir1.2-poppler-0.18 mupdf-tools qpdf chromium node=nodejs npm=npm java=default-jre-headless ivy"

say () { printf '\n%s\n' "$*"; }

as_root () {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# As the person who called: under sudo, not as root.
as_user () {
  if [ "$(id -u)" = 0 ] && [ -n "${SUDO_USER:-}" ] && [ "$SUDO_USER" != root ]; then
    runuser -u "$SUDO_USER" --preserve-environment -- env HOME="$(getent passwd "$SUDO_USER" | cut -d: -f6)" "$@"
  else
    "$@"
  fi
}

# Installs those of the packages named that are not there.  COMMAND=PACKAGE: only where there is no such command.
need () {
  missing=""
  for package in "$@"; do
    case $package in
      *=*) ! command -v "${package%%=*}" >/dev/null || continue; package=${package#*=} ;;
    esac
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
  done
  if [ -z "$missing" ]; then
    say "All Debian packages that are needed are installed."
    return
  fi
  say "Installing with apt:$missing"
  as_root apt-get update -q
  # shellcheck disable=SC2086 # a list of words
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
}

# build FOLDER OPTIONS...: configures once, compiles what changed.
build () {
  folder=$1
  shift
  if [ -f "$folder/build.ninja" ]; then
    say "Building in $folder …"
    as_user meson configure "$folder" "$@" >/dev/null
  else
    say "Configuring and building in $folder …"
    as_user meson setup "$folder" "$@" >"${TMPDIR:-/tmp}/muqtarah-setup.$$" 2>&1 ||
      { cat "${TMPDIR:-/tmp}/muqtarah-setup.$$"; rm -f "${TMPDIR:-/tmp}/muqtarah-setup.$$"; exit 1; }
    rm -f "${TMPDIR:-/tmp}/muqtarah-setup.$$"
  fi
  as_user ninja -C "$folder"
}
