import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { formatDateTime } from '@/lib/format/dates';
import { notifyDone, notifyProblem } from '@/lib/notify';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type Plan, type PlanDocument, planQuery, useDraftPlan, useRemovePlan } from '../api/tracking-plan';
import { emptyPlan } from '../plan-table';
import { PlanEditor } from './plan-editor';

/** What calls are expected to look like. */
export function PlanPanel() {
  const { key: workspace } = useWorkspace();
  const plan = useQuery(planQuery(workspace));
  return (
    <QueryView
      query={plan}
      skeleton={
        <Panel title="Tracking plan" flush>
          <TableSkeleton rows={8} label="Loading the plan" />
        </Panel>
      }
    >
      {(known) => <Known key={known?.version ?? 0} plan={known} />}
    </QueryView>
  );
}

function Known({ plan }: { plan: Plan | null }) {
  const [draft, setDraft] = useState<PlanDocument | null>(null);
  const drafting = useDraftPlan();
  const startDraft = () => drafting.mutate(undefined, { onSuccess: setDraft, onError: notifyProblem });
  const shown = draft ?? plan?.plan ?? null;
  if (!shown) {
    return (
      <Panel title="Tracking plan">
        <StateMessage
          mood="empty"
          title="No tracking plan"
          actions={
            <>
              <Button loading={drafting.isPending} onClick={startDraft}>
                Draft one from what was seen
              </Button>
              <Button variant="default" onClick={() => setDraft(emptyPlan)}>
                Start an empty one
              </Button>
            </>
          }
        >
          A plan says which events there are, which properties they need, of which types and values. Calls that do not keep to it are counted and shown, never blocked.
        </StateMessage>
      </Panel>
    );
  }
  return (
    <Panel
      title="Tracking plan"
      description={draft ? 'A draft: nothing is compared with it before it is saved.' : `Version ${String(plan?.version)}, changed ${formatDateTime(plan?.changedAt)} by ${plan?.changedBy ?? ''}. Calls received since then are compared with it.`}
      actions={plan && !draft ? <PlanActions onDraft={startDraft} isDrafting={drafting.isPending} /> : undefined}
    >
      <PlanEditor key={draft ? 'draft' : 'plan'} start={shown} isNew={draft !== null} onSaved={() => setDraft(null)} />
    </Panel>
  );
}

function PlanActions({ onDraft, isDrafting }: { onDraft: () => void; isDrafting: boolean }) {
  const [asking, ask] = useDisclosure(false);
  const removal = useRemovePlan();
  return (
    <>
      <Button size="xs" variant="default" loading={isDrafting} onClick={onDraft}>
        Draft anew
      </Button>
      <Button size="xs" variant="default" onClick={ask.open}>
        Remove
      </Button>
      <ConfirmDialog
        opened={asking}
        harmful
        title="Remove the tracking plan?"
        action="Remove"
        keepWord="Keep it"
        busy={removal.isPending}
        error={removal.error}
        onClose={ask.close}
        onConfirm={() =>
          removal.mutate(undefined, {
            onSuccess: () => {
              ask.close();
              notifyDone('Removed', 'Nothing is compared any more.');
            },
          })
        }
      >
        The violations that were found go with it. Export it first if you may want it again.
      </ConfirmDialog>
    </>
  );
}
