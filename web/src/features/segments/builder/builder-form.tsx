import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { AnchorLink, ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { asProblem } from '@/lib/api/problem';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { SegmentDetail } from '../api/get-segment';
import { useChangeSegment, useCreateSegment } from '../api/save-segment';
import type { Vocabulary } from '../definition/vocabulary';
import { ConflictNotice } from './conflict-notice';
import { type Details, followed, isKey } from './details';
import { DetailsForm } from './details-form';
import { LeaveGuard } from './leave-guard';
import { SegmentBuilder } from './segment-builder';
import { useDefinition } from './use-definition';

interface BuilderFormProps {
  /** The segment that is edited or copied; none for one that begins empty. */
  segment: SegmentDetail | undefined;
  isCopy: boolean;
  vocabulary: Vocabulary;
  /** Said above the definition when what the data holds could not be asked. */
  unknown?: ReactNode;
}

function detailsOf(segment: SegmentDetail | undefined, isCopy: boolean): Details {
  if (!segment) return { name: '', key: '', keyIsOwn: false, description: '' };
  const { name, key, description } = segment;
  return isCopy ? followed({ name: `Copy of ${name}`, key: '', keyIsOwn: false, description }) : { name, key, keyIsOwn: true, description };
}

/** The whole work on a segment: its name, its definition, and saving it. */
export function BuilderForm({ segment, isCopy, vocabulary, unknown }: BuilderFormProps) {
  const { key: workspace } = useWorkspace();
  const navigate = useNavigate();
  const edited = isCopy ? undefined : segment;
  const [details, setDetails] = useState(() => detailsOf(segment, isCopy));
  const [version, setVersion] = useState(edited?.version ?? undefined);
  const [begun] = useState({ details, definition: segment?.definition ?? '' });
  const definition = useDefinition(begun.definition, edited?.key);
  const create = useCreateSegment();
  const change = useChangeSegment(details.key);
  const saved = useRef(false);
  const [conflict, setConflict] = useState(false);
  const [keyProblem, setKeyProblem] = useState<string | undefined>(undefined);

  const { reading } = definition;
  const isSaving = create.isPending || change.isPending;
  const isChanged = details.name !== begun.details.name || details.description !== begun.details.description || definition.text !== begun.definition || reading.state === 'unfinished';
  const canSave = reading.state === 'good' && details.name.trim() !== '' && isKey(details.key) && !isSaving && (isChanged || isCopy);

  async function save(base = version) {
    if (reading.state !== 'good') return;
    const { name, description, key } = details;
    const text = { name: name.trim(), description: description.trim(), definition: reading.parsed.canonical };
    try {
      await (edited ? change.mutateAsync({ ...text, ...(base ? { version: base } : {}) }) : create.mutateAsync({ ...text, key }));
      saved.current = true;
      notifications.show({ color: 'teal', title: edited ? 'Saved' : 'Segment created', message: `${text.name} is being computed.` });
      await navigate({ to: '/w/$workspace/segments/$segmentKey', params: { workspace, segmentKey: key } });
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'segment-changed') setConflict(true);
      else if (problem.code === 'segment-exists' || problem.code === 'segment-key-invalid') setKeyProblem(problem.message);
      else notifications.show({ color: 'red', title: problem.title, message: problem.message });
    }
  }

  return (
    <Page
      title={edited ? `Edit ${edited.name}` : 'New segment'}
      eyebrow={
        <AnchorLink to="/w/$workspace/segments" params={{ workspace }}>
          Segments
        </AnchorLink>
      }
      actions={
        <>
          {edited ? (
            <ButtonLink variant="default" to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: edited.key }}>
              Cancel
            </ButtonLink>
          ) : (
            <ButtonLink variant="default" to="/w/$workspace/segments" params={{ workspace }}>
              Cancel
            </ButtonLink>
          )}
          <Button loading={isSaving} disabled={!canSave} onClick={() => void save()}>
            {edited ? 'Save' : 'Create segment'}
          </Button>
        </>
      }
    >
      {conflict && edited ? (
        <ConflictNotice
          segmentKey={edited.key}
          onKeepMine={(theirs) => {
            setConflict(false);
            setVersion(theirs);
            void save(theirs);
          }}
          onTakeTheirs={(theirs) => {
            setConflict(false);
            setVersion(theirs.version);
            setDetails({ ...details, name: theirs.name, description: theirs.description });
            definition.setText(theirs.definition);
          }}
        />
      ) : null}
      <DetailsForm
        details={details}
        keyIsFixed={edited !== undefined}
        keyProblem={keyProblem ?? (details.key === '' || isKey(details.key) ? undefined : 'Lower-case letters, digits and hyphens, beginning with a letter.')}
        onChange={(next) => {
          setKeyProblem(undefined);
          setDetails(followed(next));
        }}
      />
      {unknown}
      <SegmentBuilder vocabulary={vocabulary} definition={definition} editedKey={edited?.key} />
      <LeaveGuard unsaved={() => isChanged && !saved.current} />
    </Page>
  );
}
