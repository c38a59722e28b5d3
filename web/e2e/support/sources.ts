import type { Page } from '@playwright/test';
import { expect } from './test.ts';

const origin = () => process.env.TESSERA_E2E_URL ?? '';

/** The write key of a source that is made beside the screens; of one that is there, another key. */
export async function makeSource(page: Page, workspace: string, name: string): Promise<string> {
  const headers = { 'Tessera-Workspace': workspace, Origin: origin() };
  let answer = await page.request.post('/api/sources', { headers, data: { name, kind: 'http' } });
  if (answer.status() === 409) answer = await page.request.post(`/api/sources/${name}/rotate`, { headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { writeKey: string }).writeKey;
}

/** Sends tracking calls, as one batch. */
export async function send(page: Page, writeKey: string, ...batch: object[]): Promise<void> {
  const answer = await page.request.post('/v1/batch', { headers: { Authorization: `Basic ${btoa(`${writeKey}:`)}`, Origin: origin() }, data: { batch } });
  expect(answer.status()).toBe(200);
}
