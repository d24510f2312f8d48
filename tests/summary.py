#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the cases of test runs from Meson's logs: summary.py BUILD...

A test that speaks TAP counts by its cases, any other as one.  A test that ends badly without a failed case counts as
one failed.  A case that is known to miss its target (TODO) is named and counts as neither.  Skipped tests are named with
their reason; the last line is "N passed, N failed"."""
import json
import pathlib
import re
import sys

passed = failed = 0
for build in sys.argv[1:]:
    log = pathlib.Path(build, 'meson-logs', 'testlog.json')
    for line in log.read_text(encoding='utf-8').splitlines() if log.exists() else []:
        test = json.loads(line)
        output = test.get('stdout') or ''
        good = re.findall(r'^ok\b(?!.*# ?SKIP)', output, re.M | re.I)
        bad = re.findall(r'^not ok\b(?!.*# ?TODO)', output, re.M | re.I)
        for case, reason in re.findall(r'^not ok \d+ (.*?)\s*# ?TODO\b:?(.*)$', output, re.M | re.I):
            print(f'known shortfall in {build}: {test["name"]}: {case}: {reason.strip()}')
        for case, reason in re.findall(r'^ok \d+ (.*?)\s*# ?SKIP\b:?(.*)$', output, re.M | re.I):
            print(f'skipped in {build}: {test["name"]} {case}: {reason.strip() or "no reason given"}')
        ended_well = test['result'] in ('OK', 'EXPECTEDFAIL')
        if test['result'] == 'SKIP':
            if not good:
                words = (output + (test.get('stderr') or '')).strip().splitlines()
                print(f'skipped in {build}: {test["name"]}: {words[-1] if words else "no reason given"}')
            passed += len(good)
        elif ended_well:
            passed += len(good) or 1
        else:
            passed += len(good)
            failed += len(bad) or 1
            print(f'FAILED in {build}: {test["name"]} ({test["result"].lower()})')
    if not log.exists():
        failed += 1
        print(f'FAILED: no tests were run in {build}')
print(f'{passed} passed, {failed} failed')
sys.exit(1 if failed else 0)
