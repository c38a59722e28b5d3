namespace Tessera.Server.Hosting;

/// <summary>Turns what the operating system says about a data directory into one sentence with a remedy.</summary>
internal static class DataDirectoryFailure
{
    // The low 16 bits of HResult carry errno on Unix and the Win32 code on Windows.
    private const int NoSpaceOnUnix = 28;
    private const int DiskFullOnWindows = 112;
    private const int ReadOnlyFileSystem = 30;

    public static TesseraException Sentence(DataDirectory directory, Exception exception)
    {
        var message = IsDiskFull(exception)
            ? $"The disk that holds {directory.Root} is full; free some space or choose another directory with --data."
            : File.Exists(directory.Root)
                ? $"{directory.Root} is a file, not a directory; choose another data directory with --data."
                : exception is UnauthorizedAccessException || Code(exception) == ReadOnlyFileSystem
                    ? $"The data directory {directory.Root} cannot be written by this user; change its owner or permissions, or choose another with --data."
                    : $"The data directory {directory.Root} cannot be used: {exception.Message.TrimEnd('.')}; choose another with --data.";
        return new TesseraException(message, exception);
    }

    public static bool IsDiskFull(Exception? exception) =>
        exception is not null
        && ((exception is IOException && Code(exception) is NoSpaceOnUnix or DiskFullOnWindows) || IsDiskFull(exception.InnerException));

    private static int Code(Exception exception) => exception.HResult & 0xFFFF;
}
