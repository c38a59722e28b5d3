import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/links';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { SegmentName } from '@/components/segment-name';
import { ShareBar } from '@/components/share-bar';
import { LineSkeleton } from '@/components/tile-skeleton';
import { segmentColour } from '@/config/segment-colours';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { overlapsQuery } from '../api/get-overlaps';
import styles from './overlaps.module.css';

const shown = 7;

/** In which other segments the members are too, each leading to the comparison. */
export function Overlaps({ segmentKey }: { segmentKey: string }) {
  const { key: workspace } = useWorkspace();
  const overlaps = useQuery(overlapsQuery(workspace, segmentKey));
  return (
    <Panel
      title="Also in"
      description="Which part of the members is in other segments too."
      actions={
        <AnchorLink size="sm" to="/w/$workspace/segment-comparison" params={{ workspace }} search={{ a: segmentKey }}>
          Compare with another
        </AnchorLink>
      }
    >
      <QueryView
        query={overlaps}
        skeleton={<LineSkeleton lines={6} label="Loading the overlaps" />}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={styles.quiet}>No member is in another segment.</p>}
      >
        {({ items }) => (
          <ul className={styles.overlaps}>
            {items.slice(0, shown).map(({ key, name, count, share }) => (
              <li key={key} className={styles.overlap}>
                <AnchorLink c="inherit" to="/w/$workspace/segment-comparison" params={{ workspace }} search={{ a: segmentKey, b: key }}>
                  <SegmentName segmentKey={key} name={name} />
                </AnchorLink>
                <span className={styles.count}>{formatCount(count)}</span>
                <ShareBar share={share} colour={segmentColour(key)} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  );
}
