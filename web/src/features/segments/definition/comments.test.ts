import { describe, expect, it } from 'vitest';
import { commentsOf, hasInnerComments, withComments } from './comments';

const text = '# Who pays\ndid "Order #1" at least 2 times # often\nand plan is "pro"';

describe('comments', () => {
  it('are found outside of texts in quotes', () => {
    expect(commentsOf(text)).toEqual(['# Who pays', '# often']);
    expect(commentsOf('did "A # B \\" # C"')).toEqual([]);
  });

  it('go along when the definition is written anew, again and again', () => {
    const once = withComments('plan is "pro"', text);
    expect(once).toBe('# Who pays\n# often\nplan is "pro"');
    expect(withComments('plan is "free"', once)).toBe('# Who pays\n# often\nplan is "free"');
    expect(withComments('plan is "free"', 'plan is "pro"')).toBe('plan is "free"');
  });

  it('that stand within the definition are told apart from those above it', () => {
    expect(hasInnerComments(text)).toBe(true);
    expect(hasInnerComments('# one\n\n# two\nplan is "pro"')).toBe(false);
    expect(hasInnerComments('# only')).toBe(false);
  });
});
