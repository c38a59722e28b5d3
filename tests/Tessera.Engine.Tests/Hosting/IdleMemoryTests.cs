using Tessera.Engine.Execution;
using Tessera.Engine.Hosting;

namespace Tessera.Engine.Tests.Hosting;

public sealed class IdleMemoryTests
{
    private readonly QueryLog log = new();

    [Fact]
    public void Look_PauseAfterWork_TrimsOncePerPause()
    {
        var trims = 0;
        var memory = new IdleMemory(new RunningQueries(), log, () => trims++);

        Look(0);
        Work();
        Look(0);
        Look(1);
        Look(1);
        Work();
        Look(1);
        Work();
        Look(1);
        Look(2);

        void Look(int expected)
        {
            memory.Look();
            trims.ShouldBe(expected);
        }
    }

    private void Work() => log.Add(new QueryLogEntry("1", DateTimeOffset.UnixEpoch, 1, "SELECT", "SELECT 1", 1, 1, 0, 1, 0, ""));
}
