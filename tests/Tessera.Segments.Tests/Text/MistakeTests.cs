namespace Tessera.Segments.Tests.Text;

/// <summary>Of one mistake one thing is said: its cause.</summary>
public sealed class MistakeTests
{
    [Fact]
    public void Parse_OfWhatNestsTooDeep_SaysNothingOfBrackets()
    {
        var text = string.Concat(Enumerable.Repeat("not (", 500)) + "plan is set" + new string(')', 500);
        Segment.Parse(text).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.TooDeep);
    }

    [Theory]
    [InlineData("was in segment \"vip\"")]
    [InlineData("plan is \"free\" and (was in segment \"vip\" for at least 7 days)")]
    public void Parse_OfWasInSegment_SaysHowItIsWritten(string text)
    {
        var problem = Segment.Parse(text).Diagnostics.ShouldHaveSingleItem();
        problem.Suggestion.ShouldBe("has been");
        problem.Message.ShouldContain("has been in segment");
        text.Substring(problem.Span.Offset, problem.Span.Length).ShouldBe("was");
    }
}
