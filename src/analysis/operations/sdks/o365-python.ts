/** `O365`. Whatever the service refuses is raised as an error of requests. Shapes: O365/python-o365. */
import type { Sdk } from '../sdk.js';
import { HTTP_ERROR } from './shared/python-http.js';

export const o365Python: Sdk = {
  id: 'o365-python',
  title: 'O365',
  service: 'graph',
  languages: ['python'],
  modules: ['O365', 'O365.*'],
  exports: { Account: 'Account', MSGraphProtocol: 'Protocol' },
  factories: { Account: 'Account' },
  distinctive: [],
  channel: 'throws',
  roles: {
    Account: {
      calls: {
        storage: { returns: 'Storage' },
        mailbox: { returns: 'Mailbox' },
        sharepoint: { returns: 'Sharepoint' },
        teams: { returns: 'Teams' },
        subscriptions: { returns: 'Subscriptions' },
      },
    },
    Storage: { calls: { get_default_drive: { returns: 'Drive' }, get_drive: { returns: 'Drive' } } },
    Drive: {
      calls: {
        get_root_folder: { returns: 'Folder' },
        get_special_folder: { returns: 'Folder' },
        get_item: { returns: 'Folder' },
        get_item_by_path: { returns: 'Folder' },
      },
    },
    Folder: {
      calls: {
        create_child_folder: { op: 'POST /drives/{}/items/{}/children', returns: 'Folder' },
        copy: { op: 'POST /drives/{}/items/{}/copy' },
        upload_file: { op: 'PUT /drives/{}/items/{}/content', safe: 'create-or-replace' },
      },
    },
    Mailbox: {
      calls: {
        inbox_folder: { returns: 'MailFolder' },
        archive_folder: { returns: 'MailFolder' },
        get_folder: { returns: 'MailFolder' },
        create_child_folder: { op: 'POST /me/mailFolders', returns: 'MailFolder' },
      },
    },
    MailFolder: {
      calls: {
        get_folder: { returns: 'MailFolder' },
        create_child_folder: { op: 'POST /me/mailFolders/{}/childFolders', returns: 'MailFolder' },
      },
    },
    Sharepoint: { calls: { get_root_site: { returns: 'Site' }, get_site: { returns: 'Site' } } },
    Site: {
      calls: { create_list: { op: 'POST /sites/{}/lists' }, get_default_document_library: { returns: 'Drive' } },
    },
    Teams: { calls: { create_channel: { op: 'POST /teams/{}/channels' } } },
    Subscriptions: { calls: { create_subscription: { op: 'POST /subscriptions' } } },
  },
  error: HTTP_ERROR,
};
