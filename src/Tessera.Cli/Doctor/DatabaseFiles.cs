using Tessera.Cli.Output;
using Tessera.Server.Hosting;

namespace Tessera.Cli.Doctor;

/// <summary>Looks at the databases of a data directory: metadata, the pipeline's state, the event log.</summary>
internal static class DatabaseFiles
{
    /// <summary>One finding for each that is there.</summary>
    public static IEnumerable<Finding> Look(DataDirectory directory) => DataFiles.In(directory).Select(file =>
    {
        var name = Path.GetFileName(file);
        var what = file == directory.MetadataFile ? "Metadata" : file == directory.StateFile ? "State" : "Event log";
        return DataFiles.Problem(file) is { } problem
            ? new Finding(what, Verdict.Bad, $"{name} is damaged ({problem.TrimEnd('.')}): restore a backup into another directory with \"./tessera restore\".")
            : new Finding(what, Verdict.Good, $"{name} is whole, {Figures.Bytes(new FileInfo(file).Length)}.");
    });
}
