import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Makes a workspace beside the screens, unless it is there. */
export async function makeWorkspace(page: Page, key: string): Promise<void> {
  const answer = await page.request.post('/api/workspaces', { headers: { Origin: process.env.TESSERA_E2E_URL ?? '' }, data: { key, name: key, currency: 'EUR' } });
  expect([201, 409]).toContain(answer.status());
}
