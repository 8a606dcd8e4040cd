/** Entry of the scan's worker threads. */
import { engineAnalyser } from './engine-analyser.js';
import { serve } from './serve.js';

serve(engineAnalyser(import.meta.url));
