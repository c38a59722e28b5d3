namespace Tessera.Segments;

/// <summary><c>last did "Login" more than 14 days ago</c>, <c>first did … within the last 7 days</c>. Who never did it matches none.</summary>
public sealed record RecencyCondition : Expression
{
    /// <summary>Creates the condition.</summary>
    /// <param name="occurrence">The first time or the last.</param>
    /// <param name="event">The events.</param>
    /// <param name="test">Before or after an instant, more than a duration ago, or within the last.</param>
    /// <exception cref="ArgumentException">The test looks ahead; events lie in the past.</exception>
    public RecencyCondition(Occurrence occurrence, EventSelector @event, DateTest test)
    {
        if (test is DateIsWithinNext or HasAnniversaryWithinNext)
        {
            throw new ArgumentException("Events lie in the past: a recency cannot look ahead.", nameof(test));
        }

        (Occurrence, Event, Test) = (occurrence, @event, test);
    }

    /// <summary>The first time or the last.</summary>
    public Occurrence Occurrence { get; }

    /// <summary>The events.</summary>
    public EventSelector Event { get; }

    /// <summary>The test of its time.</summary>
    public DateTest Test { get; }
}
