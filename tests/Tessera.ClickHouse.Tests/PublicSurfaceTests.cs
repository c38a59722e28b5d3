using Tessera.Testing;

namespace Tessera.ClickHouse.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void PublicSurface_OfTheLibrary_IsTheRecordedOne() =>
        PublicSurface.DifferencesFromRecord(typeof(ClickHouseClient).Assembly).ShouldBeEmpty();
}
