/**
 * What the snippets for TypeScript take for granted: the types of their frames, and what they use of modules that are not
 * installed, as strictly as those declare it.
 */

const SDKS = `
declare module '@microsoft/msgraph-sdk-users' {}
declare module '@microsoft/msgraph-sdk' {
  interface Folder { id?: string | null }
  interface GraphServiceClient { users: { byUserId(id: string): { mailFolders: {
    post(body: { displayName: string }): Promise<Folder | undefined>;
    get(o: { queryParameters: { filter: string } }): Promise<{ value?: Folder[] | null } | undefined> } } } }
}
declare module 'pino' {
  interface Logger { warn(fields: object, text: string): void }
}
`;

/** Files beside the snippets, by name. */
export const SNIPPET_MODULES: Readonly<Record<string, string>> = {
  'sdks.d.ts': SDKS,
  'wanted.d.ts': `
export interface Subscription { resource: string; changeType: string; notificationUrl: string; expirationDateTime: string }
export interface User { userPrincipalName: string; mailNickname: string; displayName: string }
export type Order = { id: string; total: number };
export type Orders = Order[];
export type Draft = { total: number };
export interface Group { mailNickname: string; displayName: string }
`,
};
