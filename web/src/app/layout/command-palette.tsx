import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch, IconServer, IconSettings, IconUser, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { SegmentTile } from '@/components/segment-name';
import { navigation } from '@/config/navigation';
import { profilesQuery } from '@/features/profiles/api/get-profiles';
import { segmentsQuery } from '@/features/segments/api/get-segments';
import { profileTitle } from '@/lib/format/profile-title';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function openCommandPalette() {
  spotlight.open();
}

const found = 6;

/** Ctrl-K: go to a screen or a segment, or find a customer by name or identifier. */
export function CommandPalette() {
  const { key: workspace } = useWorkspace();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState(false);
  const [search] = useDebouncedValue(text.trim(), 200);
  const segments = useQuery({ ...segmentsQuery(workspace), enabled: opened });
  const customers = useQuery({ ...profilesQuery(workspace, { search, limit: found }), enabled: opened && search.length > 1 });

  const screens: SpotlightActionGroupData = {
    group: 'Go to',
    actions: [
      ...navigation.map(({ to, label, icon: Icon }) => ({
        id: to,
        label,
        leftSection: <Icon size={18} stroke={1.7} aria-hidden="true" />,
        onClick: () => void navigate({ to, params: { workspace } }),
      })),
      {
        id: 'identity',
        label: 'Identity rules',
        leftSection: <IconSettings size={18} stroke={1.7} aria-hidden="true" />,
        onClick: () => void navigate({ to: '/w/$workspace/identity', params: { workspace } }),
      },
      {
        id: 'new-workspace',
        label: 'New workspace',
        leftSection: <IconPlus size={18} stroke={1.7} aria-hidden="true" />,
        onClick: () => void navigate({ to: '/w/$workspace/new-workspace', params: { workspace } }),
      },
      {
        id: 'companies',
        label: 'Companies',
        leftSection: <IconUsers size={18} stroke={1.7} aria-hidden="true" />,
        onClick: () => void navigate({ to: '/w/$workspace/customers/companies', params: { workspace } }),
      },
      {
        id: 'rfm',
        label: 'RFM settings',
        leftSection: <IconSettings size={18} stroke={1.7} aria-hidden="true" />,
        onClick: () => void navigate({ to: '/w/$workspace/rfm', params: { workspace } }),
      },
      {
        id: 'system',
        label: 'System',
        leftSection: <IconServer size={18} stroke={1.7} aria-hidden="true" />,
        onClick: () => void navigate({ to: '/w/$workspace/system', params: { workspace } }),
      },
    ],
  };
  const segmentActions: SpotlightActionGroupData = {
    group: 'Segments',
    actions: (segments.data?.items ?? []).map(({ key, name }) => ({
      id: `segment-${key}`,
      label: name,
      leftSection: <SegmentTile segmentKey={key} size="14px" />,
      onClick: () => void navigate({ to: '/w/$workspace/segments/$segmentKey', params: { workspace, segmentKey: key } }),
    })),
  };
  const customerActions: SpotlightActionGroupData = {
    group: 'Customers',
    actions: (search.length > 1 ? (customers.data?.items ?? []) : []).map((profile) => ({
      id: profile.id,
      label: profileTitle(profile),
      description: profile.identifier.value,
      // The server has matched already; what was typed counts as a keyword so that the palette does not filter again.
      keywords: [text],
      leftSection: <IconUser size={18} stroke={1.7} aria-hidden="true" />,
      onClick: () => void navigate({ to: '/w/$workspace/customers/$profileId', params: { workspace, profileId: profile.id } }),
    })),
  };

  return (
    <Spotlight
      attributes={{ content: { 'aria-label': 'Search or go to' } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      actions={[screens, segmentActions, customerActions]}
      query={text}
      onQueryChange={setText}
      onSpotlightOpen={() => {
        setOpened(true);
      }}
      onSpotlightClose={() => {
        setOpened(false);
        setText('');
      }}
      shortcut={['mod + K']}
      limit={20}
      highlightQuery
      scrollable
      maxHeight={460}
      nothingFound={customers.isFetching ? 'Searching …' : 'Nothing found. Try a customer’s name or identifier.'}
      searchProps={{
        'aria-label': 'Search or go to',
        placeholder: 'A screen, a segment, a customer …',
        leftSection: <IconSearch size={18} aria-hidden="true" />,
      }}
    />
  );
}
