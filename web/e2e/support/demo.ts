import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the signed-in browser state of a run lies. */
export const stateFile = fileURLToPath(new URL('../../test-results/.signed-in.json', import.meta.url));

const root = fileURLToPath(new URL('../../../', import.meta.url));
const startMs = 10 * 60_000;
const stopMs = 30_000;

export interface Demo {
  url: string;
  dataDirectory: string;
  stop: () => Promise<void>;
}

function exited(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => { resolve(); });
  });
}

/** Resolves with the sign-in link that the demo prints once everything is filled and answers. */
function printedLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const late = setTimeout(() => {
      reject(new Error(`./tessera demo printed no address in time:\n${printed}`));
    }, startMs);
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const link = /https?:\/\/\S+\/sign-in#\S+/.exec(printed)?.[0];
      if (!link || !/^Ready\.$/m.test(printed)) return;
      clearTimeout(late);
      resolve(link);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`./tessera demo ended with ${String(code)}:\n${printed}`));
    });
  });
}

/** Starts `./tessera demo` as a user would, on data of its own, and waits until it has printed its address. */
export async function startDemo(): Promise<Demo> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'tessera-e2e-'));
  const child = spawn('./tessera', ['demo', '--no-open', '--data', dataDirectory, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    // The tests' receiver of webhooks is on this machine, without TLS.
    env: { ...process.env, TESSERA_ALLOW_PRIVATE_WEBHOOKS: '1' },
  });
  const stop = async () => {
    child.kill('SIGINT');
    const stubborn = setTimeout(() => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, stopMs);
    await exited(child);
    clearTimeout(stubborn);
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  try {
    const link = await printedLink(child);
    return { url: new URL(link).origin, dataDirectory, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A fresh one-time link, as `./tessera link` prints it. */
export async function newSignInLink(): Promise<string> {
  const url = process.env.TESSERA_E2E_URL ?? '';
  const token = readFileSync(join(process.env.TESSERA_E2E_DATA ?? '', 'admin.token'), 'utf8').trim();
  const response = await fetch(`${url}/api/session/links`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`No sign-in link: the server answered ${String(response.status)}.`);
  return ((await response.json()) as { url: string }).url;
}
