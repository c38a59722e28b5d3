using Tessera.Cli.Output;
using Tessera.Server.Hosting;

namespace Tessera.Cli.Doctor;

/// <summary>Looks at the databases of a data directory: metadata, the pipeline's state, the event log, and what is made anew of them.</summary>
internal static class DatabaseFiles
{
    /// <summary>One finding for each that is there.</summary>
    public static IEnumerable<Finding> Look(DataDirectory directory) => DataFiles.In(directory).Select(file =>
    {
        var name = Path.GetFileName(file);
        var what = file == directory.MetadataFile ? "Metadata" : file == directory.StateFile ? "State" : file == directory.LogFile ? "Event log"
            : file == directory.LiveFile ? "Live segments" : "Profiles";
        var remedy = file == directory.LiveFile || file == directory.ProfilesFile
            ? "stop the server and delete the file, it is made anew"
            : "restore a backup into another directory with \"./tessera restore\"";
        return DataFiles.Problem(file) is { } problem
            ? new Finding(what, Verdict.Bad, $"{name} is damaged ({problem.TrimEnd('.')}): {remedy}.")
            : new Finding(what, Verdict.Good, $"{name} is whole, {Figures.Bytes(new FileInfo(file).Length)}.");
    });
}
