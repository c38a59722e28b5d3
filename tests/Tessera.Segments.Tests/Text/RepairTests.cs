namespace Tessera.Segments.Tests.Text;

/// <summary>A misspelt word is reported and read as what it was meant to be, so that what is wrong behind it is reported too.</summary>
public sealed class RepairTests
{
    [Theory]
    [InlineData("did \"X\" at leest 3 dayz", "leest", "dayz")]
    [InlineData("did \"X\" at leest 3 times in the lst 14 dys", "leest", "lst", "dys")]
    [InlineData("plan contans \"x\" and seats is betwen 1 an 3", "contans", "betwen", "an")]
    [InlineData("did \"X\" wher format is \"svg\"", "wher")]
    [InlineData("did \"X\" where format is nt \"svg\" and pages is betwen 3 and 1", "nt", "betwen", "3 and 1")]
    public void Parse_OfSeveralMisspeltWords_ReportsEachOnce(string text, params string[] expected) =>
        Segment.Parse(text).Diagnostics.Select(problem => text.Substring(problem.Span.Offset, problem.Span.Length)).ShouldBe(expected);

    [Fact]
    public void Parse_OfVeryManyMisspeltWords_TakesStepsInProportion()
    {
        var text = $"did \"X\" where {string.Join(" and ", Enumerable.Repeat("a is nt \"x\"", 3000))}";
        Segments.Text.Parser.Parse(text, out var steps);

        steps.ShouldBeLessThan(text.Length * 40L);
    }
}
