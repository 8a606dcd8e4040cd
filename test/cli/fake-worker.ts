import { serve } from '../../src/host-node/serve.js';
import { fakeAnalyser } from './fake-analyser.js';

serve(fakeAnalyser());
