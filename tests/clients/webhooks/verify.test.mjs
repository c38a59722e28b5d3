// The verifier that the Standard Webhooks project publishes, unchanged, on a delivery that the environment holds:
// DELIVERY is the JSON of { body, headers }, SECRETS the JSON of the secrets that must verify it.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Webhook } from 'standardwebhooks';

const { body, headers } = JSON.parse(process.env.DELIVERY);

it('is verified by every secret that it was signed with', () => {
  for (const secret of JSON.parse(process.env.SECRETS)) {
    assert.deepEqual(new Webhook(secret).verify(body, headers), JSON.parse(body));
  }
});

it('is refused when anything of it was changed, and by any other secret', () => {
  const [secret] = JSON.parse(process.env.SECRETS);
  assert.throws(() => new Webhook(secret).verify(`${body} `, headers));
  assert.throws(() => new Webhook(secret).verify(body, { ...headers, 'webhook-id': 'msg_other' }));
  assert.throws(() => new Webhook(secret).verify(body, { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }));
  assert.throws(() => new Webhook(`whsec_${Buffer.alloc(32, 7).toString('base64')}`).verify(body, headers));
});
