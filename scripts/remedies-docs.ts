/** Writes docs/remedies.md: `npm run remedies:docs`. A test checks that it is fresh. */
import { writeFileSync } from 'node:fs';
import { remediesMarkdown } from './proof/document.js';

writeFileSync('docs/remedies.md', await remediesMarkdown());
