using System.Globalization;
using Tessera.Engine;

namespace Tessera.Server.Hosting.Analytics;

/// <summary>Puts into words how far the engine's library is while it is fetched.</summary>
internal sealed class LibraryReporter(IProgress<string> progress) : IProgress<EngineLibraryProgress>
{
    private const double Megabyte = 1_000_000;

    public void Report(EngineLibraryProgress value) => progress.Report(Text(value) + Amount(value));

    private static string Text(EngineLibraryProgress value) => value.Stage switch
    {
        EngineLibraryStage.Waiting => "Another process is fetching the engine's library; waiting for it",
        EngineLibraryStage.Downloading => "Fetching the engine's library, once per machine",
        EngineLibraryStage.Checking => "Checking the engine's library",
        _ => "Unpacking the engine's library",
    };

    private static string Amount(EngineLibraryProgress value) => value switch
    {
        { TotalBytes: { } total } => string.Create(CultureInfo.InvariantCulture, $": {value.Bytes / Megabyte:0} of {total / Megabyte:0} MB"),
        { Bytes: > 0 } => string.Create(CultureInfo.InvariantCulture, $": {value.Bytes / Megabyte:0} MB"),
        _ => " …",
    };
}
