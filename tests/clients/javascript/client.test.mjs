// The official client against the engine named by the environment: TESSERA_CLICKHOUSE_URL, with user and password in it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { createClient } from '@clickhouse/client';

const address = new URL(process.env.TESSERA_CLICKHOUSE_URL);
const username = decodeURIComponent(address.username) || 'default';
const password = decodeURIComponent(address.password);
address.username = '';
address.password = '';

// Unique to this run, so that the tests may share a server.
const database = `official_client_${randomUUID().replaceAll('-', '')}`;

const connect = (options = {}) =>
  createClient({ url: address.href, username, password, request_timeout: 60_000, log: { level: 127 }, ...options });

const rows = async (result) => (await result.json()).map((row) => ({ ...row }));

describe('the official client', () => {
  let admin;
  let client;

  before(async () => {
    admin = connect();
    await admin.command({ query: `CREATE DATABASE ${database}` });
    client = connect({ database });
  });

  after(async () => {
    await admin.command({ query: `DROP DATABASE ${database}` });
    await client.close();
    await admin.close();
  });

  it('pings, with and without a statement', async () => {
    assert.deepEqual(await client.ping(), { success: true });
    assert.deepEqual(await client.ping({ select: true }), { success: true });
  });

  it('is refused with a wrong password', async () => {
    const stranger = connect({ password: 'wrong' });
    await assert.rejects(stranger.query({ query: 'SELECT 1' }), { code: '516', type: 'AUTHENTICATION_FAILED' });
    await stranger.close();
  });

  it('binds parameters of every common type', async () => {
    const values = {
      text: 'tab\t newline\n return\r quote\' backslash\\ "double" 漢字 \u0000 end',
      number: 42,
      big: '18446744073709551615',
      float: 1.5,
      flag: true,
      list: ['a\tb', "c'd", 'e\\f'],
      numbers: [1, 2, 3],
      map: { key: 'va\'lue' },
      nothing: null,
      when: '2011-12-09 12:50:00',
    };
    const result = await client.query({
      query: `SELECT {text:String} AS text, {number:Int32} AS number, {big:UInt64} AS big, {float:Float64} AS float, {flag:Bool} AS flag,
        {list:Array(String)} AS list, {numbers:Array(UInt8)} AS numbers, {map:Map(String, String)} AS map,
        {nothing:Nullable(String)} AS nothing, {when:DateTime} AS when`,
      query_params: values,
      format: 'JSONEachRow',
      clickhouse_settings: { output_format_json_quote_64bit_integers: 1 },
    });
    assert.deepEqual(await rows(result), [values]);
  });

  it('sends parameters as a form when asked to', async () => {
    const long = 'x'.repeat(200_000);
    const result = await client.query({
      query: 'SELECT length({long:String}) AS length',
      query_params: { long },
      format: 'JSONEachRow',
      use_multipart_params: true,
    });
    assert.deepEqual(await rows(result), [{ length: long.length }]);
  });

  it('inserts a stream and selects it as a stream', async () => {
    const count = 200_000;
    await client.command({ query: 'CREATE TABLE streamed (id UInt32, name String) ENGINE = MergeTree ORDER BY id' });
    function* make() {
      for (let id = 0; id < count; id++) {
        yield { id, name: `name\n\n${id}` };
      }
    }
    const inserted = await client.insert({ table: 'streamed', values: Readable.from(make()), format: 'JSONEachRow' });
    assert.equal(inserted.executed, true);
    assert.equal(inserted.summary.written_rows, String(count));

    const result = await client.query({ query: 'SELECT id, name FROM streamed ORDER BY id', format: 'JSONEachRow' });
    let next = 0;
    for await (const batch of result.stream()) {
      for (const row of batch) {
        assert.deepEqual({ ...row.json() }, { id: next, name: `name\n\n${next}` });
        next++;
      }
    }
    assert.equal(next, count);
  });

  it('reads a large result as one JSON document', async () => {
    const result = await client.query({ query: 'SELECT number FROM numbers(150000)', format: 'JSON' });
    const document = await result.json();
    assert.equal(document.rows, 150_000);
    assert.deepEqual(document.meta, [{ name: 'number', type: 'UInt64' }]);
    assert.equal(document.data.length, 150_000);
  });

  for (const format of ['CSVWithNames', 'TabSeparatedWithNamesAndTypes', 'JSONCompactEachRowWithNamesAndTypes']) {
    it(`writes the header of ${format} once`, async () => {
      const result = await client.query({ query: 'SELECT number AS column_name FROM numbers(150000)', format });
      const text = await result.text();
      assert.equal(text.split('column_name').length - 1, 1);
      assert.equal(text.trimEnd().split('\n').length, 150_000 + (format.endsWith('AndTypes') ? 2 : 1));
    });
  }

  it('reports an error with its code and type', async () => {
    await assert.rejects(client.query({ query: 'SELECT * FROM no_such_table' }), { code: '60', type: 'UNKNOWN_TABLE' });
    await assert.rejects(client.query({ query: 'SELECT 1 +' }), { code: '62', type: 'SYNTAX_ERROR' });
    await assert.rejects(client.query({ query: 'SELECT {a:UInt8}', query_params: { a: 'x' } }), { code: '457', type: 'BAD_QUERY_PARAMETER' });
    await assert.rejects(client.insert({ table: 'no_such_table', values: [{ a: 1 }], format: 'JSONEachRow' }), { code: '60' });
  });

  it('reports an error in the middle of a stream', async () => {
    const result = await client.query({ query: 'SELECT throwIf(number = 3000000, \'in the middle\') FROM numbers(10000000)', format: 'JSONEachRow' });
    await assert.rejects(
      async () => {
        for await (const batch of result.stream()) {
          assert.ok(batch.length > 0);
        }
      },
      (error) => {
        assert.match(error.message, /in the middle/);
        assert.equal(error.code, '395');
        return true;
      },
    );
  });

  for (const codec of ['gzip', 'br']) {
    it(`compresses both ways with ${codec}`, async () => {
      const compressed = connect({ database, compression: { request: { codec }, response: { codec } } });
      const table = `compressed_${codec}`;
      await compressed.command({ query: `CREATE TABLE ${table} (id UInt32, name String) ENGINE = MergeTree ORDER BY id` });
      const values = Array.from({ length: 50_000 }, (_, id) => ({ id, name: `name ${id}` }));
      await compressed.insert({ table, values, format: 'JSONEachRow' });
      const result = await compressed.query({ query: `SELECT * FROM ${table} ORDER BY id`, format: 'JSONEachRow' });
      assert.equal(result.response_headers['content-encoding'], codec);
      assert.deepEqual(await rows(result), values);
      await assert.rejects(compressed.query({ query: 'SELECT * FROM no_such_table' }), { code: '60' });
      await compressed.close();
    });
  }

  it('applies settings to one statement only', async () => {
    const one = connect({ database, max_open_connections: 1 });
    const ask = async (clickhouse_settings) => {
      const result = await one.query({ query: "SELECT getSetting('max_block_size') AS size", format: 'JSONEachRow', clickhouse_settings });
      return Number((await rows(result))[0].size);
    };
    const usual = await ask({});
    for (let round = 0; round < 10; round++) {
      assert.equal(await ask({ max_block_size: '1234' }), 1234);
      assert.equal(await ask({}), usual);
    }
    await assert.rejects(ask({ no_such_setting: 1 }), { code: '115', type: 'UNKNOWN_SETTING' });
    assert.equal(await ask({}), usual);
    await one.close();
  });

  it('cancels a statement in the engine when it is aborted', async () => {
    const controller = new AbortController();
    const mark = randomUUID();
    const running = client.query({
      query: `SELECT sum(sipHash64(number)) FROM numbers(1000000000000) -- ${mark}`,
      abort_signal: controller.signal,
      clickhouse_settings: { max_execution_time: 60 },
    });
    const isRunning = async () => {
      const result = await admin.query({
        query: 'SELECT count() AS running FROM system.processes WHERE query LIKE {pattern:String} AND query NOT LIKE {self:String}',
        query_params: { pattern: `%sipHash64(number)%1000000000000%`, self: '%system.processes%' },
        format: 'JSONEachRow',
      });
      return Number((await rows(result))[0].running) > 0;
    };
    while (!(await isRunning())) {
      // Not begun yet.
    }
    controller.abort();
    await assert.rejects(running, /abort/i);
    while (await isRunning()) {
      // The test's own time limit fails it when this never ends.
    }
  });

  it('kills a statement by the identifier the client gave it', async () => {
    const query_id = randomUUID();
    const running = client.query({ query: 'SELECT sum(sipHash64(number)) FROM numbers(1000000000000)', query_id });
    const outcome = assert.rejects(running, { code: '394', type: 'QUERY_WAS_CANCELLED' });
    let ended = false;
    outcome.finally(() => {
      ended = true;
    });
    while (!ended) {
      await admin.command({ query: 'KILL QUERY WHERE query_id = {id:String} SYNC', query_params: { id: query_id } });
    }
    await outcome;
  });

  it('answers with the query id it was given', async () => {
    const query_id = randomUUID();
    const result = await client.query({ query: 'SELECT 1', query_id });
    assert.equal(result.query_id, query_id);
    assert.equal(result.response_headers['x-clickhouse-query-id'], query_id);
    await result.text();
  });

  it('runs many statements at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 64 }, async (_, n) => {
        const result = await client.query({ query: 'SELECT {n:UInt32} AS n', query_params: { n }, format: 'JSONEachRow' });
        return (await rows(result))[0].n;
      }),
    );
    assert.deepEqual(answers, Array.from({ length: 64 }, (_, n) => n));
  });

  it('executes statements that return rows other than SELECT', async () => {
    const show = await client.query({ query: 'SHOW DATABASES', format: 'JSONEachRow' });
    assert.ok((await rows(show)).some((row) => row.name === database));
    const described = await client.query({ query: 'DESCRIBE TABLE (SELECT 1 AS a)', format: 'JSONEachRow' });
    assert.deepEqual((await rows(described)).map((row) => [row.name, row.type]), [['a', 'UInt8']]);
    const explained = await client.query({ query: 'EXPLAIN SYNTAX SELECT 1', format: 'JSONEachRow' });
    assert.ok((await rows(explained)).length > 0);
  });
});
