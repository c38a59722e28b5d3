import { Button } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '@/components/panel';
import { classes } from '@/lib/classes';
import { hasInnerComments, withComments } from '../definition/comments';
import { type Vocabulary, VocabularyContext } from '../definition/vocabulary';
import { PreviewPanel } from './preview-panel';
import styles from './segment-builder.module.css';
import { TextEditingContext } from './text-editing';
import { TextPanel } from './text-panel';
import { TreeEditor } from './tree-editor';
import type { useDefinition } from './use-definition';

interface SegmentBuilderProps {
  vocabulary: Vocabulary;
  definition: ReturnType<typeof useDefinition>;
  /** None for a new segment. */
  editedKey: string | undefined;
}

/** A definition as a tree and as text beside each other, with who that would be. */
export function SegmentBuilder({ vocabulary, definition, editedKey }: SegmentBuilderProps) {
  const { text, tree, reading, understood, setText, setTree } = definition;
  const [textAt, setTextAt] = useState<string | null>(null);
  const isBroken = reading.state === 'broken';
  return (
    <VocabularyContext value={vocabulary}>
      <TextEditingContext value={{ at: textAt, edit: setTextAt }}>
        <div className={styles.columns}>
          <Panel
            title="Who belongs"
            className={styles.tree}
            description={isBroken ? 'The text cannot be read as it stands, so this shows what it said before.' : hasInnerComments(text) ? 'The text has comments. A change here writes it anew; they are kept, above it.' : null}
            actions={
              isBroken && understood ? (
                <Button variant="default" size="compact-sm" onClick={() => setText(withComments(understood.canonical, text))}>
                  Back to what it said
                </Button>
              ) : null
            }
          >
            <div className={classes(isBroken && styles.behind)} inert={isBroken}>
              <TreeEditor label="Conditions" root={tree} onChange={setTree} />
            </div>
          </Panel>
          <div className={styles.side}>
            <TextPanel text={text} reading={reading} understood={understood} onChange={setText} />
            <PreviewPanel reading={reading} understood={understood} editedKey={editedKey} />
          </div>
        </div>
      </TextEditingContext>
    </VocabularyContext>
  );
}
