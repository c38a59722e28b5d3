import { ButtonLink } from '@/components/links';
import { useWorkspace } from '@/lib/workspace/workspace-context';

/** The two ways by which data comes into a workspace. */
export function WaysIn({ importWords = 'Import your orders' }: { importWords?: string }) {
  const { key: workspace } = useWorkspace();
  return (
    <>
      <ButtonLink to="/w/$workspace/imports/new" params={{ workspace }}>
        {importWords}
      </ButtonLink>
      <ButtonLink variant="default" to="/w/$workspace/sources" params={{ workspace }}>
        Set up a source
      </ButtonLink>
    </>
  );
}
