import { Client, GraphError } from '@microsoft/microsoft-graph-client';

interface Subscription {
  id: string;
  changeType: string;
  resource: string;
  expirationDateTime: string;
}

const ONE_DAY_MS = 86_400_000;

export class MailboxWatcher {
  constructor(
    private readonly client: Client,
    private readonly notificationUrl: string,
  ) {}

  /** Runs when the service starts. After a restart the subscription of the last run is still there. */
  async watchInbox(user: string): Promise<string> {
    const created: Subscription = await this.client.api('/subscriptions').post({
      changeType: 'created',
      notificationUrl: this.notificationUrl,
      resource: `users/${user}/mailFolders('inbox')/messages`,
      expirationDateTime: tomorrow(),
    });
    return created.id;
  }

  /** The same for the calendar; here the subscription of the last run is found and renewed. */
  async watchCalendar(user: string): Promise<string> {
    const resource = `users/${user}/events`;
    try {
      const created: Subscription = await this.client.api('/subscriptions').post({
        changeType: 'created,updated',
        notificationUrl: this.notificationUrl,
        resource,
        expirationDateTime: tomorrow(),
      });
      return created.id;
    } catch (error) {
      if (error instanceof GraphError && error.statusCode === 409) return this.renew(resource);
      throw error;
    }
  }

  private async renew(resource: string): Promise<string> {
    const page: { value: Subscription[] } = await this.client.api('/subscriptions').get();
    const existing = page.value.find((subscription) => subscription.resource === resource);
    if (!existing) throw new Error(`a subscription for ${resource} belongs to another application`);
    await this.client.api(`/subscriptions/${existing.id}`).patch({ expirationDateTime: tomorrow() });
    return existing.id;
  }
}

function tomorrow(): string {
  return new Date(Date.now() + ONE_DAY_MS).toISOString();
}
