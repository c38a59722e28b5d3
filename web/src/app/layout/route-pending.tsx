import { TileSkeleton } from '@/components/tile-skeleton';

export function RoutePending() {
  return (
    <div style={{ padding: 'var(--space-6)' }}>
      <TileSkeleton tiles={80} label="Loading the page" />
    </div>
  );
}
