using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>Evaluations that fail in part.</summary>
[Collection(SharedServer.Name)]
public sealed class RuleEvaluationTests(ServerFixture server)
{
    private static readonly DateTimeOffset Start = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Evaluate_FailingAfterTheFirstWasRecorded_EvaluatesOnlyTheOthersAgain()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Track("ada", "Looked", "2024-01-01"));
        var store = server.Services.GetRequiredService<RuleStore>();
        using var journal = ActivatorUtilities.CreateInstance<MembershipJournal>(server.Services, new Clock(failing: 2));
        using var evaluation = ActivatorUtilities.CreateInstance<RuleEvaluation>(server.Services, journal, new Clock(failing: 0));

        // The server's own evaluations wait.
        await server.Services.GetRequiredService<IMembershipTurns>().BetweenEvaluationsAsync(
            async () =>
            {
                foreach (var key in (string[])["first", "second"])
                {
                    (await store.AddAsync(workspace.Key, key, new RuleText(key, "", "did \"Looked\""), "x", library: null, CancellationToken.None)).IsDone.ShouldBeTrue();
                }

                await evaluation.EvaluateAsync(workspace.Key, CancellationToken.None);
                var computed = (await store.ListAsync(workspace.Key, CancellationToken.None))
                    .ToDictionary(segment => segment.Key, segment => (segment.ComputedAt, segment.Size, segment.Failure), StringComparer.Ordinal);
                computed["first"].ShouldBe((Start.AddSeconds(1), 1, null), "it was done when the second one failed");
                computed["second"].ShouldBe((Start.AddSeconds(2), 1, null));
            },
            CancellationToken.None);
    }

    // Goes on by a second whenever it is asked, and fails once.
    private sealed class Clock(int failing) : TimeProvider
    {
        private int asked;

        public override DateTimeOffset GetUtcNow() => ++asked == failing ? throw new InvalidOperationException("The clock is away.") : Start.AddSeconds(asked);
    }
}
