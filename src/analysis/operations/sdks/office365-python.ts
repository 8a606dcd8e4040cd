/** `Office365-REST-Python-Client` for Graph. Requests are sent by `execute_query`. Shapes: vgrem/Office365-REST-Python-Client. */
import type { Sdk } from '../sdk.js';

export const office365Python: Sdk = {
  id: 'office365-python',
  title: 'Office365-REST-Python-Client',
  service: 'graph',
  languages: ['python'],
  modules: [
    'office365.graph_client',
    'office365.directory.*',
    'office365.onedrive.*',
    'office365.teams.*',
    'office365.outlook.*',
    'office365.planner.*',
    'office365.subscriptions.*',
  ],
  exports: { GraphClient: 'Client' },
  factories: { GraphClient: 'Client' },
  distinctive: [],
  channel: 'throws',
  roles: { Client: {} },
  builder: {
    root: 'Client',
    verbs: {
      add: 'POST',
      create: 'POST',
      create_m365: 'POST',
      create_security: 'POST',
      create_with_team: 'POST',
      add_team: 'PUT /team',
    },
    segments: {
      with_tenant: null,
      with_token_interactive: null,
      with_client_secret: null,
      with_username_and_password: null,
      with_certificate: null,
    },
    keyCalls: {
      get_by_id: '{}',
      get_by_name: '{}',
      get_by_email: '{}',
      get_by_principal_name: '{}',
      get_by_path: '{}',
    },
  },
  error: {
    types: ['ClientRequestException', 'RequestException', 'HTTPError'],
    status: ['response.status_code'],
    code: ['code'],
    text: ['message', 'message_lang', 'args', 'response.text'],
  },
};
