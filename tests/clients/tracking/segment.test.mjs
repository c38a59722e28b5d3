// Segment's SDK for Node.js, unchanged, against the server named by the environment: TESSERA_URL and TESSERA_WRITE_KEY.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Analytics } from '@segment/analytics-node';

it('sends every kind of call and is told that they arrived', async () => {
  const analytics = new Analytics({ writeKey: process.env.TESSERA_WRITE_KEY, host: process.env.TESSERA_URL, flushAt: 4, maxRetries: 0 });
  const failures = [];
  const delivered = [];
  analytics.on('error', (failure) => failures.push(failure));
  analytics.on('http_request', ({ url }) => delivered.push(url));

  const userId = 'segment-node';
  analytics.identify({ userId, traits: { plan: 'pro', email: 'ada@example.com' } });
  analytics.track({ userId, event: 'Opened', properties: { door: 'blue' }, timestamp: new Date('2024-03-01T10:00:00Z') });
  analytics.page({ userId, name: 'Home', properties: { url: '/' } });
  analytics.screen({ anonymousId: 'segment-device', name: 'Cart' });
  analytics.group({ userId, groupId: 'acme', traits: { seats: 3 } });
  analytics.alias({ userId, previousId: 'segment-device' });
  await analytics.closeAndFlush({ timeout: 20_000 });

  assert.deepEqual(failures, []);
  assert.ok(delivered.length >= 2, 'two batches at least');
});
