using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Imports.Calls;

/// <summary>
/// Makes tracking calls of the orders that files bring, so that segments can ask about them as about any event: <c>Order Completed</c>,
/// <c>Order Refunded</c>, <c>Order Cancelled</c>, and the customers' countries.
/// </summary>
/// <remarks>
/// A call is known by its order (<c>import:completed:1001</c>) and is made of all the lines that the order has, so that it does not matter which files they came
/// from, nor how often. It is made anew when the order changes, and is not made when a tracking call tells of the same order. Stopped anywhere, running
/// it again finishes.
/// </remarks>
internal sealed class OrderCallPublisher(ClickHouseClient client, TimeProvider time)
{
    private const int CallsPerDeletion = 2000;
    private const string OfRange = "BETWEEN {first_profile:UUID} AND {last_profile:UUID}";
    private const string OfSome = "IN {profiles:Array(UUID)}";

    // The import of calls that no import published: they are of one, and none has this id.
    private static readonly Guid Settled = new("00000000-0000-0000-0000-000000000001");
    private static readonly string[] Outcomes = ["completed", "refunded", "cancelled"];
    private static readonly string Linked = EmbeddedSql.Read("Imports/Calls/LinkedProfiles.sql");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Guid LastProfile = new("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static readonly Statement Publish = Load("PublishOrderCalls.sql").WithSetting("max_partitions_per_insert_block", "0");
    private static readonly Statement Outdated = Load("OutdatedOrderCalls.sql");
    private static readonly Statement There = Load("OrderCallsThere.sql");
    private static readonly Statement Doubled = Load("DoubledOrderCalls.sql");
    private static readonly Statement DoubledOf = Load("DoubledOrderCalls.sql", OfSome);
    private static readonly Statement PublishOf = Load("PublishOrderCalls.sql", OfSome).WithSetting("max_partitions_per_insert_block", "0");

    private static readonly Statement Delete = new Statement("DELETE FROM events WHERE workspace = {workspace:String} AND message_id IN {calls:Array(String)}").WithTimeout(Patience);

    private static readonly Statement Lines = new("SELECT toInt64(count()) FROM order_lines WHERE workspace = {workspace:String}");

    /// <summary>The question for all identifiers of the customers whom some identifiers, given as <c>profiles</c>, belong to, where they have several.</summary>
    public static string LinkedOfSome { get; } = Linked.Replace(OfRange, OfSome, StringComparison.Ordinal);

    /// <summary>Brings the calls of the orders that an import has lines of up to date.</summary>
    public async Task PublishAsync(WorkspaceKey workspace, Guid import, CancellationToken cancellationToken)
    {
        var lines = await client.SingleAsync<long>(Lines.With("workspace", workspace.Value), cancellationToken);
        var isFirst = !await AreThereAsync(workspace, cancellationToken);
        foreach (var range in ProfileRange.For(lines))
        {
            Statement Asked(Statement statement) => statement.With("workspace", workspace.Value).With("import", import).With("first_profile", range.First).With("last_profile", range.Last);
            if (!isFirst)
            {
                await DeleteAsync(workspace, await client.ListAsync<string>(Asked(Outdated).With("all_orders", false), cancellationToken), cancellationToken);
            }

            await client.ExecuteAsync(
                Asked(Publish).With("all_orders", isFirst).With("nothing_there", isFirst).With("now", time.GetUtcNow()).WithQueryId($"publish-order-calls-{import:D}-{range.First:N}"),
                cancellationToken);
        }
    }

    /// <summary>Removes the calls of orders whose lines are about to become something else; publishing makes them anew.</summary>
    public async Task ForgetAsync(WorkspaceKey workspace, IEnumerable<string> orders, CancellationToken cancellationToken)
    {
        if (await AreThereAsync(workspace, cancellationToken))
        {
            await DeleteAsync(workspace, [.. orders.Distinct(StringComparer.Ordinal).SelectMany(order => Outcomes.Select(outcome => $"import:{outcome}:{order}"))], cancellationToken);
        }
    }

    /// <summary>Removes calls of orders that tracking calls tell of too.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="profile">The customer whose orders are looked at; null: everybody's.</param>
    /// <param name="cancellationToken">Gives up; running it again finishes.</param>
    public async Task RemoveDoubledAsync(WorkspaceKey workspace, Guid? profile, CancellationToken cancellationToken)
    {
        var doubled = await client.ListAsync<string>(
            Doubled.With("workspace", workspace.Value).With("first_profile", profile ?? Guid.Empty).With("last_profile", profile ?? LastProfile), cancellationToken);
        await DeleteAsync(workspace, doubled, cancellationToken);
    }

    /// <summary>Removes the calls of orders that tracking calls of the same customers tell of, and makes those that are missing.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="identifiers">The identifiers of customers who were put together of several, or taken apart.</param>
    /// <param name="areApart">Whether any were taken apart: only then can calls be missing.</param>
    /// <param name="cancellationToken">Gives up; running it again finishes.</param>
    public async Task SettleAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> identifiers, bool areApart, CancellationToken cancellationToken)
    {
        if (await AreThereAsync(workspace, cancellationToken))
        {
            Statement Asked(Statement statement) => statement.With("workspace", workspace.Value).With("profiles", identifiers);
            await DeleteAsync(workspace, await client.ListAsync<string>(Asked(DoubledOf), cancellationToken), cancellationToken);
            if (areApart)
            {
                await client.ExecuteAsync(
                    Asked(PublishOf).With("import", Settled).With("all_orders", true).With("nothing_there", false).With("now", time.GetUtcNow()), cancellationToken);
            }
        }
    }

    private async Task<bool> AreThereAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        await client.SingleAsync<long>(There.With("workspace", workspace.Value), cancellationToken) > 0;

    // By their ids and no subquery: the embedded engine never ends a mutation that reads its own table.
    private async Task DeleteAsync(WorkspaceKey workspace, List<string> calls, CancellationToken cancellationToken)
    {
        foreach (var some in calls.Chunk(CallsPerDeletion))
        {
            await client.ExecuteAsync(Delete.With("workspace", workspace.Value).With("calls", some).AsIdempotent(), cancellationToken);
        }
    }

    private static Statement Load(string file, string profiles = OfRange) => new Statement(
        EmbeddedSql.Read($"Imports/Calls/{file}")
            .Replace("/*calls*/", EmbeddedSql.Read("Imports/Calls/OrderLineCalls.sql"), StringComparison.Ordinal)
            .Replace("/*tracked*/", EmbeddedSql.Read("Imports/Calls/TrackedOrders.sql"), StringComparison.Ordinal)
            .Replace("/*linked*/", Linked, StringComparison.Ordinal)
            .Replace(OfRange, profiles, StringComparison.Ordinal)).WithTimeout(Patience);
}
