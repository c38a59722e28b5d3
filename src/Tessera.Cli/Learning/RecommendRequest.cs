namespace Tessera.Cli.Learning;

/// <summary>What <c>learn recommend</c> was asked for.</summary>
/// <param name="File">The file.</param>
/// <param name="User">The column of the user.</param>
/// <param name="Item">The column of the item.</param>
/// <param name="Rating">The column of the strength; null for 1 each.</param>
/// <param name="MinimumRating">Rows below do not count.</param>
/// <param name="Time">The column of the time; null for the order of the file.</param>
/// <param name="Content">Columns that describe the item.</param>
/// <param name="Strong">Whether users are held out rather than last items.</param>
/// <param name="Model">The model.</param>
/// <param name="Surprise">0 to 1: how much novelty, diversity and serendipity count.</param>
/// <param name="Seed">Of splits and models.</param>
internal sealed record RecommendRequest(
    string File, string User, string Item, string? Rating, double? MinimumRating, string? Time, IReadOnlyList<string> Content, bool Strong, string Model, double Surprise, ulong Seed);
