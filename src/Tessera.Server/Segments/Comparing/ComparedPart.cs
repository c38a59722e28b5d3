namespace Tessera.Server.Segments.Comparing;

/// <summary>What some customers come to.</summary>
/// <param name="Part">Which: <c>a</c>, <c>b</c> or <c>all</c>.</param>
/// <param name="Customers">How many there are.</param>
/// <param name="Buyers">How many of them ever bought.</param>
/// <param name="Revenue">What they spent.</param>
/// <param name="Orders">How many orders they made.</param>
/// <param name="RecencyDays">The sum of the buyers' days since their last purchases.</param>
/// <param name="Active">How many were seen in the last 30 days.</param>
/// <param name="New">How many were seen first in the last 30 days.</param>
/// <param name="AgeDays">The sum of the days since they were seen first.</param>
internal sealed record ComparedPart(string Part, long Customers, long Buyers, decimal Revenue, long Orders, long RecencyDays, long Active, long New, long AgeDays)
{
    /// <summary>Nobody at all.</summary>
    public static ComparedPart Nobody(string part) => new(part, 0, 0, 0, 0, 0, 0, 0, 0);
}
