using System.Text.Json.Nodes;

namespace Tessera.Segments.Explaining.Changing;

/// <summary>One thing that may happen, told so that it can be tried from any instant. A closed family.</summary>
internal abstract record Act
{
    /// <summary>How much it takes: one for each thing to do, and one for thirty days of waiting.</summary>
    internal virtual double Cost(long now) => 1;

    protected static double Waiting(long length) => 0.5 + (Math.Max(0, length) / (30.0 * Evaluation.Microseconds.PerDay));
}

/// <summary>Nothing happens until an instant.</summary>
internal sealed record WaitUntil(long Instant, IReadOnlyList<string> Without) : Act
{
    internal override double Cost(long now) => Waiting(Instant - now);
}

/// <summary>Nothing happens for a length of time, in microseconds.</summary>
internal sealed record WaitFor(long Length) : Act
{
    internal override double Cost(long now) => Waiting(Length);
}

/// <summary>The customer does something so many times at once.</summary>
/// <param name="Event">What.</param>
/// <param name="Properties">With which properties.</param>
/// <param name="Times">How often.</param>
/// <param name="IsMore">Whether it was done before.</param>
internal sealed record Do(EventSelector Event, JsonObject Properties, int Times, bool IsMore) : Act
{
    internal override double Cost(long now) => Times;
}

/// <summary>The customer does something on so many days, one after the other.</summary>
internal sealed record DoOnDays(EventSelector Event, JsonObject Properties, int Days, bool FromToday) : Act
{
    internal override double Cost(long now) => Days * 1.1;
}

/// <summary>The customer does something so many times in each of so many units of time, on so many days of each where days are counted.</summary>
internal sealed record DoRegularly(EventSelector Event, JsonObject Properties, int Times, Counted Counted, DurationUnit Unit, int Units) : Act
{
    internal override double Cost(long now) => (Times * Units) + Waiting((Units - 1) * Duration.MicrosecondsPer(Unit));
}

/// <summary>Something known becomes another value; null takes it away.</summary>
/// <param name="Path">What.</param>
/// <param name="Value">The value.</param>
/// <param name="Wording">What the value is, where it only stands for many that would do; null to show it.</param>
internal sealed record Set(ValuePath Path, JsonNode? Value, string? Wording = null) : Act;

/// <summary>Consent is given or withdrawn.</summary>
internal sealed record Consent(string Purpose, bool Given) : Act;

/// <summary>Membership of a segment begins or ends.</summary>
internal sealed record Member(SegmentKey Key, bool Entered) : Act
{
    // Somebody has to find out how.
    internal override double Cost(long now) => 2;
}
