/** Devices, printers, notifications: operations that exclude each other. */
import type { Family } from '../family.js';

/** Long enough for the next call to meet it, short enough for a test. */
const BUSY_MS = 2000;

export const devices: Family[] = [
  {
    collections: ['/teamwork/devices'],
    actions: ['restart', 'runDiagnostics', 'updateSoftware'].map((name) => ({
      path: `/teamwork/devices/{}/${name}`,
      status: 202,
      busyMs: BUSY_MS,
      conflict: {
        rule: 'graph/teamwork-device-busy',
        record: 'graph-teamworkdevice-operation-queued',
        status: 409,
        message: 'The operation is queued already.',
      },
    })),
  },
  {
    collections: ['/deviceManagement/deviceConfigurations', '/deviceManagement/configurationPolicies'],
    actions: [
      {
        path: '/deviceManagement/windowsAutopilotSettings/sync',
        status: 204,
        busyMs: BUSY_MS,
        conflict: {
          rule: 'graph/autopilot-sync-running',
          record: 'graph-intune-autopilot-sync-in-progress',
          status: 409,
          message: 'A synchronization is running.',
        },
      },
    ],
  },
  { collections: ['/print/printers'] },
  {
    collections: ['/print/connectors'],
    guards: [
      {
        kind: 'in-use',
        collection: '/print/printers',
        field: 'connectors',
        conflict: {
          rule: 'graph/print-connector-in-use',
          record: 'graph-printconnector-has-printers',
          status: 409,
          message: 'Before deleting the connector, please unregister the associated printers.',
        },
      },
    ],
  },
];
