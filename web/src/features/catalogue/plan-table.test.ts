import { describe, expect, it } from 'vitest';
import { emptyPlan, propertiesOf, readValues, withEvent, withProperty } from './plan-table';

const schema = {
  type: 'object',
  required: ['order_id', 'bare'],
  properties: { order_id: { type: 'string' }, revenue: { type: ['number', 'null'], minimum: 0 }, currency: { enum: ['EUR', 'USD'] } },
  additionalProperties: false,
};

describe('propertiesOf', () => {
  it('reads names, types, what is required, what is allowed, and that there is more', () => {
    expect(propertiesOf(schema)).toEqual([
      { name: 'order_id', types: ['string'], isRequired: true, values: [], hasMore: false },
      { name: 'revenue', types: ['number', 'null'], isRequired: false, values: [], hasMore: true },
      { name: 'currency', types: [], isRequired: false, values: ['EUR', 'USD'], hasMore: false },
      { name: 'bare', types: [], isRequired: true, values: [], hasMore: false },
    ]);
  });

  it('finds nothing in a schema that allows anything', () => {
    expect(propertiesOf(true)).toEqual([]);
    expect(propertiesOf(undefined)).toEqual([]);
  });
});

describe('withProperty', () => {
  it('changes one property and keeps all else that is said', () => {
    const changed = withProperty(schema, 'revenue', { types: ['number'], isRequired: true });
    expect(changed).toEqual({ ...schema, required: ['order_id', 'bare', 'revenue'], properties: { ...schema.properties, revenue: { type: 'number', minimum: 0 } } });
  });

  it('drops a keyword that allows anything again', () => {
    expect(withProperty(schema, 'currency', { values: [] })).toMatchObject({ properties: { currency: {} } });
  });

  it('takes a property out, also of those required', () => {
    const without = withProperty(schema, 'order_id', null);
    expect(without).toMatchObject({ required: ['bare'], additionalProperties: false });
    expect(propertiesOf(without).map(({ name }) => name)).toEqual(['revenue', 'currency', 'bare']);
  });
});

describe('withEvent', () => {
  it('adds, changes and takes out', () => {
    const event = { name: 'Login', description: null, schema: undefined };
    const added = withEvent(emptyPlan, 'Login', event);
    expect(added.events).toEqual([event]);
    expect(withEvent(added, 'Login', { ...event, description: 'In.' }).events[0]?.description).toBe('In.');
    expect(withEvent(added, 'Login', null).events).toEqual([]);
  });
});

describe('readValues', () => {
  it('reads words, and numbers where numbers are allowed', () => {
    expect(readValues(' EUR, USD,', ['string'])).toEqual(['EUR', 'USD']);
    expect(readValues('1, 2.5, x', ['number'])).toEqual([1, 2.5, 'x']);
  });
});
