/** What drives answer, beside stale tags. */
import type { Conflict, EtagRule } from '../family.js';

const nameTaken = (rule: string, record: string, message: string): Conflict => ({
  rule,
  record,
  status: 409,
  code: 'nameAlreadyExists',
  message,
});

const EXISTS = 'An item with the same name already exists under the parent';

export const driveConflicts = {
  child: nameTaken('graph/drive-name-exists', 'graph-drive-folder-create-exists', EXISTS),
  moved: nameTaken('graph/drive-move-name-exists', 'graph-drive-move-name-exists', EXISTS),
  copied: nameTaken('graph/drive-copy-name-exists', 'graph-drive-copy-name-exists', EXISTS),
  content: nameTaken('graph/drive-content-changed', 'graph-drive-put-content-resource-modified', EXISTS),
  session: nameTaken('graph/upload-session-open', 'graph-drive-upload-session-exists', EXISTS),
  uploading: nameTaken(
    'graph/upload-session-open',
    'graph-drive-upload-session-exists',
    'A file with the same name is currently being uploaded.',
  ),
  uploaded: {
    rule: 'graph/upload-name-taken',
    record: 'graph-drive-upload-name-conflict',
    status: 409,
    code: 'upload_name_conflict',
    message:
      'Another file exists with the same name as the uploaded session. You can redirect the upload session to use a new filename by calling PUT with the new metadata and @microsoft.graph.sourceUrl attribute.',
  },
  parent: {
    rule: 'graph/drive-parent-missing',
    record: 'graph-drive-parent-missing',
    status: 409,
    code: 'conflict',
    message: 'The parent of the item does not exist.',
  },
} satisfies Record<string, Conflict>;

/** Contents that were changed since. */
export const contentEtag: EtagRule = {
  stale: {
    rule: 'graph/drive-content-changed',
    record: 'graph-drive-put-content-resource-modified',
    status: 412,
    code: 'preconditionFailed',
    message: 'Resource has changed since the caller last read it; usually an eTag mismatch.',
  },
};
