# SPDX-License-Identifier: GPL-3.0-or-later
"""veraPDF: whether files conform to PDF/UA-1 (ua1) and PDF/A-3a (3a)."""
import json
import os
import tempfile

import outside


def failures(flavour, files, limit=120):
    """{file: None, or why it does not conform}.  Its exit status alone is not trusted: every file asked must be there
    with a verdict."""
    jar = outside.verapdf()
    with tempfile.TemporaryDirectory() as home:          # it keeps its settings in the home folder
        said = outside.run('java', '-Xmx1g', '-XX:+UseSerialGC', f'-Duser.home={home}', '-cp', jar,
                           'org.verapdf.apps.GreenfieldCliWrapper', '-f', flavour, '--format', 'json', *files,
                           status=None, limit=limit, env={**os.environ, 'HOME': home})
    jobs = json.loads(said)['report']['jobs']
    verdicts = {str(f): 'no verdict' for f in files}
    for job in jobs:
        name = job['itemDetails']['name']
        file = next(str(f) for f in files if os.path.abspath(f) == os.path.abspath(name))
        verdicts[file] = _verdict(job)
    return verdicts


def _verdict(job):
    results = job.get('validationResult')
    if not results:
        return str(job.get('taskException') or 'not parsed')[:500]
    result = results[0] if isinstance(results, list) else results
    if result.get('compliant') is True:
        return None
    rules = result.get('details', {}).get('ruleSummaries', [])
    return '\n'.join(f'{r.get("clause")}-{r.get("testNumber")} ({r.get("failedChecks")} ×): {r.get("description")}'
                     for r in rules[:12]) or 'not compliant'
