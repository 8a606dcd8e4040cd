/** `npm run clients:docs`: writes docs/clients.md. A test checks that it is fresh. */
import { writeFileSync } from 'node:fs';
import { CLIENTS, clientTables } from './lib/client-tables.js';

writeFileSync(CLIENTS, clientTables());
