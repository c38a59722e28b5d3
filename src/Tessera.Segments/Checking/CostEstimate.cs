namespace Tessera.Segments.Checking;

/// <summary>What evaluating a definition over a whole workspace would read, judged from the catalogue.</summary>
/// <param name="Events">
/// How many events are looked at; each name once, however many conditions are about it, and once more for companies; with what is read to know who is of which company.
/// </param>
/// <param name="PropertyValues">How many property values are taken out of events, each path of a name once.</param>
/// <param name="Traits">How many trait values are taken out of profiles.</param>
/// <param name="Conditions">How many conditions there are: each step of a sequence, each of a <c>where</c>, and those of the segments it is made of, are counted.</param>
/// <param name="Tests">How often an event is held against a condition: the events of its name, for every condition and step of a sequence, and all for whether they name a company.</param>
public sealed record CostEstimate(long Events, long PropertyValues, long Traits, int Conditions, long Tests)
{
    /// <summary>How many customers are put in order by a score, each score and end of it once.</summary>
    public long Ranked { get; init; }

    /// <summary>
    /// The whole in units of reading one event's time and name. Taking a value out of JSON counts for five, and a place in an order for twenty; that is a rule of thumb,
    /// good for refusing what is far too much, not for comparing what is close.
    /// </summary>
    public long Work => Math.Max(Events, Tests) + (5 * PropertyValues) + (5 * Traits) + (20 * Ranked);
}
