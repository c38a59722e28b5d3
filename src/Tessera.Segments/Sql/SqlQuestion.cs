namespace Tessera.Segments.Sql;

/// <summary>For whom and when segments are asked for.</summary>
/// <param name="Workspace">The workspace's key.</param>
/// <param name="At">The instant; its fractions of a microsecond are cut off.</param>
/// <param name="Zone">The workspace's time zone, one that the engine knows by the same id.</param>
public sealed record SqlQuestion(string Workspace, DateTimeOffset At, TimeZoneInfo Zone)
{
    /// <summary>Where the data is.</summary>
    public SegmentTables Tables { get; init; } = new();

    /// <summary>
    /// Leaves out customers whose profile id does not come before this one in the engine's order, which for a UUID is that of its second half; null: all
    /// are asked about. Profile ids are hashes, so that this is a sample, always the same and read without reading the others. What is asked about the
    /// customers' companies and ranks is found among all.
    /// </summary>
    public Guid? Before { get; init; }

    /// <summary>Leaves out customers whose profile id comes before this one in that order, so that everybody can be asked about part by part; null: nobody is left out.</summary>
    public Guid? From { get; init; }

    /// <summary>Leaves out everybody but this customer, whose calls alone are read, beside those of the company and all scores where they are asked about; null: nobody is left out.</summary>
    public Guid? Only { get; init; }
}
