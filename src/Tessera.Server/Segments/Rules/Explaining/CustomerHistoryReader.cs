using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Explaining;
using Tessera.Segments.Live;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Rules.Explaining;

/// <summary>Reads from the engine what is known of one customer, as far as a definition needs it: the names that it is about, from when on it looks, and at most so many calls of each kind.</summary>
internal sealed class CustomerHistoryReader(ClickHouseClient engine, ComputedValues computed)
{
    /// <summary>How many calls are gone through at most: of the customer's traits and companies, of what they did, of what everybody in the company did, and of the company.</summary>
    public const int MostCalls = 20_000;

    private static readonly Statement FirstSeen = Load("FirstSeen");
    private static readonly Statement Calls = Load("Calls");
    private static readonly Statement CompanyEvents = Load("CompanyEvents");
    private static readonly Statement Groups = Load("Groups");
    private static readonly Statement Changes = Load("Changes");
    private static readonly Statement Consents = Load("Consents");
    private static readonly Statement Computed = Load("Computed");
    private static readonly Statement Rank = Load("Rank");

    /// <summary>The customer's history up to an instant, and whether it is longer than what was read of it; null when there is no such customer.</summary>
    public async Task<(CustomerHistory History, bool IsLonger)?> ReadAsync(
        WorkspaceKey workspace, Guid profile, HistoryNeeds needs, DateTimeOffset at, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var found = await engine.ListAsync<DateTimeOffset>(Of(FirstSeen, workspace, profile), cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        await computed.PointAsync(workspace, cancellationToken);
        var from = needs.EventsFrom(at, zone) ?? DateTimeOffset.UnixEpoch;
        var (calls, isLonger) = await ReadAsync(Reading(Of(Calls, workspace, profile), needs).With("from", from).With("at", at).With("with_context", needs.Context), cancellationToken);
        var (company, isCompanyLonger) = needs.Company ? await CompanyAsync(workspace, calls, needs, from, at, cancellationToken) : default;
        var ranks = await RanksAsync(workspace, profile, needs, cancellationToken);
        var history = new CustomerHistory(profile, found[0], calls)
        {
            Company = company,
            MembershipChanges = [.. (await engine.ListAsync<ChangeRow>(Of(Changes, workspace, profile).With("at", at), cancellationToken)).Select(row => new MembershipChange(row.Segment, row.Time, row.Entered))],
            Consents = [.. (await engine.ListAsync<ConsentRow>(Of(Consents, workspace, profile).With("at", at), cancellationToken)).Select(row => new ConsentChange(row.Purpose, row.Time, row.Given))],
            Computed = Nest(await engine.ListAsync<ComputedRow>(Of(Computed, workspace, profile), cancellationToken)),
            Rank = path => ranks.GetValueOrDefault(path),
        };
        return (history, isLonger || isCompanyLonger);
    }

    private async Task<(CompanyHistory? Company, bool IsLonger)> CompanyAsync(
        WorkspaceKey workspace, IReadOnlyList<LiveCall> calls, HistoryNeeds needs, DateTimeOffset from, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (calls.LastOrDefault(call => call.Type == CallType.Group) is not { GroupId: { Length: > 0 } company })
        {
            return default;
        }

        var (events, isLonger) = needs.CompanyEvents
            ? await ReadAsync(Reading(CompanyEvents.With("workspace", workspace.Value), needs).With("company", company).With("from", from).With("at", at), cancellationToken)
            : ([], false);
        var (groups, areLonger) = await ReadAsync(Groups.With("workspace", workspace.Value).With("company", company).With("at", at), cancellationToken);
        return (new CompanyHistory(company, events, groups), isLonger || areLonger);
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

    private async Task<(List<LiveCall> Calls, bool AreMore)> ReadAsync(Statement statement, CancellationToken cancellationToken)
    {
        List<LiveCall> calls = [];
        await foreach (var row in engine.QueryAsync<CallRow>(statement.With("limit", MostCalls), cancellationToken))
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

        var setting = calls.Count(call => call.Type is CallType.Identify or CallType.Group);
        return (calls, setting >= MostCalls || calls.Count - setting >= MostCalls);
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
