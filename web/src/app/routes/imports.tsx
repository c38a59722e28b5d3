import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { LineSkeleton } from '@/components/tile-skeleton';
import { importsQuery } from '@/features/imports/api/get-imports';
import { ImportsTable } from '@/features/imports/components/imports-table';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { NothingYet } from '../arrival/nothing-yet';
import styles from './imports.module.css';

export function ImportsRoute() {
  const { key: workspace } = useWorkspace();
  const imports = useQuery(importsQuery(workspace));
  const start = (
    <ButtonLink to="/w/$workspace/imports/new" params={{ workspace }}>
      Import a file
    </ButtonLink>
  );
  return (
    <Page title="Imports" lead="Files of orders, customers or events. The same file twice changes nothing." actions={start}>
      <Panel title="Imports so far" flush>
        <QueryView
          query={imports}
          skeleton={
            <div className={styles.skeleton}>
              <LineSkeleton lines={6} label="Loading the imports" />
            </div>
          }
          isEmpty={({ items }) => items.length === 0}
          empty={
            <NothingYet inset askedAt={imports.dataUpdatedAt}>
              <StateMessage mood="empty" title="Nothing imported yet" actions={start}>
                A year of orders is enough to see who your customers are.
              </StateMessage>
            </NothingYet>
          }
        >
          {({ items }) => <ImportsTable imports={items} />}
        </QueryView>
      </Panel>
    </Page>
  );
}
