import type { ReactNode } from 'react';
import styles from './state-message.module.css';

type Mood = 'empty' | 'error' | 'denied';

interface StateMessageProps {
  mood: Mood;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** True where nothing else is on the page: the title is then its heading. */
  isPage?: boolean;
}

// Nine tiles: whole and waiting when there is nothing yet, with one fallen out after an error, closed by gold when denied.
const tiles: Record<Mood, string[]> = {
  empty: ['line', 'line', 'line', 'line', 'gold', 'line', 'line', 'line', 'line'],
  error: ['line', 'line', 'line', 'line', 'line', 'bad', 'line', 'line', 'none'],
  denied: ['line', 'gold', 'line', 'gold', 'ink', 'gold', 'line', 'gold', 'line'],
};

const fills: Record<string, string> = {
  line: 'var(--line-strong)',
  gold: 'var(--gold)',
  bad: 'var(--bad)',
  ink: 'var(--ink-faint)',
  none: 'transparent',
};

function Mark({ mood }: { mood: Mood }) {
  return (
    <svg className={styles.mark} width="52" height="52" viewBox="0 0 52 52" aria-hidden="true">
      {tiles[mood].map((tile, index) => {
        const tilted = tile === 'bad';
        const x = (index % 3) * 18 + (tilted ? 3 : 0);
        const y = Math.floor(index / 3) * 18 + (tilted ? 13 : 0);
        return (
          <rect
            key={index}
            x={x}
            y={y}
            width="15"
            height="15"
            rx="2"
            fill={fills[tile]}
            transform={tilted ? `rotate(18 ${String(x + 7)} ${String(y + 7)})` : undefined}
          />
        );
      })}
    </svg>
  );
}

/** What a screen or a panel shows instead of its content. */
export function StateMessage({ mood, title, children, actions, isPage = false }: StateMessageProps) {
  return (
    <div className={styles.state} role={mood === 'error' ? 'alert' : undefined}>
      <Mark mood={mood} />
      {isPage ? <h1 className={styles.title}>{title}</h1> : <p className={styles.title}>{title}</p>}
      {children ? <div className={styles.detail}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
