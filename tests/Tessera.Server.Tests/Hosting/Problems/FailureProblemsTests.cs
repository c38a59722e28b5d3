using Microsoft.AspNetCore.Http;
using Tessera.ClickHouse;
using Tessera.Server.Hosting.Analytics;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Tests.Hosting.Problems;

public sealed class FailureProblemsTests
{
    private static readonly EngineStatus Running = new(EngineKind.Embedded, EngineCondition.Ready, "26.7", 0, 0, null, []);

    [Fact]
    public void For_AnEngineThatWillNotStartAgain_SaysWhyAndDoesNotAskToTryAgain()
    {
        var failure = FailureProblems.For(
            new ClickHouseUnavailableException("gone"), Running with { State = EngineCondition.Failed, LastError = "The disk is broken." })!;
        failure.Problem.Code.ShouldBe("engine-failed");
        failure.Problem.Detail.ShouldContain("The disk is broken;");
        failure.RetryAfter.ShouldBeNull();
    }

    [Fact]
    public void For_AnEngineThatWentAway_AsksToTryAgain()
    {
        var failure = FailureProblems.For(new ClickHouseUnavailableException("gone"), Running)!;
        failure.Problem.Status.ShouldBe(503);
        failure.Problem.Code.ShouldBe("engine-restarting");
        failure.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public void For_AServerElsewhereThatWentAway_NamesItAndDoesNotSayThatItIsStarted()
    {
        var failure = FailureProblems.For(
            new ClickHouseUnavailableException("ClickHouse at http://ch.example:8123 cannot be reached: Connection refused."),
            Running with { Kind = EngineKind.External })!;
        failure.Problem.Code.ShouldBe("engine-unreachable");
        failure.Problem.Detail.ShouldStartWith("ClickHouse at http://ch.example:8123 cannot be reached: Connection refused;");
        failure.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(241, 503, "engine-memory-limit")]
    [InlineData(159, 504, "query-timed-out")]
    [InlineData(243, 507, "disk-full")]
    [InlineData(202, 503, "engine-busy")]
    [InlineData(167, 400, "question-too-large")]
    [InlineData(168, 400, "question-too-large")]
    public void For_AnErrorOfTheEngineThatUsersCanActOn_IsAProblemOfItsOwn(int code, int status, string expected)
    {
        var problem = FailureProblems.For(new ClickHouseException(code, "NAME", "message", queryId: null), Running)!.Problem;
        problem.Status.ShouldBe(status);
        problem.Code.ShouldBe(expected);
    }

    [Fact]
    public void For_AFullDisk_SaysSo() =>
        FailureProblems.For(new InvalidOperationException("outer", new IOException("No space left on device", 28)), Running)!.Problem.Code.ShouldBe("disk-full");

    [Fact]
    public void For_AMistakeOfOurs_IsNothingExpected() => FailureProblems.For(new InvalidOperationException("bug"), Running).ShouldBeNull();

    [Fact]
    public void For_AMissingParameter_NamesItWithoutItsType()
    {
        var failure = FailureProblems.For(
            new BadHttpRequestException("Required parameter \"string identifier\" was not provided from query string."), Running)!;
        failure.Problem.Detail.ShouldBe("The parameter \"identifier\" is missing.");
    }
}
