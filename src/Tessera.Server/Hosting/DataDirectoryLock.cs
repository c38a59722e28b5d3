using System.Globalization;

namespace Tessera.Server.Hosting;

/// <summary>The right of one process to use a data directory, from <see cref="AcquireAsync"/> until it is disposed or the process ends.</summary>
/// <remarks>
/// The operating system holds the lock and gives it back however the process ends, so a crash leaves nothing to clean up.
/// A file beside it says who holds it, for the message that the second process prints.
/// </remarks>
internal sealed class DataDirectoryLock : IDisposable
{
    private const int Attempts = 4;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(50);
    private readonly FileStream file;

    private DataDirectoryLock(FileStream file) => this.file = file;

    /// <exception cref="TesseraException">Another process uses the directory, or the directory cannot be written.</exception>
    public static async Task<DataDirectoryLock> AcquireAsync(DataDirectory directory, TimeProvider time, CancellationToken cancellationToken)
    {
        directory.Create();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Acquire(directory);
            }
            catch (UnauthorizedAccessException exception)
            {
                throw DataDirectoryFailure.Sentence(directory, exception);
            }
            catch (IOException exception) when (DataDirectoryFailure.IsDiskFull(exception))
            {
                throw DataDirectoryFailure.Sentence(directory, exception);
            }
            catch (IOException exception)
            {
                // A command that looks for a running server touches the lock for an instant: one refusal proves nothing.
                if (attempt == Attempts)
                {
                    throw new TesseraException(InUse(directory), exception);
                }
            }

            await Task.Delay(BetweenAttempts, time, cancellationToken);
        }
    }

    private static DataDirectoryLock Acquire(DataDirectory directory)
    {
        var opened = new FileStream(directory.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            // A file of its own, because a locked file cannot be read; and what a killed server left is not true any more.
            File.WriteAllText(directory.PidFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            File.Delete(directory.ServerFile);
            return new DataDirectoryLock(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The file stays: deleting it would let two later processes lock two different files of the same name.</summary>
    public void Dispose() => file.Dispose();

    private static string InUse(DataDirectory directory)
    {
        var holder = Holder(directory) is { } pid ? $"process {pid}" : "another process";
        var address = ServerRecord.Read(directory) is { } record ? $", which answers at {record.Url.OriginalString}" : "";
        return $"The data directory {directory.Root} is in use by {holder}{address}; stop that process or choose another directory with --data.";
    }

    private static string? Holder(DataDirectory directory)
    {
        try
        {
            var text = File.ReadAllText(directory.PidFile).Trim();
            return text.Length > 0 && text.All(char.IsAsciiDigit) ? text : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
