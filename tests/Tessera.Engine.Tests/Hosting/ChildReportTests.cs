using Tessera.Engine.Hosting;

namespace Tessera.Engine.Tests.Hosting;

public sealed class ChildReportTests
{
    [Fact]
    public void TryParse_ItsOwnLine_GivesTheReport()
    {
        var report = new ChildReport(true, 1234, "26.7.2.1", ["a \"warning\"\nof two lines"], null);

        var parsed = ChildReport.TryParse(report.ToString());

        report.ToString().ShouldNotContain('\n');
        parsed.ShouldNotBeNull();
        parsed.ShouldSatisfyAllConditions(
            read => read.Port.ShouldBe(1234),
            read => read.Ready.ShouldBeTrue(),
            read => read.Version.ShouldBe("26.7.2.1"),
            read => read.Warnings.ShouldBe(report.Warnings));
    }

    [Fact]
    public void TryParse_OtherOutput_IsNoReport() => ChildReport.TryParse("Processing configuration file").ShouldBeNull();
}
