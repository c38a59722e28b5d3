using Tessera.Testing;

namespace Tessera.Engine.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void Assembly_PublicSurface_IsTheRecordedOne() =>
        PublicSurface.DifferencesFromRecord(typeof(EngineSupervisor).Assembly).ShouldBeEmpty();
}
