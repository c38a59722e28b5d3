using System.Runtime.Versioning;
using Tessera.Engine.Library;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Library;

/// <summary>The download with programs in npm's place: what npm says in each case is what it really says.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class NpmDownloadTests : IDisposable
{
    private static readonly LibraryPackage Package = new("@test/lib", null, null);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task RunAsync_Success_AnswersWithTheArchive()
    {
        NpmDownload download = Npm("""touch "$PWD/test-lib-1.tgz"; echo "$@" > "$PWD/arguments" """);

        string archive = await download.RunAsync(_directory.FullPath, null, CancellationToken.None);

        archive.ShouldBe(_directory.Combine("test-lib-1.tgz"));
        (await File.ReadAllTextAsync(_directory.Combine("arguments"))).ShouldStartWith($"pack @test/lib@{EngineLibrary.Version} ");
    }

    [Theory]
    [InlineData("npm error code ENOTFOUND", "registry cannot be reached")]
    [InlineData("npm error code ECONNREFUSED", "registry cannot be reached")]
    [InlineData("npm error code ENOSPC", "disk is full")]
    [InlineData("npm error code E404\nnpm error 404 Not Found - GET @test/lib", "404 Not Found - GET @test/lib")]
    public async Task RunAsync_Failure_IsOneSentenceThatSaysWhatToDo(string output, string expected)
    {
        NpmDownload download = Npm($"printf '%s\\n' '{output}' >&2; exit 1");

        EngineStartException exception = await Should.ThrowAsync<EngineStartException>(
            () => download.RunAsync(_directory.FullPath, null, CancellationToken.None));

        exception.Message.ShouldContain(expected);
        exception.Message.ShouldNotContain('\n');
    }

    [Fact]
    public async Task RunAsync_WithoutNpm_SaysWhatToInstall()
    {
        NpmDownload download = new(Package, _directory.Combine("no-such-npm"));

        EngineStartException exception = await Should.ThrowAsync<EngineStartException>(
            () => download.RunAsync(_directory.FullPath, null, CancellationToken.None));

        exception.Message.ShouldContain("install Node.js");
        exception.Message.ShouldContain("TESSERA_CLICKHOUSE_URL");
    }

    [Fact]
    public async Task RunAsync_Cancelled_EndsTheDownload()
    {
        using CancellationTokenSource cancel = new();
        NpmDownload download = Npm("sleep 600");
        Task<string> running = download.RunAsync(_directory.FullPath, null, cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    private NpmDownload Npm(string script)
    {
        string path = _directory.Combine("npm.sh");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new NpmDownload(Package, path);
    }
}
