import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { LineSkeleton } from '@/components/tile-skeleton';
import { QueryView } from '@/components/query-view';
import { asProblem } from '@/lib/api/problem';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { conditionTextQuery, parseDefinition } from '../../api/parse-definition';
import type { Expression } from '../../definition/expression';
import { readExpression, writeTree } from '../../definition/tree';
import styles from './forms.module.css';

interface TextFormProps {
  node: Expression;
  onChange: (node: Expression) => void;
  onDone: () => void;
}

/** A condition as text, whether or not there is a form for it. */
export function TextForm({ node, onChange, onDone }: TextFormProps) {
  const { key: workspace } = useWorkspace();
  const text = useQuery(conditionTextQuery(workspace, writeTree(node)));
  return (
    <QueryView query={text} skeleton={<LineSkeleton lines={1} label="Loading the text" />}>
      {(canonical) => <ConditionText initial={canonical} onChange={onChange} onDone={onDone} />}
    </QueryView>
  );
}

function ConditionText({ initial, onChange, onDone }: { initial: string } & Omit<TextFormProps, 'node'>) {
  const { key: workspace } = useWorkspace();
  const [text, setText] = useState(initial);
  const [error, setError] = useState<string | null>(null);
  const id = useId();

  async function take() {
    try {
      const { tree } = await parseDefinition(workspace, { definition: text });
      onChange(readExpression(tree));
      onDone();
    } catch (thrown) {
      setError(asProblem(thrown).message);
    }
  }

  return (
    <form
      className={styles.text}
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <Textarea
        id={id}
        aria-label="The condition as text"
        autosize
        minRows={1}
        maxRows={8}
        spellCheck={false}
        classNames={{ input: styles.code ?? '' }}
        value={text}
        error={error}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setError(null);
        }}
      />
      <span className={styles.textActions}>
        <Button size="compact-sm" type="submit" disabled={text.trim() === ''}>
          Take over
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
          Leave as it is
        </Button>
      </span>
    </form>
  );
}
