import { Button } from '@mantine/core';
import { IconArrowsSplit, IconLink, IconLinkOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '@/components/data-table';
import { QueryView } from '@/components/query-view';
import { LineSkeleton } from '@/components/tile-skeleton';
import { formatDateTime } from '@/lib/format/dates';
import { identifierName } from '@/lib/format/identifiers';
import { formatSentence } from '@/lib/format/sentences';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type Merge, mergesQuery } from '../api/get-merges';
import type { Profile } from '../api/get-profile';
import styles from './profile-identity.module.css';
import { sourceName } from './traits';
import { UnmergeDialog } from './unmerge-dialog';

/** What a customer is known by, which calls brought it together, and the way to take it apart. */
export function ProfileIdentity({ profile }: { profile: Profile }) {
  const { key: workspace } = useWorkspace();
  const merges = useQuery(mergesQuery(workspace, profile.id));
  const [undone, setUndone] = useState<Merge | null>(null);
  return (
    <>
      <DataTable
        caption="Identifiers"
        rows={profile.identifiers}
        rowKey={({ kind, value }) => `${kind} ${value}`}
        columns={[
          { id: 'kind', header: 'Kind', cell: ({ kind }) => identifierName(kind) },
          { id: 'value', header: 'Value', wrap: true, cell: ({ value }) => <span className={styles.value}>{value}</span> },
          { id: 'source', header: 'Source', from: 'medium', cell: ({ source }) => sourceName(source) },
          { id: 'first', header: 'First seen', from: 'medium', cell: ({ firstSeen }) => formatDateTime(firstSeen) },
        ]}
      />
      <div className={styles.merges}>
        <QueryView query={merges} skeleton={<LineSkeleton lines={4} label="Loading how they came together" />}>
          {({ items, refused }) => (
            <>
              <h3>How these came together</h3>
              {items.length === 0 ? <p className={styles.note}>There is one identifier, so nothing was joined.</p> : null}
              <ul className={styles.links} aria-label="Merges">
                {items.map((merge) => (
                  <li key={`${merge.messageId} ${merge.one.value ?? ''} ${merge.other.value ?? ''}`}>
                    <IconLink size={17} aria-hidden="true" />
                    <span className={styles.sentence}>
                      {formatSentence(merge.sentence)} <span className={styles.note}>{sourceName(merge.source)}</span>
                    </span>
                    <Button size="compact-xs" variant="default" leftSection={<IconArrowsSplit size={13} aria-hidden="true" />} aria-label={`Undo: ${formatSentence(merge.sentence)}`} onClick={() => setUndone(merge)}>
                      Undo merge
                    </Button>
                  </li>
                ))}
              </ul>
              {refused.length > 0 ? (
                <>
                  <h3>What was not joined</h3>
                  <ul className={styles.links} aria-label="Merges that were refused">
                    {refused.map(({ link, reason }) => (
                      <li key={`${link.messageId} ${link.other.value ?? ''}`}>
                        <IconLinkOff size={17} aria-hidden="true" />
                        <span className={styles.sentence}>
                          {formatSentence(link.sentence)} <b>{formatSentence(reason)}</b>
                        </span>
                      </li>
                    ))}
                  </ul>
                </>
              ) : null}
            </>
          )}
        </QueryView>
      </div>
      {undone ? <UnmergeDialog profile={profile} merge={undone} onClose={() => setUndone(null)} /> : null}
    </>
  );
}
