import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Makes a segment beside the screens, unless it is there, and waits until its members are known. */
export async function makeSegment(page: Page, workspace: string, key: string, definition: string): Promise<void> {
  const headers = { 'Tessera-Workspace': workspace, Origin: process.env.TESSERA_E2E_URL ?? '' };
  const answer = await page.request.post('/api/segments', { headers, data: { key, name: key, definition } });
  expect([201, 409]).toContain(answer.status());
  await expect.poll(async () => ((await (await page.request.get(`/api/segments/${key}`, { headers })).json()) as { state: string }).state).toBe('ready');
}
