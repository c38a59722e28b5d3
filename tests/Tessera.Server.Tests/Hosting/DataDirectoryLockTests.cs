using Tessera.Server.Hosting;
using Tessera.Testing;

namespace Tessera.Server.Tests.Hosting;

public sealed class DataDirectoryLockTests
{
    [Fact]
    public async Task Acquire_WhileHeld_NamesTheProcessAndItsAddress()
    {
        using var folder = new TemporaryDirectory();
        var directory = new DataDirectory(folder.Combine("data"));
        using var held = await AcquireAsync(directory);
        new ServerRecord(Environment.ProcessId, new Uri("http://127.0.0.1:4711"), DateTimeOffset.UnixEpoch).Write(directory);

        var refused = await Should.ThrowAsync<TesseraException>(() => AcquireAsync(directory));
        refused.Message.ShouldContain(directory.Root);
        refused.Message.ShouldContain($"process {Environment.ProcessId}");
        refused.Message.ShouldContain("http://127.0.0.1:4711");
        refused.Message.ShouldContain("--data");
    }

    [Fact]
    public async Task Acquire_AfterItWasGivenBack_Succeeds()
    {
        using var folder = new TemporaryDirectory();
        var directory = new DataDirectory(folder.FullPath);
        (await AcquireAsync(directory)).Dispose();
        (await AcquireAsync(directory)).Dispose();
    }

    [Fact]
    public async Task FindRunning_OnARecordThatAKilledServerLeft_FindsNothing()
    {
        using var folder = new TemporaryDirectory();
        var directory = new DataDirectory(folder.FullPath);
        (await AcquireAsync(directory)).Dispose();
        var record = new ServerRecord(1, new Uri("http://127.0.0.1:4711"), DateTimeOffset.UnixEpoch);
        record.Write(directory);
        ServerRecord.FindRunning(directory).ShouldBeNull();

        using var held = await AcquireAsync(directory);
        ServerRecord.FindRunning(directory).ShouldBeNull("what the killed server left is removed by the next one");
        record.Write(directory);
        ServerRecord.FindRunning(directory).ShouldBe(record);
    }

    [Fact]
    public async Task Acquire_OnAFile_SaysSo()
    {
        using var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(folder.Combine("file"), "");
        var refused = await Should.ThrowAsync<TesseraException>(() => AcquireAsync(new DataDirectory(folder.Combine("file"))));
        refused.Message.ShouldContain("is a file");
    }

    [Fact]
    public async Task Acquire_MakesTheDirectoryForItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryDirectory();
        var directory = new DataDirectory(folder.Combine("a", "b"));
        using var held = await AcquireAsync(directory);
        File.GetUnixFileMode(directory.Root).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static Task<DataDirectoryLock> AcquireAsync(DataDirectory directory) =>
        DataDirectoryLock.AcquireAsync(directory, TimeProvider.System, CancellationToken.None);
}
