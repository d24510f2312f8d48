# SPDX-License-Identifier: GPL-3.0-or-later
"""The few lines of TAP that the Python tests speak."""
import sys
import traceback


def run(cases):
    """Runs the functions of `cases`, in order; each is a case named by its docstring or name."""
    bad = 0
    print(f'1..{len(cases)}')
    for n, case in enumerate(cases, 1):
        name = (case.__doc__ or case.__name__).splitlines()[0].replace('#', '')
        try:
            case()
            print(f'ok {n} {name}', flush=True)
        except (Exception, SystemExit):
            bad += 1
            for line in traceback.format_exc().splitlines():
                print('#', line)
            print(f'not ok {n} {name}', flush=True)
    sys.exit(1 if bad else 0)
