namespace Tessera.Cli.Importing;

/// <summary>A file to import.</summary>
/// <param name="Kind">One of <see cref="ImportKinds"/>.</param>
/// <param name="File">The absolute path of the file.</param>
/// <param name="Settings">What the user said about its content.</param>
internal sealed record ImportJob(string Kind, string File, ImportSettings Settings);
