using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>How long segments that do not follow each call may be behind.</summary>
public sealed class RulePausesTests
{
    [Theory]
    [InlineData(0, 60, 60)]
    [InlineData(1, 60, 60)]
    [InlineData(20, 80, 400)]
    [InlineData(600, 300, 3600)]
    public void Pauses_HoweverLongARoundTakes_AreBounded(int took, int next, int compared)
    {
        RulePauses.UntilNext(TimeSpan.FromSeconds(took)).ShouldBe(TimeSpan.FromSeconds(next));
        RulePauses.UntilCompared(TimeSpan.FromSeconds(took)).ShouldBe(TimeSpan.FromSeconds(compared));
    }
}
