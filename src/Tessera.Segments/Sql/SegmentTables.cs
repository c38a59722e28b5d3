namespace Tessera.Segments.Sql;

/// <summary>
/// The tables or views that compiled segments read, each with a column <c>workspace</c> and one <c>profile_id</c>. Names become part of the SQL
/// and are the program's own, never a user's: letters, digits, <c>_</c> and <c>.</c>.
/// </summary>
/// <remarks>
/// What must hold of their rows: a profile id is the one the customer has today, after all merges; a call is there once, so of calls with the same
/// message id only the first received; JSON is valid, and its numbers are those a double can hold.
/// </remarks>
public sealed record SegmentTables
{
    /// <summary>Calls of the tracking API: <c>time DateTime64(6), message_id, type, name, properties, context</c>. The name of a group call is the group's id.</summary>
    public string Calls { get; init => field = Checked(value); } = "events";

    /// <summary>Everybody: <c>first_seen DateTime64(6)</c>, the time of the earliest call of any kind. Read with FINAL.</summary>
    public string Profiles { get; init => field = Checked(value); } = "profiles";

    /// <summary>Who entered and left which segment when: <c>segment String, time DateTime64(6), entered Bool</c>.</summary>
    public string MembershipChanges { get; init => field = Checked(value); } = "segment_changes";

    /// <summary>Consent given and withdrawn: <c>purpose String, time DateTime64(6), given Bool</c>.</summary>
    public string Consents { get; init => field = Checked(value); } = "consents";

    /// <summary>What was computed about a customer: <c>name String</c> (<c>rfm.segment</c>, <c>persona</c>, <c>score.churn</c> …) and <c>value String</c>, a JSON value; one row each.</summary>
    public string ComputedValues { get; init => field = Checked(value); } = "computed_values";

    private static string Checked(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
        ? name
        : throw new ArgumentException($"'{name}' is no name of a table.", nameof(name));
}
