import { EditorView } from '@codemirror/view';
import { act, fireEvent, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { backend } from '@/testing/server';

beforeAll(() => {
  // The editor measures text, which jsdom does not lay out.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
});

async function editor(): Promise<EditorView> {
  const view = EditorView.findFromDOM(await screen.findByRole('textbox', { name: 'Definition' }));
  if (!view) throw new Error('There is no editor.');
  return view;
}

async function write(text: string): Promise<void> {
  const view = await editor();
  act(() => {
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  });
}

async function expectText(text: string): Promise<void> {
  const view = await editor();
  await vi.waitFor(() => {
    expect(view.state.doc.toString()).toBe(text);
  });
}

async function moveUp(user: UserEvent, condition: number): Promise<void> {
  await user.click(await screen.findByRole('button', { name: `More for condition ${String(condition)}` }));
  await user.click(await screen.findByRole('menuitem', { name: 'Move up' }));
}

describe('the builder', () => {
  it('shows in the text what is built', async () => {
    const { user } = renderApp('/w/default/new-segment');
    await user.click(await screen.findByRole('button', { name: 'Add a condition to Conditions' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Did something/ }));
    await expectText('did "Export File" in the last 14 days');
    const often = screen.getByRole('textbox', { name: 'How many' });
    await user.clear(often);
    await user.type(often, '3');
    await expectText('did "Export File" at least 3 times in the last 14 days');
    expect(await screen.findByText(/^Customers who did Export File at least 3 times/)).toBeVisible();
    expect(await screen.findByText('Counted')).toBeVisible();
  });

  it('builds what is written', async () => {
    renderApp('/w/default/new-segment');
    await write('did "Invite Sent" and plan is "pro"');
    const first = await screen.findByRole('group', { name: 'Condition 1' });
    expect(within(first).getByRole('combobox', { name: 'Event' })).toHaveValue('Invite Sent');
    const second = screen.getByRole('group', { name: 'Condition 2' });
    expect(within(second).getByRole('combobox', { name: 'Trait' })).toHaveValue('plan');
  });

  it('says what is wrong and mends it', async () => {
    const { user } = renderApp('/w/default/new-segment');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Exporters');
    const save = screen.getByRole('button', { name: 'Create segment' });
    await write('dd "Export File"');
    expect(await screen.findByText('A condition is expected here.')).toBeVisible();
    expect(save).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Use did' }));
    await expectText('did "Export File"');
    await vi.waitFor(() => {
      expect(save).toBeEnabled();
    });
    await user.click(save);
    expect(await screen.findByRole('heading', { level: 1, name: 'Exporters' })).toBeVisible();
    expect(backend.written.map(({ key, definition }) => ({ key, definition }))).toEqual([{ key: 'exporters', definition: 'did "Export File"' }]);
  });

  it('moves, negates and removes conditions', async () => {
    const { user } = renderApp('/w/default/new-segment');
    await write('did "Login" and plan is "pro"');
    await moveUp(user, 2);
    await expectText('plan is "pro" and did "Login"');
    await user.click(screen.getByRole('button', { name: 'Remove condition 1' }));
    await expectText('did "Login"');
    await user.click(screen.getByRole('button', { name: 'Remove condition 1' }));
    await expectText('');
  });

  it('keeps the comments of the text when the tree is edited, and says before that they move', async () => {
    const { user } = renderApp('/w/default/new-segment');
    await write('# Who pays\ndid "Login" # lately\nand plan is "pro"');
    expect(await screen.findByText(/The text has comments/)).toBeVisible();
    await moveUp(user, 2);
    await expectText('# Who pays\n# lately\nplan is "pro" and did "Login"');
    expect(screen.queryByText(/The text has comments/)).not.toBeInTheDocument();
  });

  it('moves conditions that are dragged to another place', async () => {
    renderApp('/w/default/new-segment');
    await write('did "Login" and plan is "pro" and plan is "free"');
    const third = await screen.findByRole('group', { name: 'Condition 3' });
    const handle = third.querySelector('[data-handle="3"]');
    const first = screen.getByRole('group', { name: 'Condition 1' }).closest('li');
    if (!handle || !first) throw new Error('There is nothing to drag, or nowhere to drop it.');
    const dataTransfer = { setData: vi.fn(), setDragImage: vi.fn(), effectAllowed: 'none' };
    fireEvent.dragStart(handle, { dataTransfer });
    // Nothing has a size here, so every place is met in its lower half: dropped after the first.
    fireEvent.dragOver(first, { dataTransfer });
    expect(first).toHaveAttribute('data-drop', 'after');
    fireEvent.drop(first, { dataTransfer });
    await expectText('did "Login" and plan is "free" and plan is "pro"');
    expect(await screen.findByText('Moved to place 2.')).toBeInTheDocument();
  });

  it('tells when somebody else saved meanwhile', async () => {
    const version = { version: 1, name: 'Exporters', description: '', definition: 'did "Export File"', changedAt: '2026-01-05T09:30:00Z', changedBy: 'Owner' };
    backend.written.push({ key: 'exporters', name: 'Exporters', description: '', definition: 'did "Export File"', versions: [version] });
    const { user } = renderApp('/w/default/segments/exporters/edit');
    await expectText('did "Export File"');
    backend.written[0]?.versions.unshift({ ...version, version: 2, definition: 'did "Login"', changedBy: 'Ada' });
    await write('plan is "pro"');
    const save = screen.getByRole('button', { name: 'Save' });
    await vi.waitFor(() => {
      expect(save).toBeEnabled();
    });
    await user.click(save);
    expect(await screen.findByText(/^Ada saved version 2/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save mine over it' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Exporters' })).toBeVisible();
    expect(backend.written[0]?.versions.map(({ definition }) => definition)).toEqual(['plan is "pro"', 'did "Login"', 'did "Export File"']);
  });

  it('asks before work is left behind', async () => {
    const { user } = renderApp('/w/default/new-segment');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Exporters');
    await user.click(screen.getByRole('link', { name: 'Cancel' }));
    const question = await screen.findByRole('dialog', { name: 'Leave without saving?' });
    await user.click(within(question).getByRole('button', { name: 'Stay here' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Exporters');
  });

  it('does not edit what the RFM model makes', async () => {
    renderApp('/w/default/segments/champions/edit');
    expect(await screen.findByText('This segment is not written by hand')).toBeVisible();
  });
});
