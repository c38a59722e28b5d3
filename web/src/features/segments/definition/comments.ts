/** A text in double quotes, in which a number sign begins no comment, or a comment up to the end of its line. */
const quotedOrComment = /"(?:[^"\\\n]|\\.)*"?|#[^\n]*/g;

/** The comments of a definition, in order, each with its sign. */
export function commentsOf(text: string): string[] {
  return (text.match(quotedOrComment) ?? []).filter((found) => found.startsWith('#')).map((comment) => comment.trimEnd());
}

/** A definition that was written anew, with the comments that stood in the one before above it. */
export function withComments(text: string, before: string): string {
  const comments = commentsOf(before);
  return comments.length === 0 ? text : `${comments.join('\n')}\n${text}`;
}

/** Whether a comment stands where it would not stay when the text is written anew: not above everything else. */
export function hasInnerComments(text: string): boolean {
  const comments = commentsOf(text);
  if (comments.length === 0) return false;
  const lines = text.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => line !== '' && !line.startsWith('#'));
  return commentsOf(lines.slice(first === -1 ? lines.length : first).join('\n')).length > 0;
}
