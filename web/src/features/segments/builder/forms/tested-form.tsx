import type { Tested } from '../../definition/expression';
import { firstTest, propertyTests, traitTests } from '../../definition/value-tests';
import { findPath, propertiesOf, useVocabulary } from '../../definition/vocabulary';
import { PathSlot } from '../slots/path-slot';
import { TestSlot } from '../slots/test-slot';
import { useScope } from '../scope';

/** A trait of the customer, or a property of an event, and what is asked of it. */
export function TestedForm({ node, onChange }: { node: Tested; onChange: (node: Tested) => void }) {
  const vocabulary = useVocabulary();
  const scope = useScope();
  const known = node.type === 'trait' ? vocabulary.traits : propertiesOf(vocabulary, scope.event);
  const found = findPath(known, node.path);
  return (
    <>
      <PathSlot
        label={node.type === 'trait' ? 'Trait' : 'Property'}
        placeholder={node.type === 'trait' ? 'a trait' : 'a property'}
        path={node.path}
        known={known}
        onChange={(path) => {
          const now = findPath(known, path);
          // Another trait of another type gets a test that suits it; what somebody wrote freely keeps theirs.
          onChange({ ...node, path, test: now && now.types.join() !== found?.types.join() ? firstTest(now.types) : node.test });
        }}
      />
      <TestSlot test={node.test} tests={node.type === 'trait' ? traitTests(node.path) : propertyTests} known={found} onChange={(test) => onChange({ ...node, test })} />
    </>
  );
}
