using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Pipeline.Store;

/// <inheritdoc cref="IDerivedRows"/>
internal sealed class DerivedRows(ClickHouseClient engine) : IDerivedRows
{
    // An id has up to a kilobyte: together they stay well within the length that the engine takes.
    private const int CallsPerStatement = 200;
    private const string Calls = "/*calls*/";
    private const string OfSome = "time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')} AND message_id IN {messages:Array(String)}";
    private const string OfImport = "time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')} AND import_id = {import:UUID}";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Statement[] RefillSome = [Load("RefillGroupCalls", OfSome), Load("RefillConsents", OfSome)];
    private static readonly Statement[] RefillImport = [Load("RefillGroupCalls", OfImport), Load("RefillConsents", OfImport)];

    private static readonly Statement ImportSpan = new Statement(
        """
        SELECT toInt64(count()) AS calls, min(time) AS first, max(time) AS last
        FROM events
        WHERE workspace = {workspace:String} AND import_id = {import:UUID}
            AND (type = 'group' OR position(context, '"categoryPreferences"') > 0)
        """).WithTimeout(Patience);

    /// <summary>The calls of a batch of which the engine makes further rows.</summary>
    public static IReadOnlyList<DerivingCall> Of(IEnumerable<EventRow> rows) =>
    [
        .. rows
            .Where(row => row.Type == "group" || row.Context.AsSpan().IndexOf("\"categoryPreferences\""u8) >= 0)
            .Select(row => new DerivingCall(row.Workspace, row.MessageId, row.Time)),
    ];

    public async Task RefillAsync(IReadOnlyCollection<DerivingCall> calls, CancellationToken cancellationToken)
    {
        foreach (var workspace in calls.GroupBy(call => call.Workspace, StringComparer.Ordinal))
        {
            foreach (var some in workspace.OrderBy(call => call.Time).Chunk(CallsPerStatement))
            {
                foreach (var refill in RefillSome)
                {
                    await engine.ExecuteAsync(
                        refill
                            .With("workspace", workspace.Key)
                            .With("first", some[0].Time)
                            .With("last", some[^1].Time)
                            .With("messages", some.Select(call => call.MessageId).ToArray()),
                        cancellationToken);
                }
            }
        }
    }

    public async Task RefillAsync(WorkspaceKey workspace, Guid import, CancellationToken cancellationToken)
    {
        var (calls, first, last) = await engine.SingleAsync<(long Calls, DateTimeOffset First, DateTimeOffset Last)>(
            ImportSpan.With("workspace", workspace.Value).With("import", import), cancellationToken);
        if (calls == 0)
        {
            return;
        }

        foreach (var refill in RefillImport)
        {
            await engine.ExecuteAsync(
                refill.With("workspace", workspace.Value).With("first", first).With("last", last).With("import", import).WithTimeout(Patience), cancellationToken);
        }
    }

    private static Statement Load(string name, string calls) => new(EmbeddedSql.Read($"Pipeline/Store/{name}.sql").Replace(Calls, calls, StringComparison.Ordinal));
}
