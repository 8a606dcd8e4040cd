/**
 * On a build machine the property tests draw the same inputs in each run, so that a failure there belongs to the change
 * that was built. Elsewhere they draw anew each time, which is how new faults are found.
 */
import * as fc from 'fast-check';

if (process.env['CI']) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 409 });
