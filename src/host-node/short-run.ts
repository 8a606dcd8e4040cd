/** Sets V8 up for a process that ends after seconds. Imported for its effect, before anything else. */
import { setFlagsFromString } from 'node:v8';
import { v8Settings } from './v8-settings.js';

for (const flag of v8Settings(process.versions.v8)) setFlagsFromString(flag);
