import { describe, expect, it } from 'vitest';
import { splitMessages } from './event-stream';

describe('splitMessages', () => {
  it('reads whole messages and keeps what has only begun', () => {
    expect(splitMessages('event: call\ndata: {"a":1}\n\nevent: alive\ndata: null\n\ndata: {"b"')).toEqual({
      messages: [
        { type: 'call', data: '{"a":1}' },
        { type: 'alive', data: 'null' },
      ],
      rest: 'data: {"b"',
    });
  });

  it('joins lines of data, and takes other line ends and comments', () => {
    expect(splitMessages(': hello\r\ndata:one\r\ndata: two\r\n\r\n')).toEqual({ messages: [{ type: 'message', data: 'one\ntwo' }], rest: '' });
  });

  it('passes over messages without data', () => {
    expect(splitMessages(': nothing\n\n')).toEqual({ messages: [], rest: '' });
  });
});
