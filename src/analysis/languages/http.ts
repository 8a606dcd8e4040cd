/** Files of HTTP requests, as the clients of editors send them. They are read by a reader of their own, see `http/`. */
import type { FileModel } from '../code-model.js';
import { RequestFile } from './http/request-file.js';
import type { Language } from './language.js';

export const http: Language = {
  id: 'http',
  title: 'HTTP requests',
  extensions: ['.http', '.rest'],
  editorIds: ['http'],
  grammars: [],
  traits: {
    deferred: 'none',
    typedHandlers: false,
    builderCase: 'camel',
    bareWords: true,
    onlySends: true,
  },
  comments: { line: '#' },
  read(text) {
    return { model: modelOf(text) };
  },
};

function modelOf(text: string): FileModel {
  const file = new RequestFile(text);
  file.read();
  return { language: 'http', imports: [], top: file.top, comments: file.comments, damaged: [] };
}
