import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import query from '@tanstack/eslint-plugin-query';
import checkFile from 'eslint-plugin-check-file';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('./src/features', import.meta.url));

// Imports flow one way: shared, then features, then the app. The features' list is read, not written.
const zones = [
  ...features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: './src/features',
    except: [`./${feature}`],
    message: 'A feature does not know another: compose them in src/app.',
  })),
  { target: './src/features', from: './src/app', message: 'Features do not know the app.' },
  {
    target: ['./src/components', './src/lib', './src/config'],
    from: ['./src/features', './src/app'],
    message: 'Shared code does not know features or the app.',
  },
];

const testHelpersStayOut = {
  target: ['./src/app', './src/features', './src/components', './src/lib', './src/config'],
  from: './src/testing',
  message: 'Test helpers stay out of the product.',
};

const restrictPaths = (list) => ['error', { basePath: import.meta.dirname, zones: list }];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'test-results', 'playwright-report', 'src/lib/api/schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // throw redirect(…) is how the router changes course.
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }] }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreVoidReturningFunctions: true, ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX, 'check-file': checkFile, 'react-hooks': reactHooks, 'jsx-a11y-x': jsxA11y, '@tanstack/query': query },
    languageOptions: { globals: globals.browser },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.app.json' })] },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.configs.strict.rules,
      // What scrolls by itself must be reachable by keyboard.
      'jsx-a11y-x/no-noninteractive-tabindex': ['error', { roles: ['region'] }],
      ...Object.fromEntries(query.configs['flat/recommended'].flatMap(({ rules }) => Object.entries(rules))),
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': restrictPaths([...zones, testHelpersStayOut]),
      'check-file/filename-naming-convention': ['error', { '**/*.{ts,tsx,css}': 'KEBAB_CASE' }, { ignoreMiddleExtensions: true }],
      'check-file/folder-naming-convention': ['error', { 'src/**/': 'KEBAB_CASE' }],
      // No barrels: a file is imported where it lies.
      'check-file/filename-blocklist': ['error', { '**/index.{ts,tsx}': '**/!(index).{ts,tsx}' }],
    },
  },
  {
    // What is loaded by its file (a lazy component, the tests' environment) needs a default export; nothing else does.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/components/chart/echart.tsx', 'src/testing/environment.ts'],
    rules: { 'import-x/no-default-export': 'error' },
  },
  { files: ['src/**/*.test.{ts,tsx}'], rules: { 'import-x/no-restricted-paths': restrictPaths(zones) } },
  { files: ['public/**'], languageOptions: { globals: globals.browser } },
  { files: ['scripts/**', '*.config.*', 'e2e/**'], languageOptions: { globals: globals.node } },
);
