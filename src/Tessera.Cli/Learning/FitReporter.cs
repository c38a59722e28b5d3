using System.Globalization;
using Tessera.Cli.Output;
using Tessera.Learning;

namespace Tessera.Cli.Learning;

/// <summary>Shows how far a fit is.</summary>
internal sealed class FitReporter(ProgressLine line, string what) : IProgress<FitProgress>
{
    public void Report(FitProgress value) =>
        line.Report(string.Create(CultureInfo.InvariantCulture, $"{what}: {value.Stage} ({value.Fraction * 100:0} %)"));
}
