using Tessera.Cli.Output;

namespace Tessera.Cli.Importing;

/// <summary>Shows the progress of an import.</summary>
internal sealed class ImportReporter(ProgressLine line, string prefix = "") : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => line.Report(prefix + value);
}
