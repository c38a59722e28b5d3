using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Segments.Sql;

namespace Tessera.Server.Segments.Rules;

/// <summary>Makes the engine's statements about segments written in the language.</summary>
/// <remarks>
/// The compiled text has no value in it; what stands around it is the product's own. A statement about any number of segments reads the calls of everybody once.
/// </remarks>
internal static class RuleStatements
{
    private static readonly SegmentTables Tables = new() { Calls = "segment_calls" };

    /// <summary>Compiles segments for a workspace at an instant.</summary>
    public static SegmentStatement Compile(IReadOnlyDictionary<string, Segment> segments, ISegmentResolver references, WorkspaceKey workspace, DateTimeOffset at, string timeZone) =>
        SegmentSql.Compile(segments, references, new SqlQuestion(workspace.Value, at, TimeZoneInfo.FindSystemTimeZoneById(timeZone)) { Tables = Tables });

    /// <summary>How many customers there are and how many of them belong.</summary>
    public static Statement Count(SegmentStatement compiled) =>
        With(new Statement($"SELECT toInt64(count()) AS total, toInt64(countIf({Only(compiled)} = 1)) AS members FROM (\n{compiled.Sql}\n)"), compiled);

    /// <summary>Members in the order of their profiles, after one of them.</summary>
    public static Statement Page(SegmentStatement compiled, Guid after, int limit) => With(
        new Statement($"SELECT profile_id FROM (\n{compiled.Sql}\n) WHERE {Only(compiled)} = 1 AND profile_id > {{page_after:UUID}} ORDER BY profile_id LIMIT {{page_limit:UInt32}}")
            .With("page_after", after)
            .With("page_limit", limit),
        compiled);

    /// <summary>Which of the segments some customers belong to, in the order of the keys given.</summary>
    public static Statement Of(SegmentStatement compiled, IReadOnlyList<string> keys, IReadOnlyCollection<Guid> profiles) => With(
        new Statement($"SELECT profile_id, [{string.Join(", ", keys.Select(key => compiled.Columns[key]))}] AS members FROM (\n{compiled.Sql}\n) WHERE profile_id IN {{some_profiles:Array(UUID)}}")
            .With("some_profiles", profiles),
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

    private static string Only(SegmentStatement compiled) => compiled.Columns.Values.First();

    private static Statement With(Statement statement, SegmentStatement compiled)
    {
        var filled = compiled.Parameters.Aggregate(statement, (with, parameter) => with.With(parameter.Name, parameter.Value));
        return SegmentStatement.Settings.Aggregate(filled, (with, setting) => with.WithSetting(setting.Key, setting.Value));
    }
}
