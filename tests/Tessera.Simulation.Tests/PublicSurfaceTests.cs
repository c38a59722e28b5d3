using Tessera.Testing;

namespace Tessera.Simulation.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void Assembly_PublicSurface_IsTheRecordedOne() =>
        PublicSurface.DifferencesFromRecord(typeof(Scenario).Assembly).ShouldBeEmpty();
}
