import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoonStars, IconSun } from '@tabler/icons-react';
import styles from './side-bar.module.css';

export function ThemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  const other = shown === 'dark' ? 'light' : 'dark';
  const Icon = shown === 'dark' ? IconSun : IconMoonStars;
  return (
    <button
      type="button"
      className={styles.icon}
      aria-label={`Use the ${other} theme`}
      title={`Use the ${other} theme`}
      onClick={() => {
        setColorScheme(other);
      }}
    >
      <Icon size={19} stroke={1.7} aria-hidden="true" />
    </button>
  );
}
