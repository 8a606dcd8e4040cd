/**
 * What each .NET library throws or answers, as data: type, and expressions for status and words. `{E}` stands for the
 * error or answer, `{W}` for a word as a literal, other braces for the full name of a type. Sources: the reference pages
 * of the libraries.
 */

import type { Tell } from '../../remedies/tell.js';

export interface ErrorRow {
  /** Full name of the exception or answer. */
  type: string;
  /** The status as `int` or `int?`. */
  status: string;
  /** Tests for a code of the service. */
  code: string[];
  /** Tests for words of the service's message. */
  text: string[];
  /** The service's code and the id of the request as texts, where the library keeps them; for the log. */
  says?: { code?: string; request?: string };
}

const message = ['{E}.Message.Contains({W})'];

/** Exceptions, by id of the library. */
export const errorRows: Readonly<Record<string, ErrorRow>> = {
  'cosmos-dotnet': {
    type: 'Microsoft.Azure.Cosmos.CosmosException',
    status: '(int?){E}.StatusCode',
    code: message,
    text: message,
    says: { request: '{E}.ActivityId' },
  },
  'documentdb-dotnet': {
    type: 'Microsoft.Azure.Documents.DocumentClientException',
    status: '(int?){E}.StatusCode',
    code: ['{E}.Error?.Code == {W}'],
    text: message,
    says: { code: '{E}.Error?.Code', request: '{E}.ActivityId' },
  },
  // The service's own error stands inside; a stale ETag arrives as a type that derives from this one.
  'efcore-cosmos': {
    type: 'Microsoft.EntityFrameworkCore.DbUpdateException',
    status: '(int?)({E}.InnerException as {Microsoft.Azure.Cosmos.CosmosException})?.StatusCode',
    code: message,
    text: message,
    says: { request: '({E}.InnerException as {Microsoft.Azure.Cosmos.CosmosException})?.ActivityId' },
  },
  'graph-dotnet': {
    type: 'Microsoft.Graph.Models.ODataErrors.ODataError',
    status: '(int?){E}.ResponseStatusCode',
    code: ['{E}.Error?.Code == {W}', '{E}.Error?.Details?.Exists(detail => detail.Code == {W}) == true'],
    text: ['{E}.Error?.Message?.Contains({W}) == true'],
    says: { code: '{E}.Error?.Code', request: '{E}.Error?.InnerError?.RequestId' },
  },
  'graph-dotnet-v4': {
    type: 'Microsoft.Graph.ServiceException',
    status: '(int?){E}.StatusCode',
    code: ['{E}.Error?.Code == {W}', '{E}.RawResponseBody?.Contains({W}) == true'],
    text: ['{E}.Message.Contains({W})', '{E}.RawResponseBody?.Contains({W}) == true'],
    says: { code: '{E}.Error?.Code' },
  },
};

/** An answer that has to be looked at. */
export interface AnswerRow extends ErrorRow {
  /** How the words are read into a name of their own before they are tested. */
  words?: string;
}

/** Answers, by id of the library. */
export const answerRows: Readonly<Record<string, AnswerRow>> = {
  'cosmos-dotnet': {
    type: 'Microsoft.Azure.Cosmos.ResponseMessage',
    status: '(int){E}.StatusCode',
    code: ['{E}.ErrorMessage?.Contains({W}) == true'],
    text: ['{E}.ErrorMessage?.Contains({W}) == true'],
  },
  'http-dotnet': {
    type: 'System.Net.Http.HttpResponseMessage',
    status: '(int){E}.StatusCode',
    code: ['words.Contains({W})'],
    text: ['words.Contains({W})'],
    words: 'answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync().ConfigureAwait(false)',
  },
};

/** The statement that reads the words of an answer, on a line of its own; empty where its status is enough. */
export function wordsOf({ words }: AnswerRow, tells: readonly Tell[]): string {
  const shared = tells.some((tell) => tell.codes.length + tell.texts.length > 0);
  return shared && words !== undefined ? `\n  string words = ${words};` : '';
}
