import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { makeSegment } from './support/segments.ts';
import { open as openPage, settled } from './support/settled.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

interface Screen {
  name: string;
  open: (page: Page) => Promise<void>;
}

/** A heading of the screen's content tells that loading is over. */
function at(name: string, path: string, landmark: string): Screen {
  return {
    name,
    open: async (page) => {
      await page.goto(path);
      await expect(page.getByText(landmark).first()).toBeVisible();
      await settled(page);
    },
  };
}

/** A menu that is open. */
function menu(name: string, path: string, button: string | RegExp, prepare?: (page: Page) => Promise<void>): Screen {
  return {
    name,
    open: async (page) => {
      await prepare?.(page);
      await openPage(page, path);
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('menuitem').first()).toBeFocused();
    },
  };
}

/** A segment in the language with a group, a where and a negation in it. */
function exporters(page: Page): Promise<void> {
  return makeSegment(page, 'design-saas', 'e2e-accessible', 'did "Export File" where format is "svg" or did "Export File" at least 2 times in the last 60 days and plan is not "free"');
}

const screens: Screen[] = [
  at('overview', '/w/default/overview', 'Average order'),
  at('segments', '/w/default/segments', 'Champions'),
  at('segment', '/w/default/segments/champions', 'The rule'),
  at('segments of the model', '/w/default/segments?kind=rfm', 'Value each'),
  {
    name: 'segment of our own',
    open: async (page) => {
      await exporters(page);
      await openPage(page, '/w/design-saas/segments/e2e-accessible');
      await expect(page.getByRole('heading', { name: 'Version 1' })).toBeVisible();
    },
  },
  {
    name: 'reason of a membership',
    open: async (page) => {
      await exporters(page);
      await openPage(page, '/w/design-saas/segments/e2e-accessible');
      await page.getByRole('button', { name: /^Why / }).first().click();
      await expect(page.getByRole('list', { name: 'The definition, part by part' })).toBeVisible();
    },
  },
  at('empty builder', '/w/design-saas/new-segment', 'Add a condition, or write one'),
  {
    name: 'builder',
    open: async (page) => {
      await exporters(page);
      await openPage(page, '/w/design-saas/segments/e2e-accessible/edit');
      await expect(page.getByText('Counted')).toBeVisible();
    },
  },
  {
    name: 'builder with an error',
    open: async (page) => {
      await openPage(page, '/w/design-saas/new-segment');
      await page.getByRole('textbox', { name: 'Definition' }).click();
      await page.keyboard.insertText('did "Exprot File" at least 3 tims');
      await expect(page.getByRole('img', { name: 'Error' }).first()).toBeVisible();
    },
  },
  at('comparison', '/w/design-saas/segment-comparison?a=champions&b=loyal', 'Revenue per customer'),
  at('library', '/w/design-saas/segment-library', 'The definition'),
  at('customers', '/w/default/customers', 'First seen'),
  {
    name: 'customer',
    open: async (page) => {
      await openPage(page, '/w/default/segments/champions');
      await page.getByRole('table', { name: 'Members of the segment' }).getByRole('link').first().click();
      await page.getByRole('tabpanel', { name: 'Orders' }).locator('summary').first().click();
      await expect(page.getByRole('table', { name: /^Lines of order / })).toBeVisible();
    },
  },
  at('unknown customer', '/w/default/customers/00000000-0000-0000-0000-000000000000', 'There is no such customer'),
  {
    name: 'traits and identity of a customer',
    open: async (page) => {
      await openPage(page, '/w/design-saas/segments/champions');
      await page.getByRole('table', { name: 'Members of the segment' }).getByRole('link').first().click();
      await page.getByRole('tab', { name: 'Traits' }).click();
      await page.getByRole('list', { name: 'Traits' }).getByRole('button').first().click();
      await expect(page.getByRole('list', { name: /^History of / })).toBeVisible();
      await page.getByRole('tab', { name: 'Identity' }).click();
      await expect(page.getByRole('list', { name: 'Merges' })).toBeVisible();
    },
  },
  at('companies', '/w/design-saas/customers/companies', 'Id in calls'),
  {
    name: 'company',
    open: async (page) => {
      await openPage(page, '/w/design-saas/customers/companies');
      await page.getByRole('table', { name: 'Companies' }).getByRole('link').first().click();
      await expect(page.getByRole('table', { name: 'Members of the company' })).toBeVisible();
    },
  },
  at('imports', '/w/default/imports', 'Imports so far'),
  {
    name: 'import',
    open: async (page) => {
      await openPage(page, '/w/default/imports');
      await page.getByRole('table', { name: 'Imports so far' }).getByRole('link').first().click();
      await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
    },
  },
  at('sources', '/w/default/sources', 'Last received'),
  at('source', '/w/default/sources/default', 'At a glance'),
  at('new source', '/w/default/new-source', 'What is it?'),
  at('live events', '/w/default/live', 'Listening …'),
  at('calls kept aside', '/w/default/live?tab=refused', 'never lost, kept whole'),
  at('webhooks', '/w/default/webhooks', 'All webhooks'),
  at('new webhook', '/w/default/new-webhook', 'Whom to tell'),
  at('pipeline', '/w/default/pipeline', 'Partitions of the log'),
  at('catalogue', '/w/design-saas/catalogue', 'In 24 hours'),
  at('catalogue of an event', '/w/design-saas/catalogue/Export%20File', 'Mostly'),
  at('traits of the catalogue', '/w/design-saas/catalogue?tab=traits', 'Mostly'),
  {
    name: 'drafted tracking plan',
    open: async (page) => {
      // Another test gives the design tool a plan.
      await openPage(page, '/w/default/catalogue?tab=plan');
      await page.getByRole('button', { name: 'Draft one from what was seen' }).click();
      await page.getByRole('list', { name: 'Planned events' }).getByRole('button', { name: /^Product Added/ }).click();
      await expect(page.getByRole('table', { name: 'Properties of Product Added' })).toBeVisible();
    },
  },
  at('settings', '/w/default/settings', 'Identity rules'),
  at('workspace', '/w/default/workspace', 'Time zone'),
  at('new workspace', '/w/default/new-workspace', 'Time zone'),
  at('identity rules', '/w/default/identity', 'Blocked values'),
  at('erased customers', '/w/default/erasures', 'Who was erased'),
  at('new import', '/w/default/imports/new', 'Drop a file here'),
  at('RFM settings', '/w/default/rfm', 'Cut-offs now'),
  at('system', '/w/default/system', 'Data directory'),
  at('signed out', '/signed-out', 'You are signed out'),
  at('unknown page', '/w/default/nowhere', 'There is no such page'),
  {
    name: 'question before a segment is deleted',
    open: async (page) => {
      await exporters(page);
      await openPage(page, '/w/design-saas/segments/e2e-accessible');
      await page.getByRole('button', { name: 'More for this segment' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await expect(page.getByRole('dialog').getByRole('button', { name: 'Delete' })).toBeVisible();
    },
  },
  {
    name: 'question before a customer is erased',
    open: async (page) => {
      await openPage(page, '/w/default/segments/champions');
      await page.getByRole('table', { name: 'Members of the segment' }).getByRole('link').first().click();
      await page.getByRole('button', { name: 'Erase' }).click();
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    },
  },
  at('unknown workspace', '/w/nowhere/overview', 'There is no such workspace for you'),
  ...['overview', 'segments', 'segment-library', 'customers', 'customers/companies', 'sources', 'catalogue', 'catalogue?tab=plan', 'catalogue?tab=violations', 'webhooks', 'imports', 'rfm'].map((path) => ({
    name: `${path} of an empty workspace`,
    open: async (page: Page) => {
      await makeWorkspace(page, 'e2e-empty');
      await openPage(page, `/w/e2e-empty/${path}`);
    },
  })),
  menu('menu of a segment', '/w/design-saas/segments/e2e-accessible', 'More for this segment', exporters),
  menu('formats of an export', '/w/default/segments/champions', 'Export'),
  menu('account', '/w/default/segments', /^Account/),
  menu('workspaces', '/w/default/segments', /^Workspace: /),
  menu('conditions to add', '/w/design-saas/new-segment', 'Add a condition to Conditions'),
  {
    name: 'columns of customers',
    open: async (page) => {
      await openPage(page, '/w/design-saas/customers');
      await page.getByRole('button', { name: 'Columns' }).click();
      await expect(page.getByRole('checkbox', { name: 'plan', exact: true })).toBeVisible();
    },
  },
  {
    name: 'question before a merge is undone',
    open: async (page) => {
      await openPage(page, '/w/design-saas/segments/champions');
      await page.getByRole('table', { name: 'Members of the segment' }).getByRole('link').first().click();
      await page.getByRole('tab', { name: 'Identity' }).click();
      await page.getByRole('button', { name: /^Undo: / }).first().click();
      await expect(page.getByRole('dialog', { name: 'Undo this merge?' })).toBeVisible();
    },
  },
  {
    name: 'command palette',
    open: async (page) => {
      await openPage(page, '/w/default/segments');
      await expect(page.getByRole('heading', { level: 1, name: 'Segments' })).toBeVisible();
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('textbox', { name: 'Search or go to' })).toBeVisible();
    },
  },
];

// Most of all tests, none of which depends on another: shared by all workers.
test.describe.configure({ mode: 'parallel' });

test.use({ colorScheme: 'light' });

for (const { name, open } of screens) {
  test(`${name} is for everybody`, async ({ page }) => {
    await open(page);
    await expectAccessible(page);
  });
}

test.describe('who is not signed in', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('sign-in is for everybody', async ({ page }) => {
    await openPage(page, '/sign-in');
    await expectAccessible(page);
  });
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the menu opens and leads on', async ({ page }) => {
    await openPage(page, '/w/default/overview');
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await page.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: 'Customers', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  });
});
