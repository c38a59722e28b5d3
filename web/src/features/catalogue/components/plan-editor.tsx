import { Button, FileButton, JsonInput, SegmentedControl } from '@mantine/core';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { saveText } from '@/lib/api/download';
import { notifyDone } from '@/lib/notify';
import { faultsOf, type PlanDocument, useSavePlan } from '../api/tracking-plan';
import { asProblem } from '@/lib/api/problem';
import { withEvent } from '../plan-table';
import styles from './plan-editor.module.css';
import { PlannedEventEditor } from './planned-event-editor';

interface PlanEditorProps {
  start: PlanDocument;
  /** Whether it was never saved: a draft, or a new one. */
  isNew: boolean;
  onSaved: () => void;
}

const freshName = 'New event';

/** A tracking plan as a table, and as the JSON that it is. */
export function PlanEditor({ start, isNew, onSaved }: PlanEditorProps) {
  const [plan, setPlan] = useState(start);
  const [view, setView] = useState<'table' | 'json'>('table');
  const [text, setText] = useState('');
  const [unread, setUnread] = useState<string | null>(null);
  const saving = useSavePlan();
  const faults = saving.isError ? faultsOf(saving.error) : [];
  const isChanged = isNew || plan !== start;

  function read(json: string) {
    setText(json);
    try {
      const said = JSON.parse(json) as Partial<PlanDocument>;
      if (!Array.isArray(said.events)) throw new Error('A plan has a list called “events”.');
      setPlan({ ...said, events: said.events });
      setUnread(null);
    } catch (error) {
      setUnread(error instanceof Error ? error.message : 'This is no JSON.');
    }
  }

  function show(next: string) {
    if (next === 'json') {
      setText(JSON.stringify(plan, null, 2));
      setUnread(null);
    }
    setView(next === 'json' ? 'json' : 'table');
  }

  return (
    <div className={styles.editor}>
      <div className={styles.bar}>
        <SegmentedControl aria-label="Edit as" size="xs" data={[{ value: 'table', label: 'Table' }, { value: 'json', label: 'JSON' }]} value={view} onChange={show} />
        <span className={styles.spacer} />
        <FileButton accept="application/json,.json" onChange={(file) => void file?.text().then((json) => { show('json'); read(json); })}>
          {(props) => (
            <Button {...props} size="xs" variant="default" leftSection={<IconUpload size={15} aria-hidden="true" />}>
              Import
            </Button>
          )}
        </FileButton>
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden="true" />} onClick={() => saveText(JSON.stringify(plan, null, 2), 'tracking-plan.json', 'application/json')}>
          Export
        </Button>
        <Button
          size="xs"
          loading={saving.isPending}
          disabled={!isChanged || unread !== null}
          onClick={() =>
            saving.mutate(plan, {
              onSuccess: () => {
                notifyDone('Saved', 'Calls received from now on are compared with the plan; none is blocked.');
                onSaved();
              },
            })
          }
        >
          Save the plan
        </Button>
      </div>
      {saving.isError ? (
        <div className={styles.faults} role="alert">
          {faults.length === 0 ? (
            asProblem(saving.error).message
          ) : (
            <ul>
              {faults.map(({ path, message }) => (
                <li key={path + message}>
                  <code>{path}</code> {message}
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : null}
      {view === 'json' ? (
        <JsonInput aria-label="The plan as JSON" rows={22} resize="vertical" value={text} error={unread ?? undefined} classNames={{ input: styles.json ?? '' }} onChange={read} />
      ) : (
        <>
          <ul className={styles.events} aria-label="Planned events">
            {plan.events.map((event, index) => (
              <PlannedEventEditor key={index} event={event} onChange={(changed) => setPlan(withEvent(plan, event.name, changed))} />
            ))}
          </ul>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden="true" />}
            disabled={plan.events.some(({ name }) => name === freshName)}
            onClick={() => setPlan(withEvent(plan, freshName, { name: freshName, description: null, schema: { type: 'object', properties: {}, required: [] } }))}
          >
            Add an event
          </Button>
        </>
      )}
    </div>
  );
}
