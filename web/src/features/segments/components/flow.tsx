import { SegmentedControl } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AnchorLink } from '@/components/links';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { SegmentName } from '@/components/segment-name';
import { LineSkeleton } from '@/components/tile-skeleton';
import { segmentColour } from '@/config/segment-colours';
import { daysBefore, formatDate } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { flowQuery, type SegmentFlow } from '../api/get-flow';
import styles from './flow.module.css';

interface FlowProps {
  segmentKey: string;
  /** The day that the flow is shown up to. */
  asOf: string | null | undefined;
}

const spans = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
];

/** Who came and who went, from where and where to. */
export function Flow({ segmentKey, asOf }: FlowProps) {
  const { key: workspace } = useWorkspace();
  const [span, setSpan] = useState('30');
  const flow = useQuery(flowQuery(workspace, segmentKey, asOf ? { from: daysBefore(asOf, Number(span)) } : {}));
  return (
    <Panel
      title="Flow"
      description={flow.data ? `${formatDate(flow.data.from)} to ${formatDate(flow.data.to)}` : ' '}
      actions={<SegmentedControl size="xs" aria-label="Over the last" data={spans} value={span} onChange={setSpan} />}
    >
      <QueryView query={flow} skeleton={<LineSkeleton lines={6} label="Loading the flow" />}>
        {(data) => (
          <div className={styles.flow}>
            <Side flow={data} direction="entered" />
            <Side flow={data} direction="left" />
          </div>
        )}
      </QueryView>
    </Panel>
  );
}

const words = {
  entered: { title: 'Entered', none: 'Nobody entered.', parts: 'Where they were before', nowhere: 'in no other segment', sign: '+', icon: IconArrowDownLeft },
  left: { title: 'Left', none: 'Nobody left.', parts: 'Where they are now', nowhere: 'in no other segment', sign: '−', icon: IconArrowUpRight },
} as const;

function Side({ flow, direction }: { flow: SegmentFlow; direction: 'entered' | 'left' }) {
  const { title, none, parts, nowhere, sign, icon: Mark } = words[direction];
  const { key: workspace } = useWorkspace();
  const total = flow[direction];
  const shown = (direction === 'entered' ? flow.cameFrom : flow.wentTo).slice(0, 6);
  const largest = Math.max(1, ...shown.map(({ count }) => count));
  return (
    <section className={styles.side} aria-label={title}>
      <h3 className={styles.title}>
        <Mark size={17} aria-hidden="true" />
        {title}
        <span className={styles.total}>{total === 0 ? '0' : `${sign}${formatCount(total)}`}</span>
      </h3>
      {total === 0 ? <p className={styles.quiet}>{none}</p> : null}
      {flow.recalculated[direction] > 0 ? <p className={styles.quiet}>{`${formatCount(flow.recalculated[direction])} more when the definition was counted`}</p> : null}
      {flow.merged[direction] > 0 ? <p className={styles.quiet}>{`${formatCount(flow.merged[direction])} more when customers turned out to be one`}</p> : null}
      {total > 0 && shown.length > 0 ? (
        <>
          <p className={styles.quiet}>{parts}</p>
          <ul className={styles.parts}>
            {shown.map(({ key, name, count }) => (
              <li key={key ?? ''} className={styles.part}>
                {key === null ? (
                  <span className={styles.quiet}>{nowhere}</span>
                ) : (
                  <AnchorLink c="inherit" to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: key }}>
                    <SegmentName segmentKey={key} name={name} />
                  </AnchorLink>
                )}
                <span className={styles.count}>{formatCount(count)}</span>
                <span className={styles.track} aria-hidden="true">
                  <span className={styles.bar} style={{ width: `${String((count / largest) * 100)}%`, background: key === null ? 'var(--line-strong)' : segmentColour(key) }} />
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
