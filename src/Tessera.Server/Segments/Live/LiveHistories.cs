using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments.Live;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Segments.Live;

/// <summary>Builds the states of customers from what the engine has of them.</summary>
internal sealed class LiveHistories(ClickHouseClient engine, ICustomerIdentity identity, ComputedValues computed)
{
    private static readonly Statement Calls = Load("Calls");
    private static readonly Statement FirstSeen = Load("FirstSeen");
    private static readonly Statement Consents = Load("Consents");
    private static readonly Statement Computed = Load("Computed");
    private static readonly Statement Kept = Load("Kept");
    private static readonly Statement Customers = Load("Customers");
    private static readonly Statement Imported = Load("Imported");

    /// <summary>The states of some customers, before their first evaluation; none of those who are not there any more.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="plan">The segments.</param>
    /// <param name="profiles">The customers.</param>
    /// <param name="except">Asked once everything is read: the ids of calls of a customer that are to be left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ProfileState>> ReadAsync(
        WorkspaceKey workspace, LivePlan plan, IReadOnlyCollection<Guid> profiles, Func<Guid, IReadOnlySet<string>> except, CancellationToken cancellationToken)
    {
        await computed.PointAsync(workspace, cancellationToken);
        var members = await identity.MembersAsync(profiles, cancellationToken);
        List<Guid> nodes = [.. members.SelectMany(profile => profile.Value.Select(node => node.Id).Append(profile.Key)).Distinct().Where(node => profiles.Contains(identity.ProfileOf(node)))];
        var seen = await engine.ListAsync<SeenRow>(Of(FirstSeen, workspace, profiles), cancellationToken);
        var calls = await CallsAsync(workspace, plan, nodes, cancellationToken);
        var consents = (await engine.ListAsync<ConsentRow>(Of(Consents, workspace, profiles), cancellationToken)).ToLookup(row => row.ProfileId);
        var values = (await engine.ListAsync<ComputedRow>(Of(Computed, workspace, profiles), cancellationToken)).ToLookup(row => row.ProfileId);
        return seen.ConvertAll(row =>
        {
            var state = new ProfileState(plan.Segments, row.ProfileId);

            // The profile knows of things that are no calls; an alias call is only that the customer was seen.
            state.Apply(new LiveCall(CallType.Alias, row.FirstSeen, string.Empty));
            var left = except(row.ProfileId);
            foreach (var call in calls[row.ProfileId])
            {
                if (!left.Contains(call.MessageId))
                {
                    state.Apply(call);
                }
            }

            foreach (var consent in consents[row.ProfileId])
            {
                state.Apply(new ConsentChange(consent.Purpose, consent.Time, consent.Given));
            }

            state.ApplyComputed(Nest(values[row.ProfileId]), _ => default);
            return state;
        });
    }

    /// <summary>Customers of a workspace in the order of their ids, after one of them.</summary>
    public Task<List<Guid>> CustomersAfterAsync(WorkspaceKey workspace, Guid after, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<Guid>(Customers.With("workspace", workspace.Value).With("after", after).With("limit", limit), cancellationToken);

    /// <summary>The customers whom an import brought calls of; none when it brought none, or is gone.</summary>
    public async Task<List<Guid>> CustomersOfImportAsync(WorkspaceKey workspace, Guid import, CancellationToken cancellationToken) =>
        [.. (await engine.ListAsync<Guid>(Imported.With("workspace", workspace.Value).With("import", import), cancellationToken)).Select(identity.ProfileOf).Distinct()];

    /// <summary>The membership of some customers as it is recorded.</summary>
    public async Task<ILookup<Guid, KeptRow>> KeptAsync(WorkspaceKey workspace, IEnumerable<string> segments, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken) =>
        (await engine.ListAsync<KeptRow>(Of(Kept, workspace, profiles).With("segments", segments.ToList()), cancellationToken)).ToLookup(row => row.ProfileId);

    private async Task<ILookup<Guid, LiveCall>> CallsAsync(WorkspaceKey workspace, LivePlan plan, IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken)
    {
        List<(Guid Profile, LiveCall Call)> calls = [];
        var statement = Calls
            .With("workspace", workspace.Value)
            .With("nodes", nodes)
            .With("with_context", plan.ReadsContext)
            .With("all_events", plan.ReadsAllEvents)
            .With("events", plan.Events)
            .With("types", new[] { ("page", CallType.Page), ("screen", CallType.Screen), ("identify", CallType.Identify), ("group", CallType.Group) }
                .Where(type => plan.Reads(type.Item2, name: null))
                .Select(type => type.Item1)
                .ToList());
        await foreach (var row in engine.QueryAsync<CallRow>(statement, cancellationToken))
        {
            var type = LiveCalls.TypeOf(row.Type);
            calls.Add((identity.ProfileOf(row.NodeId), new LiveCall(
                type, row.Time, row.MessageId, type == CallType.Group ? null : row.Name, Json(row.Properties), Json(row.Context), type == CallType.Group ? row.Name : null)));
        }

        return calls.ToLookup(call => call.Profile, call => call.Call);
    }

    private static JsonElement Json(string text) => text.Length < 3 ? default : JsonSerializer.Deserialize<JsonElement>(text);

    // rfm.segment becomes { "rfm": { "segment": … } }.
    private static JsonElement Nest(IEnumerable<ComputedRow> rows)
    {
        JsonObject all = [];
        foreach (var row in rows)
        {
            var names = row.Name.Split('.', 2);
            if (names.Length == 1)
            {
                all[row.Name] = JsonNode.Parse(row.Value);
                continue;
            }

            if (all[names[0]] is not JsonObject inner)
            {
                all[names[0]] = inner = [];
            }

            inner[names[1]] = JsonNode.Parse(row.Value);
        }

        return JsonSerializer.SerializeToElement(all);
    }

    private static Statement Of(Statement statement, WorkspaceKey workspace, IReadOnlyCollection<Guid> profiles) =>
        statement.With("workspace", workspace.Value).With("profiles", profiles);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Segments/Live/Sql/{name}.sql"));

    private sealed record CallRow(Guid NodeId, string Type, DateTimeOffset Time, string MessageId, string Name, string Properties, string Context);

    private sealed record SeenRow(Guid ProfileId, DateTimeOffset FirstSeen);

    private sealed record ConsentRow(Guid ProfileId, string Purpose, DateTimeOffset Time, bool Given);

    private sealed record ComputedRow(Guid ProfileId, string Name, string Value);
}

/// <summary>What is recorded of a customer's membership of a segment.</summary>
/// <param name="Segment">The segment's key.</param>
/// <param name="ProfileId">The customer.</param>
/// <param name="Latest">When they entered or left last.</param>
/// <param name="IsMember">Whether they entered then.</param>
/// <param name="IsNoted">Whether they did under the own id, and not under another of their identifiers.</param>
internal sealed record KeptRow(string Segment, Guid ProfileId, DateTimeOffset Latest, bool IsMember, bool IsNoted);
