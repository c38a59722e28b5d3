import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { AnchorLink } from '@/components/links';
import { identifierName } from '@/lib/format/identifiers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { Merge } from '../api/get-merges';
import type { Profile } from '../api/get-profile';
import { useUnmerge } from '../api/unmerge';
import styles from './unmerge-dialog.module.css';

interface UnmergeDialogProps {
  profile: Profile;
  merge: Merge;
  onClose: () => void;
}

const nameOf = ({ kind, value }: { kind?: string | undefined; value?: string | undefined }) => `${kind ?? ''}:${value ?? ''}`;

/** Asks which identifiers are somebody else's; what they did goes with them, and they are kept apart for good. */
export function UnmergeDialog({ profile, merge, onClose }: UnmergeDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>([nameOf(merge.other)]);
  const unmerging = useUnmerge(profile.id);
  const identifiers = profile.identifiers.filter((identifier) => chosen.includes(nameOf(identifier)));
  const isPossible = identifiers.length > 0 && identifiers.length < profile.identifiers.length;
  return (
    <ConfirmDialog
      opened
      title={unmerging.data ? 'Kept apart' : 'Undo this merge?'}
      answer={unmerging.data ? <Parted profiles={unmerging.data.profiles} onClose={onClose} /> : undefined}
      action="Keep them apart"
      busy={unmerging.isPending}
      error={unmerging.error ?? (isPossible ? undefined : new Error('Choose some of the identifiers, but not all.'))}
      onClose={onClose}
      onConfirm={() => {
        if (isPossible) unmerging.mutate(identifiers.map(({ kind, value }) => ({ kind, value })));
      }}
    >
      <p>Choose what is somebody else’s. All that was done under it goes along: events, orders, traits and segments. Whatever calls say later, the two stay apart; under the identity rules they can be let together again.</p>
      <Checkbox.Group label="Take out" mt="md" value={[...chosen]} onChange={setChosen}>
        <Stack gap={6} mt={6}>
          {profile.identifiers.map((identifier) => (
            <Checkbox key={nameOf(identifier)} value={nameOf(identifier)} label={`${identifierName(identifier.kind)} ${identifier.value}`} />
          ))}
        </Stack>
      </Checkbox.Group>
    </ConfirmDialog>
  );
}

/** The button that was pressed is gone, so the answer takes the focus. */
function focusIn(element: HTMLElement | null): void {
  element?.focus();
}

function Parted({ profiles, onClose }: { profiles: readonly string[]; onClose: () => void }) {
  const { key: workspace } = useWorkspace();
  return (
    <div ref={focusIn} tabIndex={-1} className={styles.parted}>
      <p>They are {String(profiles.length)} customers now. What they did is being counted anew.</p>
      <ul>
        {profiles.map((profileId, index) => (
          <li key={profileId}>
            <AnchorLink to="/w/$workspace/customers/$profileId" params={{ workspace, profileId }} onClick={onClose}>
              {index === 0 ? 'The one' : 'The other'}
            </AnchorLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
