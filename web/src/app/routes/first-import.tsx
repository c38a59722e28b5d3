import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { StateMessage } from '@/components/state-message';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { ArrivalProgress } from '../arrival/arrival-progress';
import { useArrival } from '../arrival/use-arrival';
import { WaysIn } from '../arrival/ways-in';
import styles from './first-import.module.css';
import { LastAttempt } from './last-attempt';

const steps = [
  { title: 'Bring a file', text: 'A year of orders as CSV, TSV or XLSX: one line per item, with a date, a customer and an amount. Gzip is fine.' },
  { title: 'Check the guess', text: 'Tessera reads the header and the values, shows which column it takes for what, and asks where a date could mean two days.' },
  { title: 'See the picture', text: 'Customers, RFM segments, their value and their trend, each with its reason.' },
];

function Invitation() {
  return (
    <Panel title="From orders to segments">
      <ol className={styles.steps}>
        {steps.map(({ title, text }, index) => (
          <li key={title} className={styles.step}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h3>{title}</h3>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ol>
      <StateMessage
        mood="empty"
        title="Import your orders, or let your shop send"
        actions={<WaysIn importWords="Choose a file" />}
      >
        On the command line: <code>./tessera import orders FILE</code>. A source is a key and a snippet to paste: what customers do arrives live.
      </StateMessage>
    </Panel>
  );
}

/** The start of an empty workspace: what to bring and what comes of it, or how far what is coming already is. */
export function FirstImport({ askedAt }: { /** When the figures were asked for last. */ askedAt: number }) {
  const { name } = useWorkspace();
  const arrival = useArrival(askedAt);
  if (arrival.kind !== 'none') {
    return (
      <Page title="Your picture is being laid" lead={`${name} is being filled. This page turns into the overview by itself.`}>
        <Panel title="On its way">
          <div role="status">
            <ArrivalProgress arrival={arrival} />
          </div>
        </Panel>
      </Page>
    );
  }
  return (
    <Page
      title="Welcome to Tessera"
      lead={`${name} has no data yet. A file of orders or a product that sends what people do: either takes a few minutes.`}
    >
      <LastAttempt />
      <Invitation />
    </Page>
  );
}
