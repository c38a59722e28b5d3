namespace Tessera.Server.Segments.Library.Endpoints;

/// <summary>A ready segment as it would be in the workspace.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Strategy">Which strategy it serves: <c>behavioural</c>, <c>demographic</c>, <c>psychographic</c>, <c>technographic</c>, <c>needs-based</c>, <c>value-based</c>, <c>engagement</c>.</param>
/// <param name="Question">The question that it answers.</param>
/// <param name="Description">Who belongs, and what to do about them.</param>
/// <param name="Definition">Its definition in the segment language.</param>
/// <param name="Parameters">What can be chosen, with what was found in the workspace's data.</param>
/// <param name="Metrics">What its members come to.</param>
/// <param name="Available">Whether the workspace's data can carry it.</param>
/// <param name="Missing">What is lacking, and how to send it; empty when it is available.</param>
/// <param name="Size">How many would belong; null where it is not available, and while it is being found.</param>
/// <param name="AdoptedAs">The key of the segment that was made of it; null when there is none.</param>
internal sealed record LibraryItem(
    string Key,
    string Name,
    string Strategy,
    string Question,
    string Description,
    string Definition,
    IReadOnlyList<LibraryParameter> Parameters,
    IReadOnlyList<LibraryMetric> Metrics,
    bool Available,
    IReadOnlyList<string> Missing,
    long? Size,
    string? AdoptedAs);

/// <summary>What the members of a ready segment come to.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Description">How it is counted.</param>
/// <param name="Value">The value; null where it is not known.</param>
/// <param name="Unit"><c>count</c>, <c>money</c> (in the workspace's currency) or <c>share</c> (0 to 1).</param>
internal sealed record LibraryMetric(string Name, string Description, decimal? Value, string Unit);

/// <summary>The ready segments.</summary>
/// <param name="Items">By strategy.</param>
/// <param name="Next">Always null: the list is short.</param>
internal sealed record LibraryList(IReadOnlyList<LibraryItem> Items, string? Next);

/// <summary>How a ready segment is to be made one of the workspace's.</summary>
/// <param name="Key">The key; that of the ready segment when left out.</param>
/// <param name="Name">The name; that of the ready segment when left out.</param>
/// <param name="Parameters">What to choose instead of what was found, by the parameters' names.</param>
internal sealed record AdoptSegmentRequest(string? Key = null, string? Name = null, IReadOnlyDictionary<string, string>? Parameters = null);
