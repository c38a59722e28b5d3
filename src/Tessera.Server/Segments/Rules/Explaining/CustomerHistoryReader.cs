using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Explaining;
using Tessera.Segments.Live;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Rules.Explaining;

/// <summary>Reads from the engine what is known of one customer, as far as a definition needs it.</summary>
internal sealed class CustomerHistoryReader(ClickHouseClient engine, ComputedValues computed)
{
    private static readonly Statement FirstSeen = Load("FirstSeen");
    private static readonly Statement Calls = Load("Calls");
    private static readonly Statement CompanyEvents = Load("CompanyEvents");
    private static readonly Statement Groups = Load("Groups");
    private static readonly Statement Changes = Load("Changes");
    private static readonly Statement Consents = Load("Consents");
    private static readonly Statement Computed = Load("Computed");
    private static readonly Statement Rank = Load("Rank");

    /// <summary>The customer's history up to an instant; null when there is no such customer.</summary>
    public async Task<CustomerHistory?> ReadAsync(WorkspaceKey workspace, Guid profile, HistoryNeeds needs, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var found = await engine.ListAsync<DateTimeOffset>(Of(FirstSeen, workspace, profile), cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        await computed.PointAsync(workspace, cancellationToken);
        var calls = await ReadAsync(Reading(Of(Calls, workspace, profile), needs).With("at", at).With("with_context", needs.Context), cancellationToken);
        var ranks = await RanksAsync(workspace, profile, needs, cancellationToken);
        return new CustomerHistory(profile, found[0], calls)
        {
            Company = needs.Company ? await CompanyAsync(workspace, calls, needs, at, cancellationToken) : null,
            MembershipChanges = [.. (await engine.ListAsync<ChangeRow>(Of(Changes, workspace, profile).With("at", at), cancellationToken)).Select(row => new MembershipChange(row.Segment, row.Time, row.Entered))],
            Consents = [.. (await engine.ListAsync<ConsentRow>(Of(Consents, workspace, profile).With("at", at), cancellationToken)).Select(row => new ConsentChange(row.Purpose, row.Time, row.Given))],
            Computed = Nest(await engine.ListAsync<ComputedRow>(Of(Computed, workspace, profile), cancellationToken)),
            Rank = path => ranks.GetValueOrDefault(path),
        };
    }

    private async Task<CompanyHistory?> CompanyAsync(WorkspaceKey workspace, IReadOnlyList<LiveCall> calls, HistoryNeeds needs, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (calls.LastOrDefault(call => call.Type == CallType.Group) is not { GroupId: { Length: > 0 } company })
        {
            return null;
        }

        var events = needs.CompanyEvents
            ? await ReadAsync(Reading(CompanyEvents.With("workspace", workspace.Value), needs).With("company", company).With("at", at), cancellationToken)
            : [];
        return new CompanyHistory(company, events, await ReadAsync(Groups.With("workspace", workspace.Value).With("company", company).With("at", at), cancellationToken));
    }

    private async Task<Dictionary<ValuePath, ScoreRank>> RanksAsync(WorkspaceKey workspace, Guid profile, HistoryNeeds needs, CancellationToken cancellationToken)
    {
        Dictionary<ValuePath, ScoreRank> ranks = [];
        foreach (var score in needs.RankedScores)
        {
            var row = await engine.SingleAsync<RankRow>(Of(Rank, workspace, profile).With("name", string.Join('.', score.Segments)), cancellationToken);
            ranks.Add(score, new ScoreRank(row.Greater, row.Smaller, row.AllScores));
        }

        return ranks;
    }

    private async Task<List<LiveCall>> ReadAsync(Statement statement, CancellationToken cancellationToken)
    {
        List<LiveCall> calls = [];
        await foreach (var row in engine.QueryAsync<CallRow>(statement, cancellationToken))
        {
            var type = row.Type switch
            {
                "track" => CallType.Track,
                "page" => CallType.Page,
                "screen" => CallType.Screen,
                "identify" => CallType.Identify,
                "group" => CallType.Group,
                _ => CallType.Alias,
            };
            calls.Add(new LiveCall(
                type, row.Time, row.MessageId, type == CallType.Group ? null : row.Name, Json(row.Properties), Json(row.Context), type == CallType.Group ? row.Name : null));
        }

        return calls;
    }

    private static Statement Reading(Statement statement, HistoryNeeds needs) => statement
        .With("all_events", needs.AllEvents)
        .With("events", needs.Events)
        .With("types", new[] { ("page", CallType.Page), ("screen", CallType.Screen), ("identify", CallType.Identify), ("group", CallType.Group) }
            .Where(type => needs.Reads(type.Item2, name: null))
            .Select(type => type.Item1)
            .ToList());

    private static JsonElement Json(string text) => text.Length < 3 ? default : JsonSerializer.Deserialize<JsonElement>(text);

    // rfm.segment becomes { "rfm": { "segment": … } }.
    private static JsonElement Nest(IReadOnlyList<ComputedRow> rows)
    {
        JsonObject all = [];
        foreach (var row in rows)
        {
            var dot = row.Name.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                all[row.Name] = JsonNode.Parse(row.Value);
                continue;
            }

            if (all[row.Name[..dot]] is not JsonObject inner)
            {
                all[row.Name[..dot]] = inner = [];
            }

            inner[row.Name[(dot + 1)..]] = JsonNode.Parse(row.Value);
        }

        return JsonSerializer.SerializeToElement(all);
    }

    private static Statement Of(Statement statement, WorkspaceKey workspace, Guid profile) => statement.With("workspace", workspace.Value).With("profile_id", profile);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Segments/Rules/Explaining/Sql/{name}.sql"));

    private sealed record CallRow(string Type, DateTimeOffset Time, string MessageId, string Name, string Properties, string Context);

    private sealed record ChangeRow(string Segment, DateTimeOffset Time, bool Entered);

    private sealed record ConsentRow(string Purpose, DateTimeOffset Time, bool Given);

    private sealed record ComputedRow(string Name, string Value);

    private sealed record RankRow(long Greater, long Smaller, long AllScores);
}
