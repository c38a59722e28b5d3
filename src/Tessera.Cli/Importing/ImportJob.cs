namespace Tessera.Cli.Importing;

/// <summary>A file to import.</summary>
/// <param name="Kind">One of <see cref="ImportKinds"/>.</param>
/// <param name="File">The absolute path of the file.</param>
/// <param name="Settings">What the user said about its content.</param>
internal sealed record ImportJob(string Kind, string File, ImportSettings Settings)
{
    /// <summary>Looks at the file before anything is started for it.</summary>
    /// <exception cref="CommandFailure">There is no such file, nothing in it, or it may not be read.</exception>
    public void RequireReadable()
    {
        if (Directory.Exists(File))
        {
            throw new CommandFailure($"{File} is a directory; name a file.");
        }

        if (!System.IO.File.Exists(File))
        {
            throw new CommandFailure($"{File} does not exist; check the path.");
        }

        if (new FileInfo(File).Length == 0)
        {
            throw new CommandFailure($"{File} is empty; there is nothing to import.");
        }

        try
        {
            System.IO.File.OpenRead(File).Dispose();
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandFailure($"{File} may not be read by this user; change its permissions.");
        }
    }
}
