import { Tabs } from '@mantine/core';
import { CodeBlock } from '@/components/code-block';
import type { Snippets } from '../api/get-snippets';
import { firstSnippet } from '../kinds';

const tabs = [
  { value: 'browser', label: 'Browser', code: 'the snippet for a web page' },
  { value: 'node', label: 'Node.js', code: 'the snippet for Node.js' },
  { value: 'http', label: 'HTTP', code: 'the call over HTTP' },
] as const;

/** What to paste, by what sends. The stock SDKs of Segment are enough. */
export function SnippetTabs({ snippets, kind }: { snippets: Snippets; kind: string }) {
  return (
    <Tabs defaultValue={firstSnippet(kind)}>
      <Tabs.List mb="md">
        {tabs.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ value, code }) => (
        <Tabs.Panel key={value} value={value}>
          <CodeBlock code={snippets[value]} label={code} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
