namespace Tessera.Server.Segments.Library;

/// <summary>What the customers of a definition come to.</summary>
/// <param name="Part">The number of the definition, from 1; 0 for everybody.</param>
/// <param name="Customers">How many there are.</param>
/// <param name="Buyers">How many of them ever bought.</param>
/// <param name="Revenue">What they spent.</param>
/// <param name="Orders">How many orders they made.</param>
/// <param name="Active">How many were seen in the last 30 days.</param>
/// <param name="Calls">How many events they did in the last 30 days.</param>
/// <param name="Days">On how many of these days each did anything, all together.</param>
/// <param name="Weekly">How many did anything in the last 7 days.</param>
/// <param name="Kinds">How many of the frequent events each did in the last 30 days, all together.</param>
/// <param name="Asked">How many asked for help in the last 90 days.</param>
/// <param name="Answered">How many answered a survey in the last 90 days.</param>
/// <param name="Aged">Of how many the age is known.</param>
/// <param name="Years">Their ages together.</param>
/// <param name="Country">The most frequent country, and how many are from there.</param>
/// <param name="Device">The most frequent kind of device, and whose it was last.</param>
/// <param name="Browser">The most frequent browser, and whose it was last.</param>
/// <param name="Topic">What help was asked for most, and by how many last.</param>
/// <param name="Answer">The most frequent answer to a survey, and by how many it was given last.</param>
internal sealed record LibraryFigure(
    long Part,
    long Customers,
    long Buyers,
    decimal Revenue,
    long Orders,
    long Active,
    long Calls,
    long Days,
    long Weekly,
    long Kinds,
    long Asked,
    long Answered,
    long Aged,
    double Years,
    (string Value, long Count) Country,
    (string Value, long Count) Device,
    (string Value, long Count) Browser,
    (string Value, long Count) Topic,
    (string Value, long Count) Answer)
{
    /// <summary>Nobody.</summary>
    public static LibraryFigure Nobody { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ("", 0), ("", 0), ("", 0), ("", 0), ("", 0));
}
