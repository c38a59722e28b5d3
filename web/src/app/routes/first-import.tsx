import { ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { StateMessage } from '@/components/state-message';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './first-import.module.css';

const steps = [
  { title: 'Bring a file', text: 'A year of orders as CSV, TSV or XLSX: one line per item, with a date, a customer and an amount. Gzip is fine.' },
  { title: 'Check the guess', text: 'Tessera reads the header and the values, shows which column it takes for what, and asks where a date could mean two days.' },
  { title: 'See the picture', text: 'Customers, RFM segments, their value and their trend, each with its reason.' },
];

/** The start of an empty workspace: what to bring and what comes of it. */
export function FirstImport() {
  const { key: workspace, name } = useWorkspace();
  return (
    <Page title="Welcome to Tessera" lead={`${name} has no data yet. It takes one file and a few minutes.`}>
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
          title="Import your orders"
          actions={
            <ButtonLink to="/w/$workspace/imports/new" params={{ workspace }}>
              Choose a file
            </ButtonLink>
          }
        >
          Or on the command line: <code>./tessera import orders FILE</code>
        </StateMessage>
      </Panel>
    </Page>
  );
}
