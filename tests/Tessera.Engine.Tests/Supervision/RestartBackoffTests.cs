using Tessera.Engine.Supervision;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Supervision;

public sealed class RestartBackoffTests
{
    private readonly ManualTimeProvider time = new();

    [Fact]
    public void Next_WhileItDoesNotStart_DoublesUpToTheLongest()
    {
        var backoff = new RestartBackoff(time);

        double[] waits = [.. Enumerable.Range(0, 9).Select(_ => backoff.Next().TotalMilliseconds)];

        waits.ShouldBe([0, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
    }

    [Fact]
    public void Next_AfterAShortLife_GoesOnWhereItWas()
    {
        var backoff = new RestartBackoff(time);
        for (var i = 0; i < 4; i++)
        {
            backoff.Next();
            backoff.Started();
            time.Advance(RestartBackoff.Sound - TimeSpan.FromMilliseconds(1));
            backoff.Ended();
        }

        backoff.Failures.ShouldBe(4);
        backoff.Next().ShouldBe(TimeSpan.FromMilliseconds(1600));
    }

    [Fact]
    public void Next_AfterALongLife_IsAtOnce()
    {
        var backoff = new RestartBackoff(time);
        for (var i = 0; i < 4; i++)
        {
            backoff.Next();
            backoff.Failed();
        }

        backoff.Started();
        time.Advance(RestartBackoff.Sound);
        backoff.Ended();

        backoff.Failures.ShouldBe(0);
        backoff.Next().ShouldBe(TimeSpan.Zero);
    }
}
