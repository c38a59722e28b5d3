using Tessera.Cli.Importing;

namespace Tessera.Cli.Demo;

/// <summary>What the command line asks of a demo.</summary>
/// <param name="OrdersFile">The absolute path of a file of orders; null: the samples.</param>
/// <param name="Settings">What the user said about the file.</param>
/// <param name="Open">Whether to open the browser.</param>
internal sealed record DemoRequest(string? OrdersFile, ImportSettings Settings, bool Open)
{
    /// <summary>What the directory is to hold. The simulated year ends yesterday.</summary>
    public DemoContent Content(TimeProvider time)
    {
        if (OrdersFile is not null)
        {
            return new DemoContent(DemoKind.Orders, OrdersFile, FirstDay: null, Filled: false);
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new DemoContent(DemoKind.Samples, OrdersFile: null, today.AddDays(-SampleWorkspace.Days), Filled: false);
    }
}
