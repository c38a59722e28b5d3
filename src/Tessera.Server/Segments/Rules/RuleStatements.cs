using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Segments.Sql;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Library;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Segments.Rules;

/// <summary>Makes the engine's statements about segments written in the language.</summary>
/// <remarks>
/// The compiled text has no value in it; what stands around it is the product's own. A statement about any number of segments reads the calls of everybody once.
/// </remarks>
internal static class RuleStatements
{
    // Values travel in the address of a request to the engine, which takes a mebibyte.
    private const long LongestValues = 900_000;
    private const int ValueOverhead = 16;

    private static readonly SegmentTables Tables = new()
    {
        Calls = "events",
        Moved = "moved_identities",
        MembershipChanges = "segment_changes_of(of_workspace = {workspace})",
        Consents = "consents_of(of_workspace = {workspace})",
    };
    private static readonly TimeSpan Active = TimeSpan.FromDays(30);
    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);
    private static readonly string SizesText = EmbeddedSql.Read("Segments/Rules/Sql/Sizes.sql");
    private static readonly string FiguresText = EmbeddedSql.Read("Segments/Library/Sql/Figures.sql");
    private static readonly string ExportText = ExportFormat.Read("Segments/Rules/Sql/ExportAt.sql");
    private static readonly string PreviewText = EmbeddedSql.Read("Segments/Rules/Sql/Preview.sql");

    /// <summary>Compiles segments for a workspace at an instant.</summary>
    /// <param name="segments">The segments by key.</param>
    /// <param name="references">Those they refer to.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="at">The instant.</param>
    /// <param name="timeZone">The workspace's time zone.</param>
    /// <param name="part">Which customers are asked about; by default all.</param>
    /// <param name="only">The only customer asked about; null: all.</param>
    public static SegmentStatement Compile(
        IReadOnlyDictionary<string, Segment> segments,
        ISegmentResolver references,
        WorkspaceKey workspace,
        DateTimeOffset at,
        string timeZone,
        ProfileRange part = default,
        Guid? only = null) =>
        SegmentSql.Compile(
            segments,
            references,
            new SqlQuestion(workspace.Value, at, TimeZoneInfo.FindSystemTimeZoneById(timeZone)) { Tables = Tables, From = part.From, Before = part.Before, Only = only });

    /// <summary>How many customers there are, how many and which of them belong, and what kept segments these are in.</summary>
    public static Statement Preview(SegmentStatement compiled, WorkspaceKey workspace, ProfileRange part) => With(
        new Statement(PreviewText.Replace("/* column */", Only(compiled), StringComparison.Ordinal).Replace("/* definition */", compiled.Sql, StringComparison.Ordinal))
            .With("kept_workspace", workspace.Value)
            .With("kept_from", part.From ?? Guid.Empty)
            .With("kept_all", part.Before is null)
            .With("kept_before", part.Before ?? Guid.Empty),
        compiled);

    /// <summary>How many belong to each segment, in the order of the keys given: one row, a list.</summary>
    public static Statement Sizes(SegmentStatement compiled, IReadOnlyList<string> keys) => With(new Statement(Filled(SizesText, compiled, keys)), compiled);

    /// <summary>What the members of each segment come to, in the order of the keys given.</summary>
    public static Statement Figures(SegmentStatement compiled, IReadOnlyList<string> keys, WorkspaceKey workspace, long totalsVersion, FigureNames names, DateTimeOffset at) => With(
        new Statement(Filled(FiguresText, compiled, keys))
            .With("figures_workspace", workspace.Value)
            .With("figures_at", at)
            .With("totals_version", totalsVersion)
            .With("active_from", at - Active)
            .With("lately_from", at - Lately)
            .With("frequent_events", names.Frequent)
            .With("ticket_events", names.Tickets)
            .With("topic_property", names.Topic)
            .With("survey_events", names.Surveys)
            .With("answer_property", names.Answer),
        compiled);

    /// <summary>Members in the order of their profiles, after one of them.</summary>
    public static Statement Page(SegmentStatement compiled, Guid after, int limit) => With(
        new Statement($"SELECT profile_id FROM (\n{compiled.Sql}\n) WHERE {Only(compiled)} = 1 AND profile_id > {{page_after:UUID}} ORDER BY profile_id LIMIT {{page_limit:UInt32}}")
            .With("page_after", after)
            .With("page_limit", limit),
        compiled);

    /// <summary>All members with their names, for a file; see <see cref="ExportFormat.Applied"/>.</summary>
    public static Statement Export(SegmentStatement compiled, WorkspaceKey workspace) => With(
        new Statement(ExportText.Replace("/* column */", Only(compiled), StringComparison.Ordinal).Replace("/* definition */", compiled.Sql, StringComparison.Ordinal))
            .With("exported_workspace", workspace.Value),
        compiled);

    /// <summary>Whether a customer belongs to each segment, in the order of the keys given: a list; no row when there is no such customer.</summary>
    /// <param name="compiled">The segments, asked about that customer only.</param>
    /// <param name="keys">The order.</param>
    public static Statement Decide(SegmentStatement compiled, IReadOnlyList<string> keys) => With(
        new Statement($"SELECT [{string.Join(", ", keys.Select(key => $"toUInt8({compiled.Columns[key]})"))}] FROM (\n{compiled.Sql}\n)"),
        compiled);

    /// <summary>Writes the members of all segments under an evaluation.</summary>
    public static Statement Evaluate(SegmentStatement compiled, IReadOnlyList<string> keys, Guid evaluation) => With(
        new Statement(
            $$"""
            INSERT INTO segment_evaluations (evaluation, segment, profile_id)
            SELECT {evaluation_id:UUID}, arrayJoin(arrayFilter((key, member) -> member = 1, {evaluated_keys:Array(String)}, [{{string.Join(", ", keys.Select(key => compiled.Columns[key]))}}])), profile_id
            FROM (
            {{compiled.Sql}}
            )
            """)
            .With("evaluation_id", evaluation)
            .With("evaluated_keys", keys),
        compiled);

    // As part of an address: a name, and the value with whatever is no letter in three characters.
    private static long Length(SqlParameter parameter) => ValueOverhead + parameter.Value switch
    {
        string text => Uri.EscapeDataString(text).Length,
        string[] texts => texts.Sum(text => Uri.EscapeDataString(text).Length + ValueOverhead),
        _ => ValueOverhead,
    };

    private static string Filled(string text, SegmentStatement compiled, IReadOnlyList<string> keys) => text
        .Replace("/* columns */", $"[{string.Join(", ", keys.Select(key => "found." + compiled.Columns[key]))}]", StringComparison.Ordinal)
        .Replace("/* definitions */", compiled.Sql, StringComparison.Ordinal);

    private static string Only(SegmentStatement compiled) => compiled.Columns.Values.First();

    private static Statement With(Statement statement, SegmentStatement compiled)
    {
        if (compiled.Parameters.Sum(Length) > LongestValues)
        {
            throw new ProblemException(RuleProblems.TooLong());
        }

        var filled = compiled.Parameters.Aggregate(statement, (with, parameter) => with.With(parameter.Name, parameter.Value));
        return SegmentStatement.Settings.Aggregate(filled, (with, setting) => with.WithSetting(setting.Key, setting.Value));
    }
}
