namespace Tessera.Server.Segments.Library;

/// <summary>What the customers of a definition come to.</summary>
/// <param name="Part">The number of the definition, from 1; 0 for everybody.</param>
/// <param name="Customers">How many there are.</param>
/// <param name="Buyers">How many of them ever bought.</param>
/// <param name="Revenue">What they spent.</param>
/// <param name="Orders">How many orders they made.</param>
/// <param name="Active">How many were seen in the last 30 days.</param>
internal sealed record LibraryFigure(long Part, long Customers, long Buyers, decimal Revenue, long Orders, long Active)
{
    /// <summary>Nobody.</summary>
    public static LibraryFigure Nobody { get; } = new(0, 0, 0, 0, 0, 0);
}
