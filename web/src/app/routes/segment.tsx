import { Alert, Menu } from '@mantine/core';
import { IconArrowsDiff, IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FiguresSkeleton } from '@/components/figures-skeleton';
import { AnchorLink, ButtonLink, MenuItemLink } from '@/components/links';
import { MissingMessage } from '@/components/missing-message';
import { MoreMenu } from '@/components/more-menu';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { SegmentTile } from '@/components/segment-name';
import { TileSkeleton } from '@/components/tile-skeleton';
import { segmentQuery, type SegmentDetail } from '@/features/segments/api/get-segment';
import { isCounted } from '@/features/segments/api/get-segments';
import { DefinitionPanel } from '@/features/segments/components/definition-panel';
import { DeleteSegment } from '@/features/segments/components/delete-segment';
import { Flow } from '@/features/segments/components/flow';
import { MembersPanel } from '@/features/segments/components/members-panel';
import { Overlaps } from '@/features/segments/components/overlaps';
import { SegmentFigures } from '@/features/segments/components/segment-figures';
import { SegmentState } from '@/features/segments/components/segment-state';
import { SizePanel } from '@/features/segments/components/size-panel';
import { Versions } from '@/features/segments/components/versions';
import { ruleText } from '@/features/segments/rule-text';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './segment.module.css';

const route = getRouteApi('/w/$workspace/segments/$segmentKey');
const awaitedHeight = 240;

export function SegmentRoute() {
  const { key: workspace } = useWorkspace();
  const { segmentKey } = route.useParams();
  const segment = useQuery(segmentQuery(workspace, segmentKey));
  const data = segment.data;
  const mark = <SegmentTile segmentKey={segmentKey} size="26px" />;
  const back = (
    <AnchorLink to="/w/$workspace/segments" params={{ workspace }}>
      Segments
    </AnchorLink>
  );

  if (segment.isError && !data) {
    return (
      <Page title="Segment" eyebrow={back}>
        <MissingMessage
          error={segment.error}
          onRetry={() => void segment.refetch()}
          title="There is no such segment"
          text="It may have been deleted, or the segments have other names since the RFM settings were changed."
          list="/w/$workspace/segments"
          listName="All segments"
        />
      </Page>
    );
  }
  // The panels wait for the text above them, whose length is not known: nothing moves under the pointer later.
  if (!data) {
    return (
      <Page title="Segment" mark={mark} eyebrow={back}>
        <FiguresSkeleton label="Loading the segment" />
      </Page>
    );
  }
  return (
    <Page title={data.name} mark={mark} eyebrow={back} lead={data.description} actions={<SegmentActions segment={data} />}>
      {data.state === 'failed' ? (
        <Alert color="red" title="The members could not be found">
          {data.failure}
        </Alert>
      ) : null}
      {isCounted(data) ? <Counted segment={data} /> : <NotCounted segment={data} />}
      {data.kind === 'rule' ? <Versions key={data.version} segmentKey={segmentKey} /> : null}
    </Page>
  );
}

/** What is to be seen before anybody knows who belongs: no figure, for each would be a nought that nobody counted. */
function NotCounted({ segment }: { segment: SegmentDetail }) {
  const isComing = segment.state === 'computing';
  return (
    <>
      {isComing ? <FiguresSkeleton label="Loading the figures: the segment is being computed" /> : null}
      <div className={isComing ? styles.columns : undefined}>
        {isComing ? (
          <Panel title="Being computed" description="Who belongs is being found for the first time. Figures, flow and members show here by themselves once that is done.">
            <TileSkeleton height={awaitedHeight} label="Loading the members: they are being found" />
          </Panel>
        ) : null}
        <DefinitionPanel segment={segment} />
      </div>
    </>
  );
}

/** Everything that counting told. */
function Counted({ segment: data }: { segment: SegmentDetail }) {
  const { sort, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const { key: segmentKey } = data;
  const isRule = data.kind === 'rule';
  // The trend ends with the present, which is the day that days are counted to.
  const asOf = isRule ? data.computedAt : data.trend.at(-1)?.date;
  return (
    <>
      <SegmentFigures segment={data} />
      <div className={styles.columns}>
        <SizePanel key={segmentKey} segment={data} />
        {isRule ? <DefinitionPanel segment={data} /> : <RfmRule segment={data} />}
      </div>
      <div className={styles.halves}>
        <Flow segmentKey={segmentKey} asOf={asOf} />
        {isRule ? <Overlaps segmentKey={segmentKey} /> : null}
      </div>
      <MembersPanel
        segment={data}
        sort={sort}
        cursor={cursor}
        onSort={(value) => void navigate({ search: { sort: value }, resetScroll: false })}
        onPage={(value) => void navigate({ search: (before) => ({ ...before, cursor: value }), resetScroll: false })}
      />
    </>
  );
}

function RfmRule({ segment: { advice, rules } }: { segment: SegmentDetail }) {
  const { key: workspace } = useWorkspace();
  return (
    <Panel title="Who belongs, and what to do">
      <div className={styles.words}>
        <p className={styles.advice}>{advice}</p>
        <h3>The rule</h3>
        <p className={styles.rule}>{ruleText(rules)}</p>
        <p className={styles.note}>r, f and m are the scores for recency, frequency and monetary value, from 1 to 5.</p>
        <p>
          <AnchorLink to="/w/$workspace/rfm" params={{ workspace }}>
            How the scores are made
          </AnchorLink>
        </p>
      </div>
    </Panel>
  );
}

function SegmentActions({ segment }: { segment: SegmentDetail }) {
  const { key: workspace } = useWorkspace();
  const { key, name, kind } = segment;
  const [deleting, setDeleting] = useState(false);
  const compare = (
    <ButtonLink variant="default" leftSection={<IconArrowsDiff size={16} aria-hidden="true" />} to="/w/$workspace/segment-comparison" params={{ workspace }} search={{ a: key }}>
      Compare
    </ButtonLink>
  );
  if (kind !== 'rule') return compare;
  return (
    <>
      <SegmentState segment={segment} />
      {compare}
      <ButtonLink leftSection={<IconPencil size={16} aria-hidden="true" />} to="/w/$workspace/segments/$segmentKey/edit" params={{ workspace, segmentKey: key }}>
        Edit
      </ButtonLink>
      <MoreMenu label="More for this segment">
        <MenuItemLink leftSection={<IconCopy size={15} aria-hidden="true" />} to="/w/$workspace/new-segment" params={{ workspace }} search={{ from: key }}>
          Duplicate
        </MenuItemLink>
        <Menu.Item c="var(--bad)" leftSection={<IconTrash size={15} aria-hidden="true" />} onClick={() => setDeleting(true)}>
          Delete
        </Menu.Item>
      </MoreMenu>
      <DeleteSegment segmentKey={key} name={name} opened={deleting} onClose={() => setDeleting(false)} />
    </>
  );
}
