/** PowerShell: `.ps1` scripts and `.psm1` modules. It is read by a reader of its own, see `powershell/reader.ts`. */
import type { FileModel } from '../code-model.js';
import type { Language } from './language.js';
import { pipelineValue } from './powershell/assignments.js';
import { expression } from './powershell/expressions.js';
import { scriptBlock } from './powershell/functions.js';
import { outputOf } from './powershell/pipelines.js';
import { primary } from './powershell/primaries.js';
import { type Parts, Reader } from './powershell/reader.js';
import { block, statement, statements } from './powershell/statements.js';

const parts: Parts = {
  statements,
  statement,
  block,
  pipeline: pipelineValue,
  expression,
  primary,
  outputOf,
  scriptBlock,
};

export const powershell: Language = {
  id: 'powershell',
  title: 'PowerShell',
  extensions: ['.ps1', '.psm1'],
  editorIds: ['powershell'],
  grammars: [],
  traits: {
    deferred: 'none',
    typedHandlers: true,
    builderCase: 'pascal',
    ignoreCase: true,
    bareWords: true,
    puts: true,
    reusesNames: true,
    comparesNames: true,
    stream: {
      argument: ['ErrorAction', 'EA'],
      variable: 'ErrorActionPreference',
      stop: 'Stop',
      defaults: 'PSDefaultParameterValues',
      kept: ['ErrorVariable', 'EV'],
      newest: 'error',
      worked: '?',
    },
  },
  comments: { line: '#', block: ['<#', '#>'] },
  example: 'powershell.ps1',
  read(text) {
    return { model: modelOf(text) };
  },
};

function modelOf(text: string): FileModel {
  const r = new Reader(text, parts);
  r.scopes.enter([], false);
  const body = statements(r, '');
  const top = r.scopes.leave(body, 0);
  return { language: 'powershell', imports: r.imports, top, comments: r.comments, damaged: r.damaged };
}
