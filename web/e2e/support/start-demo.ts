import { chromium, type FullConfig } from '@playwright/test';
import { type Demo, newSignInLink, startDemo, stateFile } from './demo.ts';

/** A demo that runs already, if the environment names its address and its data: for whoever writes tests and does not want to wait. */
function runningDemo(): Demo | null {
  const { TESSERA_E2E_URL: url, TESSERA_E2E_DATA: dataDirectory } = process.env;
  return url && dataDirectory ? { url, dataDirectory, stop: () => Promise.resolve() } : null;
}

/** Starts the demo once for all tests and signs a browser in; what it returns stops it again. */
export default async function start(config: FullConfig): Promise<() => Promise<void>> {
  const demo = runningDemo() ?? (await startDemo());
  process.env.TESSERA_E2E_URL = demo.url;
  process.env.TESSERA_E2E_DATA = demo.dataDirectory;
  try {
    const browser = await chromium.launch(config.projects[0]?.use.launchOptions);
    const page = await browser.newPage();
    await page.goto(await newSignInLink());
    await page.waitForURL(/\/w\/.+\/overview/);
    await page.context().storageState({ path: stateFile });
    await browser.close();
  } catch (error) {
    await demo.stop();
    throw error;
  }
  return demo.stop;
}
