using System.Globalization;
using Tessera.Segments.Explaining;

namespace Tessera.Server.Segments.Rules.Explaining;

/// <summary>
/// The explanation of a customer of whom there is more than is gone through: what holds was found by the engine over everything, the reasons are of the latest calls, and what would
/// change is not said, since that cannot be known from these.
/// </summary>
internal static class BoundedExplanation
{
    /// <summary>What is left out, in words.</summary>
    public static string Note { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"There is more than is gone through for reasons: values and calls shown are of the latest {CustomerHistoryReader.MostCalls:#,0} calls. What holds and what does not was found over all of them.");

    /// <summary>The canonical texts of all parts, each once.</summary>
    public static IReadOnlyList<string> Parts(SegmentExplanation explained) => [.. Texts(explained.Root).Distinct(StringComparer.Ordinal)];

    /// <summary>The explanation with what was found over everything.</summary>
    /// <param name="explained">The explanation by the latest calls.</param>
    /// <param name="truths">Whether each part holds, by its text.</param>
    public static SegmentExplanation Of(SegmentExplanation explained, IReadOnlyDictionary<string, bool> truths)
    {
        var root = Of(explained.Root, truths);
        return explained with
        {
            IsMember = root.Holds,
            Root = root,
            ChangesAt = null,
            SmallestChange = null,
            Sentence = root.Holds == explained.IsMember ? explained.Sentence : $"Found over all calls; by the latest alone it would be otherwise: {explained.Sentence}",
        };
    }

    private static IEnumerable<string> Texts(ExplainedPart part) => part.Parts.SelectMany(Texts).Prepend(part.Text);

    private static ExplainedPart Of(ExplainedPart part, IReadOnlyDictionary<string, bool> truths) => part with
    {
        Holds = truths[part.Text],
        Sentence = truths[part.Text] == part.Holds ? part.Sentence : $"{(truths[part.Text] ? "holds" : "does not hold")} over all calls; by the latest alone: {part.Sentence}",
        ChangesAt = null,
        Parts = [.. part.Parts.Select(inner => Of(inner, truths))],
    };
}
