/** The helper of C# that renews a Graph subscription which is there already. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** Same resource and change types: compared by URL, renewed by PATCH; where it vanished in between, created once more. */
export function renewSubscription(subject: Subject): Helper | undefined {
  // Version 4 pages in another way.
  const w = new Writer(subject);
  const task = w.type('System.Threading.Tasks.Task');
  const func = w.type('System.Func');
  const type = w.type('Microsoft.Graph.Models.Subscription');
  const error = w.type(w.error?.type ?? '');
  const linq = w.type('System.Linq.Enumerable');
  const text = w.type('System.StringComparison');
  return {
    name: 'CreateOrRenewSubscriptionAsync',
    source: (
      name,
    ) => `/// <summary>Creates a subscription; where the service has one for the same resource and changes, renews that one.</summary>
private static async ${task}<${type}> ${name}(${func}<${type}, ${task}<${type}>> create, ${w.type('Microsoft.Graph.Subscriptions.SubscriptionsRequestBuilder')} subscriptions, ${type} wanted)
{
  try
  {
    return await create(wanted).ConfigureAwait(false);
  }
  catch (${error} error) when (${w.isConflict('error')})
  {
    ${func}<string, string> kinds = list => string.Join(",", ${linq}.OrderBy(${linq}.Select((list ?? "").ToLowerInvariant().Split(','), kind => kind.Trim()), kind => kind));
    var page = await subscriptions.GetAsync().ConfigureAwait(false);
    while (page?.Value != null)
    {
      ${type} twin = page.Value.Find(one => string.Equals(one.Resource, wanted.Resource, ${text}.OrdinalIgnoreCase) && kinds(one.ChangeType) == kinds(wanted.ChangeType));
      if (twin != null)
      {
        // Its notifications go somewhere else: renewing it would not bring them here.
        if (twin.NotificationUrl != wanted.NotificationUrl) break;
        try
        {
          return await subscriptions[twin.Id].PatchAsync(new ${type} { ExpirationDateTime = wanted.ExpirationDateTime }).ConfigureAwait(false);
        }
        catch (${error} gone) when (${w.hasStatus('gone', 404)})
        {
          // It ended in between.
        }
        return await create(wanted).ConfigureAwait(false);
      }
      if (page.OdataNextLink == null) break;
      page = await subscriptions.WithUrl(page.OdataNextLink).GetAsync().ConfigureAwait(false);
    }
    throw;
  }
}`,
  };
}
