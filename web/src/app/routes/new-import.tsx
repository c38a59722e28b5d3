import { getRouteApi } from '@tanstack/react-router';
import { AnchorLink } from '@/components/links';
import { Page } from '@/components/page';
import { ImportWizard } from '@/features/imports/components/import-wizard';
import { useWorkspace } from '@/lib/workspace/workspace-context';

const route = getRouteApi('/w/$workspace/imports/new');

export function NewImportRoute() {
  const { key: workspace, name } = useWorkspace();
  const navigate = route.useNavigate();
  return (
    <Page
      title="Import a file"
      lead={`Into ${name}. Nothing is stored before you have seen how the file is read.`}
      eyebrow={
        <AnchorLink to="/w/$workspace/imports" params={{ workspace }}>
          Imports
        </AnchorLink>
      }
    >
      <ImportWizard
        onStarted={({ id }) => {
          void navigate({ to: '/w/$workspace/imports/$importId', params: { workspace, importId: id } });
        }}
      />
    </Page>
  );
}
