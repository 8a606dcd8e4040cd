/** `axios`: throws an AxiosError with the answer in `response`; `validateStatus` can turn that off. */

import type { HttpShape, RoleRow, Sdk } from '../sdk.js';
import { JS, OK, verbs } from './shared/http-rows.js';

const AXIOS_CONFIG: HttpShape = {
  methodIn: { arg: 0, path: ['method'] },
  url: { arg: 0, path: ['url'] },
  baseIn: ['baseURL'],
  body: { arg: 0, path: ['data'] },
  headers: { arg: 0, path: ['headers'] },
  returnsWhen: { arg: 0, path: ['validateStatus'], value: 'function' },
};
const axiosRole: RoleRow = {
  members: { default: 'Axios' },
  self: { http: AXIOS_CONFIG },
  calls: {
    ...verbs((method) => ({
      method,
      url: { arg: 0 },
      baseIn: ['baseURL'],
      body: { arg: 1 },
      headers: { arg: 2, path: ['headers'] },
      returnsWhen: { arg: 2, path: ['validateStatus'], value: 'function' },
    })),
    request: { http: AXIOS_CONFIG },
    create: { returns: 'Axios' },
  },
};

export const axiosJs: Sdk = {
  id: 'axios',
  title: 'axios',
  service: 'http',
  languages: JS,
  modules: ['axios'],
  exports: { default: 'Axios', '*': 'Axios', AxiosInstance: 'Axios', AxiosStatic: 'Axios', Axios: 'Axios' },
  distinctive: ['AxiosInstance'],
  channel: 'throws',
  roles: { Axios: axiosRole },
  error: {
    types: ['AxiosError', 'Error'],
    status: [
      'response.status',
      'status',
      'response.data.status',
      'response.data.error.status',
      'response.data.statusCode',
      'toJSON().status',
      'request.status',
    ],
    code: [
      'response.data.error.code',
      'response.data.code',
      'response.data.error.innerError.code',
      'response.data.error',
    ],
    text: ['message', 'response.data.error.message', 'response.statusText', 'response.data', 'response.data.message'],
  },
  response: { ...OK, status: ['status'] },
};
