using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Sql;

/// <summary>Conditions on what is kept beside the calls: changes of membership, and consent.</summary>
/// <remarks>Of changes at one instant, membership ends before it begins, and consent is withdrawn after it was given.</remarks>
internal sealed class RecordsSql(Context context)
{
    private bool needsFirstSeen;

    internal RowGroup Changes { get; } = new("m", "profile_id");

    internal RowGroup Consents { get; } = new("k", "profile_id");

    internal string ChangeRows
    {
        get
        {
            var rows = $"SELECT profile_id, segment, time, toUnixTimestamp64Micro(time) AS moment, entered FROM {context.Tables.MembershipChanges} WHERE {context.OfCustomers} AND {context.UpToNow}";
            return needsFirstSeen
                ? $"SELECT changes.profile_id AS profile_id, changes.segment AS segment, changes.time AS time, changes.moment AS moment, changes.entered AS entered, toUnixTimestamp64Micro(everybody.first_seen) AS first_seen FROM ({rows}) AS changes INNER JOIN ({context.Population}) AS everybody ON everybody.profile_id = changes.profile_id"
                : rows;
        }
    }

    internal string ConsentRows => $"SELECT profile_id, purpose, time, given FROM {context.Tables.Consents} WHERE {context.OfCustomers} AND {context.UpToNow}";

    internal string Changed(SegmentKey key, Period period, bool entered)
    {
        needsFirstSeen |= period is InFirst;
        var during = context.Moment(period, context.Now, () => "first_seen");
        var count = Changes.Aggregate($"countIf({Of(key)} AND {(entered ? "entered" : "NOT entered")}{(during.Length == 0 ? string.Empty : " AND " + during)})");
        return $"({count} > 0)";
    }

    internal string HasBeen(HasBeenInSegment condition)
    {
        var from = context.Now - condition.Length.Microseconds;
        if (from < EngineTimes.First)
        {
            return "0";
        }

        var start = context.Parameters.Time(Microseconds.Time(from));
        var atStart = Changes.Aggregate($"argMaxIf(entered, (time, entered), {Of(condition.Key)} AND time <= {start})");
        var left = Changes.Aggregate($"countIf({Of(condition.Key)} AND time > {start} AND NOT entered)");
        return $"({atStart} AND {left} = 0)";
    }

    /// <summary>Membership of a segment that has no definition, as kept.</summary>
    internal string IsIn(SegmentKey key) => Changes.Aggregate($"argMaxIf(entered, (time, entered), {Of(key)})");

    internal string ConsentsTo(ConsentsTo consent) => Consents.Aggregate($"argMaxIf(given, (time, NOT given), purpose = {context.Parameters.Text(consent.Purpose)})");

    private string Of(SegmentKey key) => $"segment = {context.Parameters.Text(key.Value)}";
}
