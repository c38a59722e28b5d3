// RudderStack's SDK for Node.js, unchanged, against the server named by the environment: TESSERA_URL and TESSERA_WRITE_KEY.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import Analytics from '@rudderstack/rudder-sdk-node';

it('sends every kind of call, packed with gzip, and is told that they arrived', async () => {
  const analytics = new Analytics(process.env.TESSERA_WRITE_KEY, { dataPlaneUrl: process.env.TESSERA_URL, gzip: true, flushAt: 100 });
  const userId = 'rudder-node';
  analytics.identify({ userId, traits: { plan: 'free' } });
  analytics.track({ userId, event: 'Opened', properties: { door: 'green' }, originalTimestamp: new Date('2024-03-01T10:00:00Z') });
  analytics.page({ userId, name: 'Home', properties: { url: '/' } });
  analytics.screen({ anonymousId: 'rudder-device', name: 'Cart' });
  analytics.group({ userId, groupId: 'acme', traits: { seats: 3 } });
  analytics.alias({ userId, previousId: 'rudder-device' });

  await assert.doesNotReject(new Promise((resolve, reject) => {
    analytics.flush((failure, data) => (failure ? reject(failure) : resolve(data)));
  }));
});
