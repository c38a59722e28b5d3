import { useQuery } from '@tanstack/react-query';
import { AnchorLink, ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { TileSkeleton } from '@/components/tile-skeleton';
import { libraryQuery, type ReadySegment } from '@/features/segments/api/get-library';
import styles from '@/features/segments/library/library.module.css';
import { ReadySegmentCard } from '@/features/segments/library/ready-segment-card';
import { strategies } from '@/features/segments/library/strategies';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function SegmentLibraryRoute() {
  const { key: workspace } = useWorkspace();
  const library = useQuery(libraryQuery(workspace));
  return (
    <Page
      title="Ready segments"
      eyebrow={
        <AnchorLink to="/w/$workspace/segments" params={{ workspace }}>
          Segments
        </AnchorLink>
      }
      lead="Seven ways to look at your customers. Each is offered when your data can carry it, and otherwise says what is missing."
      actions={
        <ButtonLink variant="default" to="/w/$workspace/new-segment" params={{ workspace }}>
          Write your own
        </ButtonLink>
      }
    >
      <QueryView query={library} skeleton={<TileSkeleton tiles={320} label="Loading the library" />}>
        {({ items }) => strategies.map((strategy) => <Strategy key={strategy.key} strategy={strategy} segments={items.filter((segment) => segment.strategy === strategy.key)} />)}
      </QueryView>
    </Page>
  );
}

function Strategy({ strategy: { key, name, about }, segments }: { strategy: (typeof strategies)[number]; segments: readonly ReadySegment[] }) {
  if (segments.length === 0) return null;
  const id = `strategy-${key}`;
  // What can be used now comes first.
  const inOrder = segments.toSorted((one, other) => Number(other.available) - Number(one.available));
  return (
    <section className={styles.strategy} aria-labelledby={id}>
      <header className={styles.strategyHead}>
        <h2 id={id}>{name}</h2>
        <p className={styles.about}>{about}</p>
      </header>
      <ul className={styles.cards}>
        {inOrder.map((segment) => (
          <ReadySegmentCard key={segment.key} segment={segment} />
        ))}
      </ul>
    </section>
  );
}
