import { Sparkline } from '@/components/sparkline';
import { formatCount, formatDecimal } from '@/lib/format/numbers';
import type { Stage } from '../api/get-pipeline';
import styles from './stage-flow.module.css';

interface StageFlowProps {
  stages: readonly Stage[];
  rates: Readonly<Record<string, readonly number[]>>;
}

/** Stages that a call leaves the way at; the others follow one another. */
const aside = new Set(['refused', 'duplicate']);

const explained: Record<string, string> = {
  received: 'calls that came in',
  accepted: 'valid, and durable before they are acknowledged',
  refused: 'no valid calls: kept aside with the reason',
  duplicate: 'sent twice: counted once',
  resolved: 'found whose they are',
  live: 'segments brought up to date',
  stored: 'in the engine, for counts and questions',
};

/** The way of a call through the pipeline, with how fast each stage is now. */
export function StageFlow({ stages, rates }: StageFlowProps) {
  const main = stages.filter(({ key }) => !aside.has(key));
  const left = stages.filter(({ key }) => aside.has(key));
  return (
    <>
      <ol className={styles.flow} aria-label="Stages of the pipeline">
        {main.map((stage) => (
          <StageCard key={stage.key} stage={stage} rates={rates[stage.key] ?? []} />
        ))}
      </ol>
      {left.length > 0 ? (
        <ul className={styles.aside} aria-label="What leaves the way">
          {left.map(({ key, name, total, perSecond }) => (
            <li key={key}>
              <b>{name}</b> {formatCount(total)}
              {perSecond > 0 ? `, ${formatDecimal(perSecond)} a second now` : ''} <span className={styles.explained}>{explained[key]}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

const lateSeconds = 5;

function StageCard({ stage: { key, name, total, perSecond, backlog, lagSeconds }, rates }: { stage: Stage; rates: readonly number[] }) {
  const isLate = lagSeconds !== null && lagSeconds >= lateSeconds;
  return (
    <li className={styles.stage} data-late={isLate}>
      <h3 className={styles.name}>{name}</h3>
      <p className={styles.rate}>
        {formatDecimal(perSecond, perSecond < 10 ? 1 : 0)}
        <span className={styles.unit}> /s</span>
      </p>
      <Sparkline values={rates} label={`${name}: calls a second over the last minute`} width={132} height={30} />
      <p className={styles.note}>{explained[key]}</p>
      <p className={styles.note}>
        {formatCount(total)} in all
        {backlog === null ? '' : `, ${backlog === 0 ? 'none waits' : `${formatCount(backlog)} wait`}`}
        {isLate ? `, ${formatDecimal(lagSeconds, 0)} s behind` : ''}
      </p>
    </li>
  );
}
