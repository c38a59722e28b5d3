using System.Runtime.Versioning;
using Tessera.Engine.Library;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Library;

/// <summary>The download with programs in npm's place: what npm says in each case is what it really says.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class NpmDownloadTests : IDisposable
{
    private static readonly LibraryPackage Package = new("@test/lib", null, null);

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task RunAsync_Success_AnswersWithTheArchive()
    {
        var download = Npm("""touch "$PWD/test-lib-1.tgz"; echo "$@" > "$PWD/arguments" """);

        var archive = await download.RunAsync(directory.FullPath, null, CancellationToken.None);

        archive.ShouldBe(directory.Combine("test-lib-1.tgz"));
        (await File.ReadAllTextAsync(directory.Combine("arguments"))).ShouldStartWith($"pack @test/lib@{EngineLibrary.Version} ");
    }

    [Theory]
    [InlineData("npm error code ENOTFOUND", "registry cannot be reached")]
    [InlineData("npm error code ECONNREFUSED", "registry cannot be reached")]
    [InlineData("npm error code ENOSPC", "disk is full")]
    [InlineData("npm error code E404\nnpm error 404 Not Found - GET @test/lib", "404 Not Found - GET @test/lib")]
    public async Task RunAsync_Failure_IsOneSentenceThatSaysWhatToDo(string output, string expected)
    {
        var download = Npm($"printf '%s\\n' '{output}' >&2; exit 1");

        var exception = await Should.ThrowAsync<EngineStartException>(
            () => download.RunAsync(directory.FullPath, null, CancellationToken.None));

        exception.Message.ShouldContain(expected);
        exception.Message.ShouldNotContain('\n');
    }

    [Fact]
    public async Task RunAsync_WithoutNpm_SaysWhatToInstall()
    {
        var download = new NpmDownload(Package, directory.Combine("no-such-npm"));

        var exception = await Should.ThrowAsync<EngineStartException>(
            () => download.RunAsync(directory.FullPath, null, CancellationToken.None));

        exception.Message.ShouldContain("install Node.js");
        exception.Message.ShouldContain("TESSERA_CLICKHOUSE_URL");
    }

    [Fact]
    public async Task RunAsync_Cancelled_EndsTheDownload()
    {
        using var cancel = new CancellationTokenSource();
        var download = Npm("sleep 600");
        var running = download.RunAsync(directory.FullPath, null, cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    private NpmDownload Npm(string script)
    {
        var path = directory.Combine("npm.sh");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new NpmDownload(Package, path);
    }
}
