using System.Text;
using Tessera.Domain;
using Tessera.Server.Profiles.Documents;
using Tessera.Testing;

namespace Tessera.Server.Tests.Profiles.Documents;

/// <summary>The file is gone on with only where nothing may be missing in it.</summary>
public sealed class DocumentFileTests : IDisposable
{
    private static readonly WorkspaceKey Shop = new("shop");
    private static readonly Guid Ada = new("0198a8f2-1111-7000-8000-000000000001");
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("everything about Ada");
    private readonly TemporaryDirectory folder = new();

    private string Path => folder.Combine("profiles.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_WasClosed_GoesOn()
    {
        var pass = new DocumentPass("shop", 3, Ada, IsDone: true);
        Leave(file => file.Close([pass]));
        using var file = Open();
        file.Passes.ShouldBe([pass]);
        var found = file.Find(Shop, Ada)!.Value;
        (found.Generation, Encoding.UTF8.GetString(found.Body)).ShouldBe((3, "everything about Ada"));
        file.Find(new WorkspaceKey("other"), Ada).ShouldBeNull();
    }

    [Fact]
    public void Open_WasNotClosed_BeginsAnew()
    {
        Leave(_ => { });
        using var file = Open();
        file.Find(Shop, Ada).ShouldBeNull();
    }

    [Fact]
    public void Open_WasNotClosedTheSecondTime_BeginsAnew()
    {
        Leave(file => file.Close([]));
        using (Open())
        {
            // Killed.
        }

        using var file = Open();
        file.Find(Shop, Ada).ShouldBeNull();
    }

    [Theory]
    [InlineData("another log", "state")]
    [InlineData("log", "another state")]
    public void Open_OfAnotherLogOrState_BeginsAnew(string log, string state)
    {
        Leave(file => file.Close([]));
        using var file = new DocumentFile(Path, log, state);
        file.Find(Shop, Ada).ShouldBeNull();
    }

    [Fact]
    public void Open_Damaged_BeginsAnew()
    {
        File.WriteAllText(Path, "no database, but long enough to be taken for one at first sight".PadRight(9000, '.'));
        using var file = Open();
        file.Write(Shop, 1, [(Ada, Body)]);
        file.Find(Shop, Ada).ShouldNotBeNull();
    }

    [Fact]
    public void Forget_Removed_IsInNoFile()
    {
        using var file = Open();
        file.Write(Shop, 1, [(Ada, Body)]);
        file.Remove([Ada]);
        file.Forget();
        file.Find(Shop, Ada).ShouldBeNull();
        foreach (var part in Directory.EnumerateFiles(folder.FullPath))
        {
            using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            reader.ReadToEnd().ShouldNotContain("everything about Ada");
        }
    }

    private void Leave(Action<DocumentFile> end)
    {
        using var file = Open();
        file.Write(Shop, 3, [(Ada, Body)]);
        end(file);
    }

    private DocumentFile Open() => new(Path, "log", "state");
}
