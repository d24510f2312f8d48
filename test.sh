#!/bin/sh
# Installs what is missing, builds twice (as shipped, and with the address and undefined-behaviour sanitizers), and runs
# every test in both.  Ends with one line: N passed, N failed.  Skipped tests are named above it, with the reason.
. "$(dirname "$0")/setup.sh"

# shellcheck disable=SC2086 # lists of words
need $BUILD_PACKAGES $RUN_PACKAGES $TEST_PACKAGES

strict=false
[ -z "${CI:-}" ] || strict=true
build build -Dwerror=$strict
build build-sanitized -Dwerror=$strict -Db_sanitize=address,undefined -Db_lundef=false

failed=0
say "Running all tests …"
as_user meson test -C build --no-rebuild --print-errorlogs || failed=1
say "Running all tests with the sanitizers …"
as_user meson test -C build-sanitized --no-rebuild --print-errorlogs --timeout-multiplier 4 || failed=1

python3 tests/summary.py build build-sanitized || failed=1
exit $failed
