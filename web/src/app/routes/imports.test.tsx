import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { doneImport } from '@/testing/mocks/handlers';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

const file = new File(['InvoiceNo,InvoiceDate,CustomerID,Quantity,UnitPrice\n536365,1/12/2010 8:26,17850,6,2.55\n'], 'orders.csv', { type: 'text/csv' });

function textOf(form: FormData | undefined, name: string): string {
  const value = form?.get(name);
  if (typeof value !== 'string') throw new Error(`The form has no text called ${name}.`);
  return value;
}

describe('an import', () => {
  it('goes from a file over its guess and its questions to the result', async () => {
    let sent: FormData | undefined;
    server.use(
      http.post('*/api/imports', async ({ request }) => {
        sent = await request.clone().formData();
        return undefined;
      }),
    );
    const { user } = renderApp('/w/default/imports/new');
    await user.upload(await screen.findByLabelText('File to import'), file);

    const columns = await screen.findByRole('table', { name: 'Columns of the file' });
    expect(within(columns).getByRole('row', { name: /InvoiceDate date 1\/12\/2010 8:26/ })).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Order' })).toHaveValue('InvoiceNo');

    await user.click(screen.getByRole('radio', { name: 'm/d/y' }));

    const amount = screen.getByRole('combobox', { name: 'Amount' });
    await user.clear(amount);
    await user.type(amount, 'Quantity*UnitPrice*2');
    await user.click(screen.getByRole('button', { name: 'Start the import' }));

    expect(await screen.findByText('541,909')).toBeVisible();
    expect(sent?.get('kind')).toBe('orders');
    expect(JSON.parse(textOf(sent, 'map'))).toMatchObject({ order_id: 'InvoiceNo', amount: 'Quantity*UnitPrice*2' });
    expect(JSON.parse(textOf(sent, 'options'))).toEqual({ dateFormat: 'm/d/y' });
    expect((sent?.get('file') as File).name).toBe('orders.csv');
  });

  it('waits for what is missing, and tells what is wrong with a formula', async () => {
    const guessed = { format: 'csv', delimiter: ',', encoding: 'UTF-8', columns: [{ name: 'Total', samples: ['12.50'], type: 'number' }], mapping: {}, questions: [] };
    server.use(
      http.post('*/api/imports/guess', async ({ request }) => {
        const said = textOf(await request.formData(), 'map');
        if (said.includes('Totale')) {
          return HttpResponse.json({ title: 'Not a source', detail: 'There is no column “Totale”.', status: 400, code: 'import-source' }, { status: 400 });
        }
        return HttpResponse.json({ ...guessed, missing: said.includes('Total') ? [] : ['amount'] });
      }),
    );
    const { user } = renderApp('/w/default/imports/new');
    await user.upload(await screen.findByLabelText('File to import'), file);
    const start = await screen.findByRole('button', { name: 'Start the import' });
    expect(start).toBeDisabled();
    expect(start).toHaveAccessibleDescription('Something that is needed has no column yet.');
    const amount = screen.getByRole('combobox', { name: /^Amount/ });
    await user.type(amount, 'Totale');
    expect(await screen.findByText('There is no column “Totale”.', { selector: 'div' })).toBeVisible();
    await user.type(amount, '{Backspace}');
    await waitFor(() => {
      expect(start).toBeEnabled();
    });
  });

  it('needs no mapping for tracking calls', async () => {
    const { user } = renderApp('/w/default/imports/new');
    await user.click(await screen.findByRole('radio', { name: 'Events' }));
    await user.upload(screen.getByLabelText('File to import'), new File(['{}'], 'calls.jsonl'));
    await user.click(await screen.findByRole('button', { name: 'Start the import' }));
    expect(await screen.findByRole('region', { name: 'Result' })).toBeVisible();
  });

  it('asks what only its sender knows, and goes on', async () => {
    backend.imports = [{ ...doneImport('dates.csv'), state: 'needs-answer', questions: [{ id: 'dateFormat', text: 'Day or month first?', options: [{ value: 'd/m/y', text: '' }, { value: 'm/d/y', text: '' }] }] }];
    const { user } = renderApp('/w/default/imports/import-1');
    const goOn = await screen.findByRole('button', { name: 'Go on with the import' });
    expect(goOn).toBeDisabled();
    await user.click(screen.getByRole('radio', { name: 'd/m/y' }));
    await user.click(goOn);
    expect(await screen.findByRole('region', { name: 'Result' })).toBeVisible();
  });

  it('asks whose dollars they are, and sends the answer as the currency', async () => {
    let answered: unknown;
    server.use(
      http.post('*/api/imports/:id/answers', async ({ request }) => {
        answered = await request.clone().json();
        return undefined;
      }),
    );
    const options = [{ value: 'USD', text: 'United States dollar' }, { value: 'CAD', text: 'Canadian dollar' }];
    backend.imports = [{ ...doneImport('dollars.csv'), state: 'needs-answer', questions: [{ id: 'currency', text: 'Amounts are written with "$": which one is it?', options }] }];
    const { user } = renderApp('/w/default/imports/import-1');
    expect(await screen.findByRole('radiogroup', { name: 'Amounts are written with "$": which one is it?' })).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'CAD', description: 'Canadian dollar' }));
    await user.click(screen.getByRole('button', { name: 'Go on with the import' }));
    expect(await screen.findByRole('region', { name: 'Result' })).toBeVisible();
    expect(answered).toEqual({ answers: { currency: 'CAD' } });
  });

  it('most of whose rows were rejected warns and says the commonest reason', async () => {
    backend.imports = [{ ...doneImport('wrong.csv'), rowsRead: 100, rowsAccepted: 10, rowsRejected: 90, rowsDuplicate: 0, rejections: [{ reason: 'quantity is empty', column: 'qty', rows: 90, line: 2, example: '' }] }];
    renderApp('/w/default/imports/import-1');
    expect(await screen.findByText(/mostly because quantity is empty \(column qty\)/)).toHaveTextContent('90% of the rows were rejected');
  });

  it('counts what became of the rows and offers the rejected ones', async () => {
    renderApp('/w/default/imports/import-1');
    expect(await screen.findByText('135,080')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Download the rejected rows' })).toBeVisible();
    expect(screen.getByRole('table', { name: 'How the file was read' })).toHaveTextContent('Quantity*UnitPrice');
  });

  it('shows how far it is', async () => {
    backend.imports = [{ ...doneImport('big.csv'), state: 'reading', bytesRead: 250, bytesTotal: 1000, rowsRead: 12_345 }];
    renderApp('/w/default/imports/import-1');
    expect(await screen.findByRole('progressbar', { name: 'Reading the file' })).toHaveAttribute('aria-valuenow', '25');
    expect(screen.getByText(/^12,345 rows so far/)).toBeVisible();
  });

  it('that failed says why and that nothing was taken', async () => {
    backend.imports = [{ ...doneImport('broken.csv'), state: 'failed', error: 'The file ends in the middle of line 17.' }];
    renderApp('/w/default/imports/import-1');
    expect(await screen.findByText('The file ends in the middle of line 17.')).toBeVisible();
    expect(screen.getByText('Nothing of this file was taken')).toBeVisible();
  });

  it('whose file cannot be read says so and lets another one be chosen', async () => {
    server.use(http.post('*/api/imports/guess', () => HttpResponse.json({ title: 'Not a table', detail: 'The file “orders.csv” is empty.', status: 400, code: 'import-empty' }, { status: 400 })));
    const { user } = renderApp('/w/default/imports/new');
    await user.upload(await screen.findByLabelText('File to import'), file);
    expect(await screen.findByText('The file “orders.csv” is empty.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Another file' }));
    expect(await screen.findByRole('button', { name: 'Choose a file' })).toBeVisible();
  });

  it('is listed with the ones before it', async () => {
    renderApp('/w/default/imports');
    const table = await screen.findByRole('table', { name: 'Imports so far' });
    expect(within(table).getByRole('link', { name: 'orders-2025.csv' })).toHaveAttribute('href', '/w/default/imports/import-1');
  });
});
