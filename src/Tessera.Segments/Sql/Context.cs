using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Sql;

/// <summary>What all parts of one statement share.</summary>
internal sealed class Context
{
    private const string Nobody = "toUUID('00000000-0000-0000-0000-000000000000')";

    private readonly SqlQuestion question;

    internal Context(SqlQuestion question)
    {
        this.question = question;
        Now = Microseconds.Of(question.At);
        Tables = question.Tables.Of(Parameters.Text(question.Workspace));
    }

    internal ParameterSet Parameters { get; } = new();

    /// <summary>Columns computed from the aggregates of one customer.</summary>
    internal ColumnStack Customers { get; } = new("c");

    internal long Now { get; }

    internal TimeZoneInfo Zone => question.Zone;

    internal SegmentTables Tables { get; }

    /// <summary>The start of every WHERE: rows of the workspace.</summary>
    internal string InWorkspace => $"workspace = {Parameters.Text(question.Workspace)}";

    /// <summary>The same, of the customers asked about.</summary>
    internal string OfCustomers => IsAsked is { } asked ? $"{InWorkspace} AND {asked}" : InWorkspace;

    /// <summary>The part of a WHERE that leaves out the future.</summary>
    internal string UpToNow => $"time <= {Parameters.Time(Microseconds.Time(Now))}";

    /// <summary>Everybody asked about who was seen by now.</summary>
    internal string Population =>
        $"SELECT profile_id, first_seen FROM {Tables.Profiles} FINAL WHERE {OfCustomers} AND first_seen <= {Parameters.Time(Microseconds.Time(Now))}";

    /// <summary>The company of everybody who has one: that of the latest group call.</summary>
    internal string Companies =>
        $"SELECT profile_id, argMax(group_id, (time, message_id)) AS company FROM ({Calls(["time", "message_id", "group_id"], "type = 'group'")}) GROUP BY profile_id HAVING company != ''";

    /// <summary>Calls up to now with the profile that they belong to today, read once.</summary>
    /// <param name="columns">What is needed of them beside the profile.</param>
    /// <param name="condition">Which are needed.</param>
    /// <param name="ofCustomers">Whether only those of the customers asked about are.</param>
    internal string Calls(IReadOnlyList<string> columns, string condition, bool ofCustomers = false)
    {
        var isAsked = !ofCustomers || IsAsked is not { } asked ? string.Empty
            : Tables.Moved is null ? $" AND {asked}"
            : $" AND ({asked} OR profile_id IN (SELECT node_id FROM {Tables.Moved} WHERE {InWorkspace} AND {asked}))";
        var calls = $"SELECT profile_id, {string.Join(", ", columns)} FROM {Tables.Calls} WHERE {InWorkspace}{isAsked} AND profile_id != {Nobody} AND {UpToNow} AND {condition}";
        return Tables.Moved is null
            ? calls
            : $"SELECT if(moved.profile_id = {Nobody}, calls.profile_id, moved.profile_id) AS profile_id, {string.Join(", ", columns.Select(column => $"calls.{column} AS {column}"))}\n"
                + $"FROM ({calls}) AS calls\nLEFT ANY JOIN (SELECT node_id, profile_id FROM {Tables.Moved} WHERE {InWorkspace}) AS moved ON moved.node_id = calls.profile_id";
    }

    // The condition on a customer's profile id, null where all are asked about.
    private string? IsAsked => (question.From, question.Before, question.Only) switch
    {
        (_, _, { } only) => $"profile_id = {Parameters.Id(only)}",
        ({ } from, { } before, _) => $"(profile_id >= {Parameters.Id(from)} AND profile_id < {Parameters.Id(before)})",
        ({ } from, null, _) => $"profile_id >= {Parameters.Id(from)}",
        (null, { } before, _) => $"profile_id < {Parameters.Id(before)}",
        _ => null,
    };

    internal ValueTestSql TestsOn(IColumns columns) => new(columns, Parameters, Zone, Now);

    /// <summary>The condition that an instant <c>moment</c>, in microseconds since 1970, lies in a period, empty when it always does.</summary>
    /// <param name="period">The period.</param>
    /// <param name="at">The instant that it is seen from.</param>
    /// <param name="firstSeen">The column that has the customer's first instant.</param>
    internal string Moment(Period period, long at, Func<string> firstSeen)
    {
        if (period is InFirst first)
        {
            var seen = firstSeen();
            return $"moment >= {seen} AND moment < {seen} + {Parameters.Number(first.Length.Microseconds)}";
        }

        var span = Span.Of(period, at, Zone)!.Value;
        List<string> bounds = [];
        if (span.From > EngineTimes.First)
        {
            bounds.Add($"moment >= {Parameters.Number(span.From)}");
        }

        if (span.To <= Now)
        {
            bounds.Add($"moment < {Parameters.Number(span.To)}");
        }

        return string.Join(" AND ", bounds);
    }
}
