/** The helper that renews a Graph subscription which is there already. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** Same resource and change types: compared by URL, renewed by PATCH; where it vanished in between, created once more. */
export function renewSubscription(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const any = w.ts(': any');
  return {
    name: 'createOrRenewSubscription',
    source: (
      name,
    ) => `/** Creates a subscription; where the service has one for the same resource and changes, renews that one. */
${w.head(
  name,
  '<T, R>',
  [
    ['create', ': (subscription: T) => Promise<R>'],
    ['request', ': (url: string) => any'],
    ['wanted', ': T'],
  ],
  'Promise<R>',
)}
  try {
    return await create(wanted);
  } ${w.caught} {
${w.guard}
    const { resource, changeType, notificationUrl, expirationDateTime }${w.ts(': any')} = wanted;
    const kinds = (list${any}) => String(list).toLowerCase().split(',').map((kind) => kind.trim()).sort().join();
    const same = (one${any}) => kinds(one.resource) === kinds(resource) && kinds(one.changeType) === kinds(changeType);
    for (let next = '/subscriptions'; next; ) {
      const page = await request(next).get();
      const twin = page.value.find(same);
      if (twin) {
        // Its notifications go somewhere else: renewing it would not bring them here.
        if (twin.notificationUrl !== notificationUrl) throw error;
        try {
          return await request(\`/subscriptions/\${twin.id}\`).patch({ expirationDateTime });
        } catch (gone${w.ts(': any')}) {
          if (${w.statusOf('gone')} !== 404) throw gone;
          return await create(wanted);
        }
      }
      next = page['@odata.nextLink'];
    }
    throw error;
  }
}`,
  };
}
