import { classes } from '@/lib/classes';
import { formatBytes, formatCount } from '@/lib/format/numbers';
import type { SystemInformation } from '../api/get-system';
import styles from './system-facts.module.css';

const stateNames: Record<string, string> = { ready: 'Ready', starting: 'Starting', restarting: 'Restarting', failed: 'Failed', stopped: 'Stopped' };
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

function uptime(seconds: number): string {
  if (seconds < minute) return 'less than a minute';
  if (seconds < hour) return `${formatCount(Math.floor(seconds / minute))} min`;
  if (seconds < day) return `${formatCount(Math.floor(seconds / hour))} h ${formatCount(Math.floor((seconds % hour) / minute))} min`;
  return `${formatCount(Math.floor(seconds / day))} d ${formatCount(Math.floor((seconds % day) / hour))} h`;
}

export function SystemFacts({ facts: { version, engine, dataDirectory, uptimeSeconds } }: { facts: SystemInformation }) {
  return (
    <dl className={styles.facts}>
      <dt>Engine</dt>
      <dd>
        <span className={classes(styles.tile, engine.state === 'ready' ? styles.good : styles.bad)} aria-hidden="true" />
        {stateNames[engine.state] ?? engine.state}
        {engine.version ? `, ClickHouse ${engine.version}` : ''}, {engine.kind === 'external' ? 'a server of its own' : 'embedded'}
      </dd>
      <dt>Restarts of the engine</dt>
      <dd>{formatCount(engine.restarts)}</dd>
      {engine.memoryBytes ? (
        <>
          <dt>Memory used by the engine</dt>
          <dd>{formatBytes(engine.memoryBytes)}</dd>
        </>
      ) : null}
      {engine.lastError ? (
        <>
          <dt>Last error of the engine</dt>
          <dd>{engine.lastError}</dd>
        </>
      ) : null}
      {engine.warnings.length > 0 ? (
        <>
          <dt>To be seen to</dt>
          <dd>{engine.warnings.join(' ')}</dd>
        </>
      ) : null}
      <dt>Tessera</dt>
      <dd>{version}</dd>
      <dt>Running for</dt>
      <dd>{uptime(uptimeSeconds)}</dd>
      {dataDirectory ? (
        <>
          <dt>Data directory</dt>
          <dd>
            <code>{dataDirectory}</code>
          </dd>
        </>
      ) : null}
    </dl>
  );
}
