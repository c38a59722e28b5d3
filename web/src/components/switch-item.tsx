import { Menu } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';

/** The line of a menu that switches a thing off, or on again. */
export function SwitchItem({ isOn, onSwitch }: { isOn: boolean; onSwitch: () => void }) {
  const Icon = isOn ? IconPlayerPause : IconPlayerPlay;
  return (
    <Menu.Item leftSection={<Icon size={16} aria-hidden="true" />} onClick={onSwitch}>
      {isOn ? 'Switch off' : 'Switch on'}
    </Menu.Item>
  );
}
