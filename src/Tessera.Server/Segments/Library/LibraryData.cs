namespace Tessera.Server.Segments.Library;

/// <summary>What is asked of a workspace's data for ready segments, beyond the catalogue.</summary>
/// <param name="Spending">What its customers spend.</param>
/// <param name="Scores">The scores given in answers to surveys, by event, property and the kind of survey.</param>
/// <param name="Ages">How many customers are in each of the usual age bands, by the band's first year.</param>
internal sealed record LibraryData(LibrarySpending Spending, IReadOnlyList<LibraryScores> Scores, IReadOnlyDictionary<int, long> Ages)
{
    /// <summary>Nothing at all.</summary>
    public static LibraryData Nothing { get; } = new(LibrarySpending.Of(0, 0), [], new Dictionary<int, long>());
}

/// <summary>The scores that were given to one kind of question.</summary>
/// <param name="Event">The event.</param>
/// <param name="Property">The property that holds the score.</param>
/// <param name="Survey">What its property <c>survey</c> says; empty for nothing.</param>
/// <param name="Answers">How many answers there are.</param>
/// <param name="Highest">The highest score given.</param>
internal sealed record LibraryScores(string Event, string Property, string Survey, long Answers, double Highest)
{
    private const int FewestAnswers = 10;
    private static readonly double[] Scales = [3, 5, 7, 10, 100];

    /// <summary>The highest score that can be given, judged by those that were: the end of the shortest usual scale that holds them. Null when there are too few to judge by.</summary>
    public double? Scale => Answers >= FewestAnswers ? Scales.Cast<double?>().FirstOrDefault(scale => scale >= Highest) : null;
}
