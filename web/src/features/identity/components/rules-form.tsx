import { ActionIcon, Button, Group, MultiSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem } from '@/lib/api/problem';
import { identifierName } from '@/lib/format/identifiers';
import { notifyDone } from '@/lib/notify';
import { type IdentityRules, type KindRule, useSaveRules } from '../api/identity-rules';
import { moved } from '../move-item';
import styles from './rules-form.module.css';

const everyOther = '*';

function kindTitle(kind: string): string {
  return kind === everyOther ? 'Every other kind' : identifierName(kind);
}

/** The rules: which kind counts first, how many of it one customer may have, with what it may be joined, and what says nothing. */
export function RulesForm({ rules }: { rules: IdentityRules }) {
  const [kinds, setKinds] = useState<readonly KindRule[]>(rules.kinds);
  const [blocked, setBlocked] = useState<readonly string[]>(rules.blocked);
  const [added, setAdded] = useState('');
  const saving = useSaveRules();
  const names = kinds.map(({ kind }) => kind);
  const change = (kind: string, part: Partial<KindRule>) => setKinds(kinds.map((rule) => (rule.kind === kind ? { ...rule, ...part } : rule)));
  const isChanged = kinds !== rules.kinds || blocked !== rules.blocked;

  function save(asked: { kinds: KindRule[] | null; blocked: string[] | null }) {
    // The form is another one as soon as the rules are, and callbacks of a form that is gone are not called.
    saving.mutateAsync(asked).then(
      () => notifyDone('Saved', 'Everything that is known is resolved anew by these rules.'),
      () => undefined,
    );
  }

  return (
    <>
      <ol className={styles.kinds} aria-label="Kinds of identifiers, by priority">
        {kinds.map((rule, index) => (
          <li key={rule.kind} className={styles.kind}>
            <span className={styles.rank}>{index + 1}</span>
            <span className={styles.name}>
              {kindTitle(rule.kind)}
              {rule.kind === everyOther ? null : <code>{rule.kind}</code>}
            </span>
            <NumberInput
              size="xs"
              label="At most"
              aria-label={`At most of ${kindTitle(rule.kind)}`}
              placeholder="any number"
              min={1}
              allowDecimal={false}
              value={rule.limit ?? ''}
              onChange={(value) => change(rule.kind, { limit: typeof value === 'number' && value >= 1 ? value : null })}
            />
            <MultiSelect
              size="xs"
              label="Joined with"
              aria-label={`${kindTitle(rule.kind)} joined with`}
              placeholder={rule.joins?.length ? undefined : 'all kinds'}
              data={names.map((kind) => ({ value: kind, label: kindTitle(kind) }))}
              value={rule.joins ?? []}
              onChange={(joins) => change(rule.kind, { joins: joins.length > 0 ? joins : null })}
            />
            <span className={styles.moves}>
              <ActionIcon variant="subtle" color="gray" disabled={index === 0} aria-label={`${kindTitle(rule.kind)} counts earlier`} onClick={() => setKinds(moved(kinds, index, index - 1))}>
                <IconArrowUp size={16} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon variant="subtle" color="gray" disabled={index === kinds.length - 1} aria-label={`${kindTitle(rule.kind)} counts later`} onClick={() => setKinds(moved(kinds, index, index + 1))}>
                <IconArrowDown size={16} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon variant="subtle" color="gray" disabled={rule.kind === everyOther} aria-label={`Take out ${kindTitle(rule.kind)}`} onClick={() => setKinds(kinds.filter(({ kind }) => kind !== rule.kind))}>
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ol>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          const kind = added.trim();
          if (kind && !names.includes(kind)) setKinds([...kinds, { kind, limit: null, joins: null }]);
          setAdded('');
        }}
      >
        <TextInput size="xs" aria-label="Another kind" placeholder="Another kind, such as loyalty_card" value={added} onChange={(event) => setAdded(event.currentTarget.value)} />
        <Button size="xs" variant="default" type="submit" disabled={added.trim() === ''}>
          Add
        </Button>
      </form>
      <TagsInput label="Blocked values" description="They say nothing about who somebody is, so nobody is known by them. Values of zeros only are blocked too." value={[...blocked]} onChange={setBlocked} maw={760} />
      {saving.isError ? (
        <p role="alert" className={styles.error}>
          {asProblem(saving.error).message}
        </p>
      ) : null}
      <Group mt="lg">
        <Button loading={saving.isPending} disabled={!isChanged} onClick={() => save({ kinds: [...kinds], blocked: [...blocked] })}>
          Save and resolve again
        </Button>
        <Button variant="default" disabled={saving.isPending} onClick={() => save({ kinds: null, blocked: null })}>
          Back to the usual rules
        </Button>
      </Group>
    </>
  );
}
