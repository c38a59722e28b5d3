import { Button, Collapse } from '@mantine/core';
import { useState } from 'react';
import { AnchorLink } from '@/components/links';
import { SegmentName } from '@/components/segment-name';
import { formatDate } from '@/lib/format/dates';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './own-segments.module.css';
import { WhyInSegment } from './why-in-segment';

interface Membership {
  readonly key: string;
  readonly name: string;
  readonly since: string | null;
}

/** The written segments that a customer is in, each with the reason at hand. */
export function OwnSegments({ profileId, memberships }: { profileId: string; memberships: readonly Membership[] }) {
  return (
    <ul className={styles.memberships}>
      {memberships.map((membership) => (
        <Row key={membership.key} profileId={profileId} membership={membership} />
      ))}
    </ul>
  );
}

function Row({ profileId, membership: { key, name, since } }: { profileId: string; membership: Membership }) {
  const { key: workspace } = useWorkspace();
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.membership}>
      <div className={styles.head}>
        <AnchorLink c="inherit" fw={550} to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: key }}>
          <SegmentName segmentKey={key} name={name} />
        </AnchorLink>
        <span className={styles.since}>{since ? `since ${formatDate(since)}` : ''}</span>
        <Button size="compact-xs" variant="subtle" aria-expanded={open} aria-label={`Why in ${name}`} onClick={() => setOpen(!open)}>
          Why
        </Button>
      </div>
      <Collapse expanded={open}>
        {open ? (
          <div className={styles.reason}>
            <WhyInSegment segmentKey={key} profileId={profileId} />
          </div>
        ) : null}
      </Collapse>
    </li>
  );
}
