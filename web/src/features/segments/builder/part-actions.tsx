import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBan, IconBrackets, IconBracketsOff, IconCode, IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { duplicate, move, negate, nodeAt, type Place, remove, unwrap, wrap } from '../definition/edit';
import { placeName } from '../definition/missing';
import styles from './builder.module.css';
import { DragHandle } from './drop-place';
import { useScope } from './scope';
import { useTextEditing } from './text-editing';
import { useTree } from './tree-context';

interface PartActionsProps {
  place: Place;
  isGroup?: boolean;
}

/** What can be done with a part: move, copy, remove, turn around, put into brackets. */
export function PartActions({ place, isGroup = false }: PartActionsProps) {
  const { root, apply } = useTree();
  const scope = useScope();
  const text = useTextEditing(place);
  const name = `${isGroup ? 'group' : 'condition'} ${placeName(place)}`;
  const up = move(root, place, 'up');
  const down = move(root, place, 'down');
  const isNegated = nodeAt(root, place)?.type === 'not';
  return (
    <span className={styles.actions} data-controls>
      <DragHandle place={place} />
      <Menu position="bottom-end" withinPortal shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="md" aria-label={`More for ${name}`} data-control="more">
            <IconDots size={15} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowUp size={15} aria-hidden="true" />} rightSection={<Keys arrow="↑" />} disabled={!up} onClick={() => apply(up, { say: `Moved to place ${placeName(up?.place ?? [])}.`, control: 'more' })}>
            Move up
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size={15} aria-hidden="true" />} rightSection={<Keys arrow="↓" />} disabled={!down} onClick={() => apply(down, { say: `Moved to place ${placeName(down?.place ?? [])}.`, control: 'more' })}>
            Move down
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={15} aria-hidden="true" />} onClick={() => apply(duplicate(root, place), { say: 'Duplicated.' })}>
            Duplicate
          </Menu.Item>
          <Menu.Item leftSection={<IconBan size={15} aria-hidden="true" />} onClick={() => apply(negate(root, place), { say: 'Turned around.' })}>
            {isNegated ? 'Must be true again' : 'Must not be true'}
          </Menu.Item>
          <Menu.Item leftSection={<IconBrackets size={15} aria-hidden="true" />} onClick={() => apply(wrap(root, place), { say: 'Put into a group.' })}>
            Put into a group
          </Menu.Item>
          {isGroup ? (
            <Menu.Item leftSection={<IconBracketsOff size={15} aria-hidden="true" />} onClick={() => apply(unwrap(root, place), { say: 'The group is dissolved.' })}>
              Dissolve the group
            </Menu.Item>
          ) : null}
          {!isGroup && scope.kind === 'customer' ? (
            <Menu.Item leftSection={<IconCode size={15} aria-hidden="true" />} onClick={text.start}>
              Edit as text
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon variant="subtle" color="gray" size="md" aria-label={`Remove ${name}`} data-control="remove" onClick={() => apply(remove(root, place), { say: 'Removed.', control: 'remove' })}>
        <IconTrash size={15} aria-hidden="true" />
      </ActionIcon>
    </span>
  );
}

/** By which keys the same is done without the menu. */
function Keys({ arrow }: { arrow: string }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      Alt Shift {arrow}
    </span>
  );
}
