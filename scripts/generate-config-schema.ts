/** Writes schema/guard409.schema.json from the configuration's description: `npx tsx scripts/generate-config-schema.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { scenarios } from '../src/catalog/index.js';
import { configSchemaText } from '../src/config/json-schema.js';

mkdirSync('schema', { recursive: true });
writeFileSync('schema/guard409.schema.json', configSchemaText(scenarios.map((scenario) => scenario.id)));
