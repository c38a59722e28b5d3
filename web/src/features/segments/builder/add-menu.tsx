import { Button, Menu } from '@mantine/core';
import { IconBolt, IconBrackets, IconBuilding, IconChartBar, IconClock, IconDice5, IconMail, IconPlus, IconRepeat, IconRoute, IconUser, IconUsersGroup, type Icon } from '@tabler/icons-react';
import type { Expression } from '../definition/expression';
import { startingCondition, startingProperty, type Starting } from '../definition/starting';
import { useVocabulary } from '../definition/vocabulary';
import styles from './builder.module.css';
import { useScope } from './scope';

interface AddMenuProps {
  /** The group that is added to. */
  name: string;
  isEmpty: boolean;
  onAdd: (node: Expression) => void;
}

interface Family {
  readonly kind: Starting;
  readonly icon: Icon;
  readonly label: string;
  readonly example: string;
}

const families: readonly { title: string; items: readonly Family[] }[] = [
  {
    title: 'What they do',
    items: [
      { kind: 'did', icon: IconBolt, label: 'Did something', example: 'exported a file 3 times in 14 days' },
      { kind: 'recency', icon: IconClock, label: 'First or last time', example: 'last signed in over 14 days ago' },
      { kind: 'regularly', icon: IconRepeat, label: 'Regularly', example: 'every week, in 3 of the last 4' },
      { kind: 'sequence', icon: IconRoute, label: 'One after the other', example: 'a trial, then an invitation within 3 days' },
      { kind: 'measure', icon: IconChartBar, label: 'A number', example: 'spent over 500, or 20% less than before' },
      { kind: 'company', icon: IconBuilding, label: 'Their company', example: 'colleagues exported 20 files' },
    ],
  },
  {
    title: 'Who they are',
    items: [
      { kind: 'trait', icon: IconUser, label: 'Something known', example: 'plan, country, scores, device' },
      { kind: 'segment', icon: IconUsersGroup, label: 'Another segment', example: 'in it, entered, or left' },
      { kind: 'consent', icon: IconMail, label: 'Consent', example: 'agreed to e-mail' },
      { kind: 'chance', icon: IconDice5, label: 'By chance', example: 'a stable random 10%' },
    ],
  },
];

/** Adds a condition of any family, or a group of them. */
export function AddMenu({ name, isEmpty, onAdd }: AddMenuProps) {
  const vocabulary = useVocabulary();
  const scope = useScope();
  const plus = <IconPlus size={14} aria-hidden="true" />;
  if (scope.kind === 'event') {
    return (
      <span className={styles.adds}>
        <Button variant="subtle" size="compact-xs" leftSection={plus} aria-label={`Add a property to ${name}`} onClick={() => onAdd(startingProperty())}>
          Property
        </Button>
        <Button variant="subtle" size="compact-xs" leftSection={plus} aria-label={`Add a group to ${name}`} onClick={() => onAdd({ type: 'any', items: [startingProperty()] })}>
          Group
        </Button>
      </span>
    );
  }
  return (
    <span className={styles.adds}>
      <Menu position="bottom-start" shadow="md" width="min(420px, calc(100vw - 40px))" returnFocus={false}>
        <Menu.Target>
          <Button variant={isEmpty ? 'filled' : 'subtle'} size="compact-sm" leftSection={plus} aria-label={`Add a condition to ${name}`}>
            Condition
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {families.map(({ title, items }) => (
            <div key={title} role="group" aria-label={title}>
              <Menu.Label aria-hidden="true">{title}</Menu.Label>
              {items.map(({ kind, icon: Mark, label, example }) => (
                <Menu.Item key={kind} leftSection={<Mark size={17} stroke={1.8} aria-hidden="true" />} onClick={() => onAdd(startingCondition(kind, vocabulary))}>
                  <span className={styles.family}>
                    {label} <span className={styles.example}>{example}</span>
                  </span>
                </Menu.Item>
              ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="subtle" size="compact-sm" leftSection={<IconBrackets size={14} aria-hidden="true" />} aria-label={`Add a group to ${name}`} onClick={() => onAdd(startingCondition('group', vocabulary))}>
        Group
      </Button>
    </span>
  );
}
