/** A setting that a version of V8 does not know is reported on stderr at every run. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { v8Settings } from '../../src/host-node/v8-settings.js';

describe('settings of V8', () => {
  it('are known to the version that runs here', () => {
    const settings = v8Settings(process.versions.v8);
    const script = `for (const f of ${JSON.stringify(settings)}) require('node:v8').setFlagsFromString(f)`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  });

  it('leave out what newer versions no longer have', () => {
    const budget = (version: string) => v8Settings(version).some((flag) => flag.startsWith('--interrupt-budget'));
    assert.deepEqual(['11.3.244.8', '12.4.254.21', '13.6.233.10'].map(budget), [true, false, false]);
    assert.ok(v8Settings('13.6.233.10').includes('--always-sparkplug'));
  });

  it('are none where no version of that age was tried', () => assert.deepEqual(v8Settings('14.0.1'), []));
});
