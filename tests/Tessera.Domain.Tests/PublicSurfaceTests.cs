using Tessera.Testing;

namespace Tessera.Domain.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void Assembly_PublicSurface_IsTheRecordedOne() =>
        PublicSurface.DifferencesFromRecord(typeof(WorkspaceKey).Assembly).ShouldBeEmpty();
}
