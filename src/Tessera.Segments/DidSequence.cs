namespace Tessera.Segments;

/// <summary>
/// <c>did "Trial Started" then "Invite Sent" within 3 days …</c>: some choice of events, strictly one after the other, meets
/// every clause.
/// </summary>
public sealed record DidSequence : Expression
{
    /// <summary>The most steps a sequence has.</summary>
    public const int MaxSteps = 20;

    /// <summary>Creates a sequence.</summary>
    /// <param name="first">The first step.</param>
    /// <param name="then">The later steps; at least one, or an absence.</param>
    /// <param name="absence">What must not have followed, or null.</param>
    /// <param name="sameProperty">The property all steps must carry with an equal value, or null.</param>
    /// <param name="withoutBetween">The event that must not lie strictly between the first and the last step, or null; needs two steps.</param>
    /// <param name="period">Where every step's event must lie.</param>
    /// <exception cref="ArgumentException">There are too few or too many steps for what is asked.</exception>
    public DidSequence(
        EventSelector first,
        ValueList<SequenceStep> then,
        SequenceAbsence? absence = null,
        ValuePath? sameProperty = null,
        EventSelector? withoutBetween = null,
        Period? period = null)
    {
        if (then.Count >= MaxSteps || (then.Count == 0 && (absence is null || withoutBetween is not null)))
        {
            throw new ArgumentException($"A sequence has 2 to {MaxSteps} steps, or one step and an absence.", nameof(then));
        }

        (First, Then, Absence) = (first, then, absence);
        (SameProperty, WithoutBetween, Period) = (sameProperty, withoutBetween, period ?? Ever.Period);
    }

    /// <summary>The first step.</summary>
    public EventSelector First { get; }

    /// <summary>The later steps in order.</summary>
    public ValueList<SequenceStep> Then { get; }

    /// <summary>What must not have followed the last step, or null.</summary>
    public SequenceAbsence? Absence { get; }

    /// <summary>The property that all steps, and an event that would break the absence, share; or null.</summary>
    public ValuePath? SameProperty { get; }

    /// <summary>The event that must not lie strictly between the first and the last step, or null.</summary>
    public EventSelector? WithoutBetween { get; }

    /// <summary>Where every step's event must lie.</summary>
    public Period Period { get; }
}
