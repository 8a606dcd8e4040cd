/** Helpers that renew a Graph subscription which is there already. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

const SUMMARY = 'Creates a subscription; where the service has one for the same resource and changes, renews that one.';

/** Resource and kinds of change, in whatever order they were asked for. */
const keyOf = (resource: string, kinds: string): string =>
  `return str(${resource}).lower(), sorted(kind.strip().lower() for kind in str(${kinds}).split(","))`;

/** Same resource and change types: compared by URL, renewed by PATCH; where it vanished in between, created once more. */
export function renewSubscription(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error || !subject.deferred) return undefined;
  const { type } = w.error;
  return {
    name: 'create_or_renew_subscription',
    imports: w.imports({ 'msgraph.generated.models.subscription': ['Subscription'] }),
    source: (name) => `${w.head(name, 'create', 'subscriptions', 'wanted')}
  """${SUMMARY}"""
  def key(one):
    ${keyOf('one.resource', 'one.change_type')}

  try:
    return await create(wanted)
  except ${type} as error:
    if ${w.isNone('error')}:
      raise
    page = await subscriptions.get()
    while page is not None:
      for twin in page.value or []:
        if key(twin) == key(wanted):
          # Its notifications go somewhere else: renewing it would not bring them here.
          if twin.notification_url != wanted.notification_url:
            raise
          try:
            longer = Subscription(expiration_date_time=wanted.expiration_date_time)
            return await subscriptions.by_subscription_id(twin.id).patch(longer)
          except ${type} as gone:
            if ${w.hasNot('gone', 404)}:
              raise
          # It ended in between.
          return await create(wanted)
      link = page.odata_next_link
      page = await subscriptions.with_url(link).get() if link else None
    raise`,
  };
}

/** The same by a client whose answers have to be looked at. */
export function renewByAnswers(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const none = w.isNoConflictAnswer('answer');
  if (none === undefined) return undefined;
  return {
    name: 'create_or_renew_subscription',
    source: (name) => `${w.head(name, 'create', 'send', 'address', 'wanted')}
  """${SUMMARY}"""
  def key(one):
    ${keyOf('one.get("resource")', 'one.get("changeType")')}

  answer = ${w.wait('create(wanted)')}
  if ${none}:
    return answer
  link = address
  while link:
    listed = ${w.wait('send("GET", link)')}
    if ${w.answerStatus('listed')} != 200:
      return answer
    page = listed.json()
    for twin in page["value"]:
      if key(twin) == key(wanted):
        # Its notifications go somewhere else: renewing it would not bring them here.
        if twin.get("notificationUrl") != wanted.get("notificationUrl"):
          return answer
        longer = {"expirationDateTime": wanted.get("expirationDateTime")}
        renewed = ${w.wait('send("PATCH", address + "/" + twin["id"], json=longer)')}
        # It may have ended in between.
        return renewed if ${w.answerStatus('renewed')} != 404 else ${w.wait('create(wanted)')}
    link = page.get("@odata.nextLink")
  return answer`,
  };
}
