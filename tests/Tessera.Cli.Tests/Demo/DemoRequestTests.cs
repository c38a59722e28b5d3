using Tessera.Cli.Demo;
using Tessera.Cli.Importing;
using Tessera.Testing;

namespace Tessera.Cli.Tests.Demo;

public sealed class DemoRequestTests
{
    [Theory]
    [InlineData(2026, 11, 22)]
    [InlineData(2028, 2, 29)]
    [InlineData(2027, 1, 1)]
    public void Content_OfTheSamples_EndsYesterday(int year, int month, int day)
    {
        var today = new DateTimeOffset(year, month, day, 23, 59, 0, TimeSpan.Zero);
        var content = new DemoRequest(OrdersFile: null, ImportSettings.None, Open: false).Content(new ManualTimeProvider(today));
        foreach (var sample in SampleWorkspace.All)
        {
            var options = sample.Options(content.FirstDay!.Value);
            options.Days.ShouldBe(365);
            options.Start.AddDays(options.Days).ShouldBe(DateOnly.FromDateTime(today.DateTime));
        }
    }
}
