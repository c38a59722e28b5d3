using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Rules;

/// <summary>Asks the engine about kept membership: who entered and left when.</summary>
internal sealed class RuleMembership(ClickHouseClient engine)
{
    private static readonly Statement Members = Load("KeptMembers");
    private static readonly Statement Entered = Load("EnteredBefore");
    private static readonly Statement Export = ExportFormat.Load("Segments/Rules/Sql/Export.sql");
    private static readonly Statement Past = Load("History");
    private static readonly Statement Customers = new("SELECT toInt64(count()) FROM profiles FINAL WHERE workspace = {workspace:String}");
    private static readonly Statement WorthOf = Load("Worth");

    /// <summary>Members of a segment in the order of their profiles, after one of them.</summary>
    public Task<List<KeptMember>> PageAsync(WorkspaceKey workspace, string segment, Guid after, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<KeptMember>(Of(Members, workspace).With("segment", segment).With("after", after).With("limit", limit), cancellationToken);

    /// <summary>Some customers in their order, each with when they had entered a segment last, as it was kept at an instant.</summary>
    public async Task<List<KeptMember>> AtAsync(WorkspaceKey workspace, string segment, List<Guid> profiles, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var since = (await engine.ListAsync<KeptMember>(Of(Entered, workspace).With("segment", segment).With("profiles", profiles).With("at", at), cancellationToken))
            .ToDictionary(member => member.ProfileId, member => member.Since);
        return profiles.ConvertAll(profile => new KeptMember(profile, since.GetValueOrDefault(profile)));
    }

    /// <summary>The days on which anybody entered or left some segments, by segment, the first first.</summary>
    public Task<List<KeptDay>> HistoryAsync(WorkspaceKey workspace, IReadOnlyCollection<string> segments, string timeZone, CancellationToken cancellationToken) =>
        engine.ListAsync<KeptDay>(Of(Past, workspace).With("segments", segments).With("time_zone", timeZone), cancellationToken);

    /// <summary>What the members of segments spent; segments none of whose members ever bought are left out.</summary>
    public async Task<IReadOnlyDictionary<string, SegmentWorth>> WorthAsync(
        WorkspaceKey workspace, IReadOnlyCollection<string> segments, long totalsVersion, DateOnly today, string timeZone, CancellationToken cancellationToken) =>
        (await engine.ListAsync<SegmentWorth>(
            Of(WorthOf, workspace).With("segments", segments).With("totals_version", totalsVersion).With("today", today).With("time_zone", timeZone), cancellationToken))
        .ToDictionary(worth => worth.Segment, StringComparer.Ordinal);

    /// <summary>The statement that lists all members of a segment.</summary>
    public static Statement ExportOf(WorkspaceKey workspace, string segment) => Of(Export, workspace).With("segment", segment);

    /// <summary>How many customers are known.</summary>
    public Task<long> CustomersAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        engine.SingleAsync<long>(Of(Customers, workspace), cancellationToken);

    /// <summary>Forgets who ever was in a segment.</summary>
    public Task ForgetAsync(WorkspaceKey workspace, string segment, CancellationToken cancellationToken) => engine.ExecuteAsync(
        new Statement("DELETE FROM segment_changes WHERE workspace = {workspace:String} AND segment = {segment:String}")
            .With("workspace", workspace.Value)
            .With("segment", segment)
            .AsIdempotent(),
        cancellationToken);

    private static Statement Of(Statement statement, WorkspaceKey workspace) => statement.With("workspace", workspace.Value);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Segments/Rules/Sql/{name}.sql"));
}

/// <summary>A member of a segment.</summary>
/// <param name="ProfileId">Who.</param>
/// <param name="Since">When they entered it last; the default where that is not known.</param>
internal sealed record KeptMember(Guid ProfileId, DateTimeOffset Since);

/// <summary>A day on which somebody entered or left a segment.</summary>
/// <param name="Segment">The segment's key.</param>
/// <param name="Day">The day, in the workspace's time zone.</param>
/// <param name="Entered">How often somebody entered.</param>
/// <param name="Left">How often somebody left.</param>
internal sealed record KeptDay(string Segment, DateOnly Day, long Entered, long Left);

/// <summary>What the members of a segment spent.</summary>
/// <param name="Segment">The segment's key.</param>
/// <param name="Buyers">How many of them ever bought.</param>
/// <param name="Revenue">The sum of their purchases.</param>
/// <param name="Orders">How many orders they made.</param>
/// <param name="RecencyDays">The sum of the days since their last purchases.</param>
internal sealed record SegmentWorth(string Segment, long Buyers, decimal Revenue, long Orders, long RecencyDays);
