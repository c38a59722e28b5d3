import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { LineSkeleton } from '@/components/tile-skeleton';
import { rulesQuery } from '@/features/identity/api/identity-rules';
import { Cuts } from '@/features/identity/components/cuts';
import { RulesForm } from '@/features/identity/components/rules-form';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function IdentityRulesRoute() {
  const { key: workspace } = useWorkspace();
  const rules = useQuery(rulesQuery(workspace));
  return (
    <Page
      title="Identity rules"
      eyebrow={
        <AnchorLink to="/w/$workspace/settings" params={{ workspace }}>
          Settings
        </AnchorLink>
      }
      lead="What calls name together is one customer, as far as these rules allow. Changed rules apply to everything ever received."
    >
      <Panel
        title="Kinds of identifiers"
        description={rules.data?.state === 'resolving' ? 'What is known is being resolved by the changed rules …' : 'The first kind counts most: where a limit forbids to join two, the earlier kind keeps what is its own.'}
      >
        <QueryView query={rules} skeleton={<LineSkeleton lines={10} label="Loading the rules" />}>
          {(known) => <RulesForm key={JSON.stringify([known.kinds, known.blocked])} rules={known} />}
        </QueryView>
      </Panel>
      {/* After the rules, however long they are, so that it does not move when they come. */}
      {rules.isPending ? null : (
        <Panel title="Kept apart" description="What somebody said is not the same customer’s." flush>
          <Cuts />
        </Panel>
      )}
    </Page>
  );
}
