using System.Text.RegularExpressions;

namespace Tessera.Segments.Sql;

/// <summary>
/// The tables or views that compiled segments read, each with a column <c>workspace</c> and one <c>profile_id</c>. Names become part of the SQL
/// and are the program's own, never a user's: letters, digits, <c>_</c> and <c>.</c>.
/// </summary>
/// <remarks>
/// What must hold of their rows: a profile id is the one the customer has today, after all merges, except that calls may lie under the id they had when they came; a
/// call is there once, so of calls with the same message id only the first received; JSON is valid, its numbers are those a double can hold, and whole numbers that
/// 64 bits cannot hold are written with a fraction or an exponent: the engine reads nothing of an object that has others.
/// </remarks>
public sealed partial record SegmentTables
{
    private const string Workspace = "{workspace}";

    /// <summary>
    /// Calls of the tracking API: <c>time DateTime64(6), message_id, type, name, group_id, properties, context</c>. Those whose profile id is zero are nobody's.
    /// </summary>
    public string Calls { get; init => field = Checked(value); } = "events";

    /// <summary>Whose profile ids belong to others today: <c>node_id</c>, the id that their calls lie under, and <c>profile_id</c>. Null: nobody's.</summary>
    public string? Moved { get; init => field = value is null ? null : Checked(value); }

    /// <summary>Everybody: <c>first_seen DateTime64(6)</c>, the time of the earliest call of any kind. Read with FINAL.</summary>
    public string Profiles { get; init => field = Checked(value); } = "profiles";

    /// <summary>Who entered and left which segment when: <c>segment String, time DateTime64(6), entered Bool</c>.</summary>
    public string MembershipChanges { get; init => field = Checked(value); } = "segment_changes";

    /// <summary>Consent given and withdrawn: <c>purpose String, time DateTime64(6), given Bool</c>.</summary>
    public string Consents { get; init => field = Checked(value); } = "consents";

    /// <summary>What was computed about a customer: <c>name String</c> (<c>rfm.segment</c>, <c>persona</c>, <c>score.churn</c> …) and <c>value String</c>, a JSON value; one row each.</summary>
    public string ComputedValues { get; init => field = Checked(value); } = "computed_values";

    /// <summary>The same tables, with a workspace for those that take one.</summary>
    internal SegmentTables Of(string workspace) => new()
    {
        Calls = Calls.Replace(Workspace, workspace, StringComparison.Ordinal),
        Moved = Moved?.Replace(Workspace, workspace, StringComparison.Ordinal),
        Profiles = Profiles.Replace(Workspace, workspace, StringComparison.Ordinal),
        MembershipChanges = MembershipChanges.Replace(Workspace, workspace, StringComparison.Ordinal),
        Consents = Consents.Replace(Workspace, workspace, StringComparison.Ordinal),
        ComputedValues = ComputedValues.Replace(Workspace, workspace, StringComparison.Ordinal),
    };

    private static string Checked(string name) => Name().IsMatch(name) ? name : throw new ArgumentException($"'{name}' is no name of a table.", nameof(name));

    // A workspace is named by a parameter of the statement.
    [GeneratedRegex(@"^[A-Za-z0-9_.]+(\([a-z_]+ = \{(workspace|[a-z0-9]+:String)\}\))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
