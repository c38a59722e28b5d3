using System.Net;
using Tessera.Server.Access.Sessions;
using Tessera.Testing;

namespace Tessera.Server.Tests.Access.Sessions;

public sealed class SignInAttemptsTests
{
    private static readonly IPAddress Here = IPAddress.Loopback;
    private readonly ManualTimeProvider clock = new();

    [Fact]
    public void Delay_UpToTheLimit_IsNone()
    {
        var attempts = AfterFailures(SignInAttempts.Limit - 1);
        attempts.Delay(Here).ShouldBeNull();
    }

    [Fact]
    public void Delay_AtTheLimit_LastsUntilTheOldestFailureLeavesTheWindow()
    {
        var attempts = AfterFailures(1);
        clock.Advance(TimeSpan.FromSeconds(20));
        Fail(attempts, SignInAttempts.Limit - 1);
        attempts.Delay(Here).ShouldBe(SignInAttempts.Window - TimeSpan.FromSeconds(20));

        clock.Advance(SignInAttempts.Window - TimeSpan.FromSeconds(20));
        attempts.Delay(Here).ShouldBeNull();
    }

    [Fact]
    public void Delay_OfAnotherAddress_IsNone() => AfterFailures(SignInAttempts.Limit).Delay(IPAddress.Parse("192.0.2.1")).ShouldBeNull();

    private SignInAttempts AfterFailures(int count)
    {
        var attempts = new SignInAttempts(clock);
        Fail(attempts, count);
        return attempts;
    }

    private static void Fail(SignInAttempts attempts, int count)
    {
        for (var failure = 0; failure < count; failure++)
        {
            attempts.CountFailure(Here);
        }
    }
}
