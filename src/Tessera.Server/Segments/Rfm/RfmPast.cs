namespace Tessera.Server.Segments.Rfm;

/// <summary>How far the months of the past are that trends, changes and <c>since</c> are made of.</summary>
/// <param name="Months">How many months' ends there are to compute.</param>
/// <param name="Done">For how many of them what is kept is up to date.</param>
/// <param name="Problem">Why the last try to compute one failed, while it is being tried again; otherwise null.</param>
internal sealed record RfmPast(int Months, int Done, string? Problem = null)
{
    /// <summary>Whether nothing is left to compute.</summary>
    public bool IsComplete => Problem is null && Done >= Months;
}
