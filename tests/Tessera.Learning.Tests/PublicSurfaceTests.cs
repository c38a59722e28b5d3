using Tessera.Testing;

namespace Tessera.Learning.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void Assembly_PublicSurface_IsTheRecordedOne() =>
        PublicSurface.DifferencesFromRecord(typeof(NotEstimableException).Assembly).ShouldBeEmpty();
}
