#!/bin/bash
# session.sh COMMAND...: runs COMMAND in a desktop of its own: display, window manager, session and accessibility bus,
# home.  Works as root, without systemd, in a container; nothing outlives it.  Status: that of COMMAND; 124 when it takes
# longer than $LIMIT seconds (120); 77 (skipped) when a part of a desktop is not installed.
set -u

for part in Xvfb openbox setxkbmap dbus-run-session xdotool import /usr/libexec/at-spi-bus-launcher; do
  command -v "$part" >/dev/null || { echo "$part is not installed"; exit 77; }
done
/usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null ||
  { echo "python3-gi or gir1.2-atspi-2.0 is not installed"; exit 77; }

home=$(mktemp -d)
unset GTK_A11Y NO_AT_BRIDGE WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export HOME=$home XDG_RUNTIME_DIR=$home/run LANG=C.UTF-8 LC_ALL=C.UTF-8
export GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory GVFS_DISABLE_FUSE=1 GTK_USE_PORTAL=0
# no daemon that looks for disks: without systemd it warns, and warnings end the program
export GIO_USE_VOLUME_MONITOR=unix
mkdir -m 700 "$XDG_RUNTIME_DIR"

# The server picks a free number and says when it is ready.  -noreset: else it forgets the keyboard as soon as setxkbmap,
# its only client then, has gone, and letters get lost while typing.
exec 3>"$home/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 2>"$home/xvfb.err" &
server=$!
for _ in $(seq 200); do
  [ -s "$home/display" ] && break
  kill -0 $server 2>/dev/null || { cat "$home/xvfb.err"; exit 1; }
  sleep .05
done
DISPLAY=:$(cat "$home/display")
export DISPLAY
setxkbmap ara,us
openbox --sm-disable >/dev/null 2>&1 &
manager=$!

# The daemons' words go into files, not a pipe: they outlive the bus and would hold a pipe open.  COMMAND's output is ours.
timeout --kill-after=5 "${LIMIT:-120}" dbus-run-session -- bash -c 'exec "$@" >&4 4>&-' command "$@" \
  4>&1 >"$home/out" 2>"$home/err" </dev/null
status=$?
grep -v -e '^dbus-daemon' -e SpiRegistry -e "can't be made" -e 'X connection' "$home/err" >&2
kill $manager $server 2>/dev/null
wait $manager $server 2>/dev/null
rm -rf "$home"
exit $status
