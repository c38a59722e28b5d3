using Tessera.Testing;

namespace Tessera.Segments.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void PublicSurface_IsTheRecordedOne() => PublicSurface.DifferencesFromRecord(typeof(Segment).Assembly).ShouldBeEmpty();
}
