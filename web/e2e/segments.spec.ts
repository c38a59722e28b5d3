import type { Locator, Page } from '@playwright/test';
import { fresh } from './support/fresh.ts';
import { makeSegment } from './support/segments.ts';
import { open, settled } from './support/settled.ts';
import { expect, test } from './support/test.ts';

const workspace = '/w/design-saas';

function editor(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Definition' });
}

async function write(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

function make(page: Page, key: string, definition: string): Promise<void> {
  return makeSegment(page, 'design-saas', key, definition);
}

test('a segment is built, broken and mended, saved, explained, changed, restored and deleted', async ({ page }, info) => {
  const name = fresh('Frequent exporters', info);
  await open(page, `${workspace}/segments`);
  await page.getByRole('link', { name: 'New segment' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);

  // Built in the tree, told in the text.
  await page.getByRole('button', { name: 'Add a condition to Conditions' }).click();
  await page.getByRole('menuitem', { name: /^Did something/ }).click();
  const first = page.getByRole('group', { name: 'Condition 1' });
  await first.getByRole('combobox', { name: 'Event' }).fill('Export File');
  await first.getByRole('textbox', { name: 'How many', exact: true }).fill('2');
  await first.getByRole('textbox', { name: 'Period: how many' }).fill('30');
  await expect(editor(page)).toContainText('did "Export File" at least 2 times in the last 30 days');
  await expect(page.getByText('Customers who did “Export File” at least 2 times in the last 30 days.')).toBeVisible();
  await expect(page.getByText('Counted')).toBeVisible();
  await expect(page.getByText(/of [\d,]+ customers/)).toBeVisible();

  // Broken in the text: told where it is, saving waits, one click mends it.
  const save = page.getByRole('button', { name: 'Create segment' });
  await expect(save).toBeEnabled();
  await write(page, 'did "Exprot File" at least 2 times in the last 30 dayz');
  const error = page.getByRole('listitem').filter({ has: page.getByRole('img', { name: 'Error' }) });
  await expect(error).toBeVisible();
  await expect(page.locator('.cm-lintRange-error')).toBeVisible();
  await expect(save).toBeDisabled();
  await error.getByRole('button', { name: /^Use / }).click();
  const warning = page.getByRole('listitem').filter({ has: page.getByRole('img', { name: 'Warning' }) });
  await warning.getByRole('button', { name: /^Use .*Export File/ }).click();
  await expect(first.getByRole('combobox', { name: 'Event' })).toHaveValue('Export File');
  await expect(warning).toHaveCount(0);
  await save.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  // Its members, each with a reason.
  const table = page.getByRole('table', { name: 'Members of the segment' });
  await table.getByRole('button', { name: /^Why / }).first().click();
  const reason = page.getByRole('dialog');
  await expect(reason.getByRole('list', { name: 'The definition, part by part' }).getByRole('img', { name: 'holds' }).first()).toBeVisible();
  await expect(reason.getByText(/did Export File/).first()).toBeVisible();
  await page.keyboard.press('Escape');

  // Another version, what it changed, and the way back.
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(editor(page)).toContainText('Export File');
  await page.getByRole('button', { name: 'Add a condition to Conditions' }).click();
  await page.getByRole('menuitem', { name: /^Something known/ }).click();
  const second = page.getByRole('group', { name: 'Condition 2' });
  await second.getByRole('combobox', { name: 'Trait' }).fill('plan');
  await second.getByRole('combobox', { name: 'Test' }).selectOption({ label: 'is not' });
  await second.getByRole('combobox', { name: 'Value' }).fill('free');
  await expect(editor(page)).toContainText('plan is not "free"');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Version 2' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'From version 1 to version 2' }).getByText(/plan is not "free"/)).toBeVisible();
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(page.getByRole('heading', { name: 'Version 3' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Who belongs' })).not.toContainText('free');

  await page.getByRole('button', { name: 'More for this segment' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/segments$/);
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
});

test('a segment is made by keyboard alone', async ({ page }, info) => {
  const name = fresh('Made by keyboard', info);
  await open(page, `${workspace}/new-segment`);
  await page.getByRole('main').focus();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const leadTo = async (key: string, target: Locator) => {
    for (let step = 0; step < 60; step += 1) {
      await press(key);
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error('The keyboard does not lead there.');
  };
  const tabTo = (target: Locator) => leadTo('Tab', target);
  const choose = async (item: Locator) => {
    await expect(item).toBeVisible();
    await leadTo('ArrowDown', item);
    await press('Enter');
  };
  await tabTo(page.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.type(name);
  await tabTo(page.getByRole('button', { name: 'Add a condition to Conditions' }));
  await press('Enter');
  await choose(page.getByRole('menuitem', { name: /^Did something/ }));
  const first = page.getByRole('group', { name: 'Condition 1' });
  await expect(first.getByRole('combobox', { name: 'Who' })).toBeFocused();
  await tabTo(first.getByRole('combobox', { name: 'Event' }));
  await press('Control+a');
  await page.keyboard.type('Export File');
  await tabTo(first.getByRole('textbox', { name: 'How many', exact: true }));
  await press('Control+a');
  await page.keyboard.type('3');
  await tabTo(page.getByRole('button', { name: 'Add a condition to Conditions' }));
  await press('Enter');
  await choose(page.getByRole('menuitem', { name: /^Something known/ }));
  await expect(page.getByRole('group', { name: 'Condition 2' }).getByRole('combobox', { name: 'Trait' })).toBeFocused();
  // Moved up by keyboard, and back: the focus goes along.
  await press('Alt+Shift+ArrowUp');
  await expect(page.getByRole('group', { name: 'Condition 1' }).getByRole('combobox', { name: 'Trait' })).toBeFocused();
  await press('Alt+Shift+ArrowDown');
  await tabTo(page.getByRole('button', { name: 'Remove condition 2' }));
  await press('Enter');
  await expect(page.getByRole('group', { name: 'Condition 2' })).toHaveCount(0);

  // The text too: completed from the data, and Tab leads on out of it.
  await tabTo(editor(page));
  await press('Control+End');
  await page.keyboard.type(' and pla');
  await press('Control+Space');
  await page.locator('.cm-tooltip-autocomplete').getByText('plan', { exact: true }).waitFor();
  await press('Escape', 'Control+a');
  await page.keyboard.insertText('did "Export File" at least 3 times in the last 14 days');
  await press('Tab');
  await expect(editor(page)).not.toBeFocused();
  const save = page.getByRole('button', { name: 'Create segment' });
  await expect(save).toBeEnabled();
  await save.focus();
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('work that is not saved is not lost unasked', async ({ page }) => {
  await open(page, `${workspace}/new-segment`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Half done');
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Half done');
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
});

test('every family of conditions has a form, and the text has them all', async ({ page }) => {
  const conditions = [
    'did "Export File" where format is "svg" and pages >= 2 on at least 3 days in the last 14 days',
    'did "Export File" at least 2 times per week in at least 3 of the last 4 weeks',
    'last did "Export File" more than 14 days ago',
    'did "Project Created" then "Export File" within 3 days without "Error Encountered" between in the last 60 days',
    'count of "Export File" in the last 14 days fell by at least 50%',
    'ratio of count of "Export File" in the last 30 days to count of "Project Opened" in the last 30 days >= 0.5',
    'company did "Export File" at least 20 times in the last 30 days',
    'plan has been "free" for at least 30 days',
    'at least 1 of (in segment "champions", consents to "email", in random 10% by "holdout")',
    'not (country is one of ("US", "CA") or trial_ends_at is within the next 3 days)',
  ];
  await open(page, `${workspace}/new-segment`);
  await write(page, conditions.join('\nand '));
  await expect(page.getByRole('group', { name: 'Group 10' })).toBeVisible();
  await expect(page.getByRole('group', { name: /^Condition 9\.\d/ })).toHaveCount(3);
  // Written anew from the tree, it says the same.
  await page.getByRole('group', { name: 'Condition 3' }).getByRole('textbox', { name: 'Time: how many' }).fill('15');
  for (const condition of conditions.filter((_, index) => index !== 2)) await expect(editor(page)).toContainText(condition);
  await expect(editor(page)).toContainText('last did "Export File" more than 15 days ago');
});

test('two segments are compared', async ({ page }) => {
  await make(page, 'e2e-exporters', 'did "Export File" at least 3 times in the last 60 days');
  await open(page, `${workspace}/segments/e2e-exporters`);
  await page.getByRole('main').getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('combobox', { name: 'With this one' }).click();
  await page.getByRole('option', { name: 'Champions' }).click();
  await expect(page).toHaveURL(/a=e2e-exporters&b=champions/);
  await expect(page.getByRole('img', { name: /^Only e2e-exporters: [\d,]+, Both: [\d,]+, Only Champions: [\d,]+$/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Figures side by side' }).getByRole('row')).not.toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Events that differ most' }).getByRole('listitem').first()).toBeVisible();
});

test('a ready segment is put to use', async ({ page }) => {
  await open(page, `${workspace}/segment-library`);
  const use = page.getByRole('main').getByRole('button', { name: /^Use / }).first();
  const name = ((await use.getAttribute('aria-label')) ?? '').replace(/^Use /, '');
  await use.click();
  await expect(page).toHaveURL(/\/segments\/(?!library)[a-z0-9-]+$/);
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
});

test('a segment that others refer to is not deleted, and says by whom', async ({ page }) => {
  await make(page, 'e2e-base', 'did "Export File" in the last 60 days');
  await make(page, 'e2e-dependant', 'in segment "e2e-base"');
  await open(page, `${workspace}/segments/e2e-base`);
  await page.getByRole('button', { name: 'More for this segment' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const question = page.getByRole('dialog');
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(question.getByRole('link', { name: 'e2e-dependant' })).toBeVisible();
});

for (const [format, label] of Object.entries({ csv: /^CSV/, jsonl: /^JSON Lines/, parquet: /^Parquet/ })) {
  test(`members are exported as ${format}`, async ({ page }) => {
    await open(page, `${workspace}/segments/champions`);
    await page.getByRole('button', { name: 'Export' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: label }).click()]);
    expect(file.suggestedFilename()).toBe(`champions.${format}`);
  });
}

test('conditions are dragged to another place, and comments of the text are kept', async ({ page }) => {
  await open(page, `${workspace}/new-segment`);
  await write(page, '# Who matters\ndid "Export File" in the last 60 days # lately\nand plan is not "free"\nand country is "US"');
  const third = page.getByRole('group', { name: 'Condition 3' });
  await expect(third).toBeVisible();
  await expect(page.getByText(/The text has comments/)).toBeVisible();
  await third.locator('[data-handle="3"]').dragTo(page.getByRole('group', { name: 'Condition 1' }), { targetPosition: { x: 200, y: 4 } });
  await expect(page.getByRole('group', { name: 'Condition 1' }).getByRole('combobox', { name: 'Trait' })).toHaveValue('country');
  await expect(editor(page)).toContainText('# Who matters');
  await expect(editor(page)).toContainText('# lately');
  await expect(editor(page)).toContainText(/country is "US"\s*and did "Export File"/);
  await expect(page.getByText(/The text has comments/)).toHaveCount(0);
});
