using Tessera.Server.Access;
using Tessera.Server.Access.Secrets;
using Tessera.Server.Access.Tokens;
using Tessera.Server.Workspaces;

namespace Tessera.Server.Tests.Access.Secrets;

public sealed class SecretFilesTests : IAsyncLifetime
{
    private readonly MetadataFixture metadata = new();

    private TokenStore Tokens => new(metadata.Metadata, metadata.Clock);

    public async Task InitializeAsync()
    {
        await metadata.InitializeAsync();
        await new WorkspaceStore(metadata.Metadata, metadata.Clock).RunAsync(default);
    }

    public Task DisposeAsync() => metadata.DisposeAsync();

    [Fact]
    public async Task Run_OnAnEmptyDirectory_WritesBothSecretsForTheirOwnerOnly()
    {
        await RunAsync();
        foreach (var file in (string[])[metadata.Directory.AdminTokenFile, metadata.Directory.WriteKeyFile])
        {
            File.ReadAllText(file).Trim().Length.ShouldBeGreaterThan(43);
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    [Fact]
    public async Task Run_Again_KeepsTheSecrets()
    {
        await RunAsync();
        var token = AdminToken();
        await RunAsync();
        AdminToken().ShouldBe(token);
        (await Tokens.FindCallerAsync(token, default))!.Kind.ShouldBe(CallerKind.AdminToken);
    }

    [Fact]
    public async Task Run_AfterTheFileWasDeleted_ReplacesTheToken()
    {
        await RunAsync();
        var old = AdminToken();
        File.Delete(metadata.Directory.AdminTokenFile);
        await RunAsync();
        (AdminToken() == old).ShouldBeFalse();
        (await Tokens.FindCallerAsync(old, default)).ShouldBeNull();
        (await Tokens.FindCallerAsync(AdminToken(), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_OnAFileOthersMayRead_TightensIt()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await RunAsync();
        File.SetUnixFileMode(metadata.Directory.AdminTokenFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await RunAsync();
        File.GetUnixFileMode(metadata.Directory.AdminTokenFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Run_KeepsNothingButHashesInTheDatabase()
    {
        await RunAsync();
        var bytes = Directory.EnumerateFiles(metadata.Directory.Root, "tessera.db*").SelectMany(Read).ToArray();
        bytes.Length.ShouldBeGreaterThan(4096);
        bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(AdminToken())).ShouldBe(-1);
        bytes.AsSpan().IndexOf(new Secret(AdminToken()).Hash()).ShouldNotBe(-1, "the hash must be there, or the search looks in the wrong place");
    }

    private static byte[] Read(string file)
    {
        // The open database holds locks that a plain read would trip over.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private Task RunAsync() =>
        new SecretFiles(metadata.Directory, Tokens, new WriteKeyStore(metadata.Metadata, metadata.Directory, metadata.Clock)).RunAsync(default);

    private string AdminToken() => File.ReadAllText(metadata.Directory.AdminTokenFile).Trim();
}
