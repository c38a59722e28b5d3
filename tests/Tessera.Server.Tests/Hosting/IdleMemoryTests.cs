using System.Runtime.CompilerServices;
using Tessera.Server.Hosting;
using Tessera.Testing;

namespace Tessera.Server.Tests.Hosting;

/// <summary>Runs alone: other tests allocate, and the process would not be idle.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInTheProcess
{
    public const string Name = "alone in the process";
}

[Collection(AloneInTheProcess.Name)]
public sealed class IdleMemoryTests
{
    private const int LargeBytes = 100_000_000;

    [Fact]
    public void CollectIfIdle_AfterLargeWork_GivesItsMemoryBackOnceItIsOver()
    {
        using var memory = new IdleMemory(new ManualTimeProvider());
        memory.CollectIfIdle();
        var garbage = MakeGarbage();
        memory.CollectIfIdle().ShouldBeFalse("so much was allocated since that the server counts as busy");
        memory.CollectIfIdle().ShouldBeTrue();
        garbage.IsAlive.ShouldBeFalse();

        // Once more a minute later, for what pools have kept, and then nobody is disturbed again.
        Enumerable.Range(0, 20).Select(_ => memory.CollectIfIdle()).ShouldBe(Enumerable.Range(0, 20).Select(look => look == 6));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference MakeGarbage()
    {
        var large = new byte[LargeBytes];
        large.AsSpan().Fill(1);
        return new WeakReference(large);
    }
}
