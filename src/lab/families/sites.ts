/** Sites: lists, their items, pages; permissions of items and of containers; notebooks. */
import type { EtagRule, Family } from '../family.js';

/** Writes for another version of what drives and lists hold. */
export const driveEtag: EtagRule = {
  property: 'eTag',
  stale: {
    rule: 'graph/drive-stale-etag',
    record: 'graph-drive-if-match-412',
    status: 412,
    code: 'preconditionFailed',
    message: 'ETag does not match current item value',
  },
};

const NOTEBOOK = '/onenote/{}';

export const sites: Family[] = [
  {
    collections: ['/sites/{}/lists'],
    unique: [
      {
        fields: ['displayName'],
        portal: 'rename',
        conflict: {
          rule: 'graph/list-exists',
          record: 'graph-sharepoint-list-title-exists',
          status: 409,
          code: 'nameAlreadyExists',
          message:
            'A list, survey, discussion board, or document library with the specified title already exists in this Web site. Please choose another title.',
        },
      },
    ],
  },
  {
    collections: [
      '/sites/{}/lists/{}/items',
      '/sites/{}/pages',
      '/drives/{}/bundles',
      '/drives/{}/items/{}/permissions',
    ],
    etag: driveEtag,
  },
  // Where the end of a copy is read.
  { collections: ['/operations'] },
  { collections: ['/sites/{}/lists/{}/items/{}/fields'], single: true, etag: driveEtag },
  {
    collections: ['/storage/fileStorage/containers/{}/permissions'],
    unique: [
      {
        fields: ['grantedToV2.user.userPrincipalName'],
        portal: 'link',
        conflict: {
          rule: 'graph/container-permission-exists',
          status: 409,
          code: 'nameAlreadyExists',
          message: 'The user has a permission on the container already.',
        },
      },
    ],
  },
  {
    collections: [
      `${NOTEBOOK}/notebooks`,
      `${NOTEBOOK}/notebooks/{}/sections`,
      `${NOTEBOOK}/notebooks/{}/sectionGroups`,
      `${NOTEBOOK}/sectionGroups/{}/sections`,
      `${NOTEBOOK}/sectionGroups/{}/sectionGroups`,
    ],
    unique: [
      {
        fields: ['displayName'],
        portal: 'rename',
        conflict: {
          rule: 'graph/onenote-name-exists',
          record: 'graph-onenote-name-exists',
          status: 409,
          code: '20117',
          message: 'An item with this name already exists in this location.',
        },
      },
    ],
  },
];
