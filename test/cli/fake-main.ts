/** The command line as a process of its own, over the fake engine. */
import { start } from '../../src/cli/start.js';
import { fakeDependencies } from './fake-dependencies.js';

await start(fakeDependencies());
