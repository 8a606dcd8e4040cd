/** Small sources with the fault, for the tests of the fixes: calls of each library in each position. */

/** A source with open findings. */
export interface Source {
  title: string;
  /** Decides the language. */
  file: string;
  text: string;
}

/** A call to a service: where it comes from and how it is written. `CALL` hands out a promise. */
interface Service {
  name: string;
  head: string;
  call: string;
  /** A member of what the call hands out. */
  part: string;
}

const COSMOS: Service = {
  name: '@azure/cosmos',
  head: `import { CosmosClient } from '@azure/cosmos';

const container = new CosmosClient(process.env['COSMOS'] ?? '').database('shop').container('orders');
`,
  call: 'container.items.create(order)',
  part: 'resource',
};

const GRAPH: Service = {
  name: 'the Graph client',
  head: `import { Client } from '@microsoft/microsoft-graph-client';

const client = Client.init({ authProvider: (done) => done(null, 'token') });
`,
  call: "client.api('/groups').post({ displayName: order.id, mailNickname: order.id, mailEnabled: false, securityEnabled: true })",
  part: 'id',
};

/** Code around a call. `CALL` stands for the call, `PART` for a member of its answer. Each is valid under the strictest settings. */
const POSITIONS: Readonly<Record<string, string>> = {
  assigned: `export async function save(order: { id: string }) {
  const saved = await CALL;
  return saved.PART;
}`,
  'assigned to a variable that is there': `export async function save(order: { id: string }) {
  let saved;
  saved = await CALL;
  return saved;
}`,
  destructured: `export async function save(order: { id: string }) {
  const { PART } = await CALL;
  return PART;
}`,
  returned: `export async function save(order: { id: string }) {
  return await CALL;
}`,
  'returned without await': `export function save(order: { id: string }) {
  return CALL;
}`,
  awaited: `export async function save(order: { id: string }) {
  await CALL;
  console.log('saved');
}`,
  'awaited in brackets': `export async function save(order: { id: string }) {
  return (await CALL).PART;
}`,
  chained: `export function save(order: { id: string }) {
  return CALL.then((saved) => saved.PART);
}`,
  'chained over lines': `export function save(order: { id: string }) {
  return CALL
    .then((saved) => saved.PART)
    .finally(() => console.log('done'));
}`,
  'passed as an argument': `const log = <T>(value: T): T => value;
export async function save(order: { id: string }) {
  return log(await CALL);
}`,
  'passed on as a promise': `const timed = async <T>(work: Promise<T>): Promise<T> => work;
export async function save(order: { id: string }) {
  return await timed(CALL);
}`,
  'inside Promise.all': `export async function saveAll(orders: { id: string }[]) {
  return await Promise.all(orders.map((order) => CALL));
}`,
  'one of a Promise.all': `export async function saveBoth(order: { id: string }) {
  const [saved] = await Promise.all([CALL, Promise.resolve(1)]);
  return saved.PART;
}`,
  'the body of an arrow function': 'export const save = async (order: { id: string }) => CALL;',
  'the awaited body of an arrow function': 'export const save = async (order: { id: string }) => await CALL;',
  'in a method': `export class Orders {
  async save(order: { id: string }) {
    const saved = await CALL;
    return saved;
  }
}`,
  'in a method that is an arrow function': `export class Orders {
  readonly save = async (order: { id: string }) => {
    await CALL;
  };
}`,
  'in a loop': `export async function saveAll(orders: { id: string }[]) {
  for (const order of orders) {
    await CALL;
  }
}`,
  'in a loop without braces': `export async function saveAll(orders: { id: string }[]) {
  for (const order of orders) await CALL;
}`,
  'at the top level': `const order = { id: 'a' };
export const saved = await CALL;`,
  'in a default parameter': `export const begin = (order: { id: string }, work = CALL) => work;`,
  'in a conditional expression': `export async function save(order: { id: string }, dry: boolean) {
  return dry ? undefined : await CALL;
}`,
  'behind a condition': `export async function save(order: { id: string } | undefined) {
  return order && (await CALL);
}`,
  'a member of an object': `export async function save(order: { id: string }) {
  return { saved: await CALL, at: 1 };
}`,
  'fire and forget': `export async function save(order: { id: string }) {
  CALL;
}`,
  'in a try with finally': `export async function save(order: { id: string }) {
  try {
    return await CALL;
  } finally {
    console.log('done');
  }
}`,
};

/** Without types: what stands behind parameters and variables in these sources. */
export function untyped(text: string): string {
  return text
    .replace(/: \{ id: string \}(?:\[\])?(?: \| undefined)?/g, '')
    .replace(/, dry: boolean/g, ', dry')
    .replace(/<T>\(value: T\): T/g, '(value)')
    .replace(/<T>\(work: Promise<T>\): Promise<T>/g, '(work)')
    .replace(/readonly save/g, 'save');
}

/** Every call in every position. */
export const positions: readonly Source[] = [COSMOS, GRAPH].flatMap((service) =>
  Object.entries(POSITIONS).map(([position, text]) => ({
    title: `${service.name}, ${position}`,
    file: 'src/orders.ts',
    text: `${service.head}\n${text.replace(/CALL/g, service.call).replace(/PART/g, service.part)}\n`,
  })),
);

/** One plain file that the styles are variations of. */
export const plain: Source = {
  title: 'plain',
  file: 'src/orders.ts',
  text: `${COSMOS.head}
/** Keeps an order. */
export async function save(order: { id: string }) {
  const saved = await container.items.create(order);
  if (!saved.resource) {
    throw new Error('nothing was saved');
  }
  return saved.resource;
}
`,
};
