namespace Tessera.Segments.Explaining;

/// <summary>The customer enters a segment, or leaves it.</summary>
/// <param name="Key">Which.</param>
/// <param name="Entered">Whether they enter it.</param>
/// <param name="At">When, as tried.</param>
public sealed record MembershipStep(SegmentKey Key, bool Entered, DateTimeOffset At) : ChangeStep
{
    /// <inheritdoc/>
    public override string Kind => Entered ? "enter" : "leave";
}
