using System.Diagnostics;
using System.Runtime.Versioning;
using Tessera.Testing;
using Xunit.Abstractions;

namespace Tessera.Cli.Tests.Failures;

/// <summary>Files and directories that the person at the keyboard may not use.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PermissionTests(ITestOutputHelper output) : IDisposable
{
    private const string Nobody = "65534";
    private const UnixFileMode ForEverybody =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Import_OfAFileThatMayNotBeRead_SaysSo()
    {
        var file = root.Combine("orders.csv");
        await File.WriteAllTextAsync(file, "a,b\n1,2\n");
        File.SetUnixFileMode(file, UnixFileMode.None);
        if (WithoutPrivileges("import", "orders", "orders.csv") is { } start)
        {
            var sentence = (await CliProcess.RunAsync(start)).Sentence();
            sentence.ShouldContain("orders.csv");
            sentence.ShouldContain("permission", Case.Insensitive);
        }
    }

    [Fact]
    public async Task Serve_OnADirectoryThatMayNotBeWritten_SaysSo()
    {
        var data = Directory.CreateDirectory(root.Combine("data")).FullName;
        File.SetUnixFileMode(data, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        if (WithoutPrivileges("serve", "--port", "0") is { } start)
        {
            (await CliProcess.RunAsync(start)).Sentence().ShouldContain($"The data directory {data} cannot be written by this user");
        }
    }

    [Fact]
    public async Task Serve_OnAFile_SaysSo()
    {
        await File.WriteAllTextAsync(root.Combine("data"), "");
        (await CliProcess.RunAsync(root.FullPath, "serve", "--port", "0")).Sentence().ShouldContain($"{root.Combine("data")} is a file, not a directory");
    }

    /// <summary>The program started by somebody who is not root: permissions do not bind root. Null, with a notice, where that cannot be done.</summary>
    private ProcessStartInfo? WithoutPrivileges(params string[] command)
    {
        var start = CliProcess.StartInfo(root.FullPath, command);
        if (!Environment.IsPrivilegedProcess)
        {
            return start;
        }

        if (!File.Exists("/usr/bin/setpriv") || !EverybodyReaches(AppContext.BaseDirectory))
        {
            output.WriteLine("Not run: root may read everything, and the program cannot be started as somebody else here.");
            return null;
        }

        File.SetUnixFileMode(root.FullPath, ForEverybody);
        string[] before = ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", start.FileName];
        for (var position = 0; position < before.Length; position++)
        {
            start.ArgumentList.Insert(position, before[position]);
        }

        start.FileName = "/usr/bin/setpriv";
        start.Environment["HOME"] = root.FullPath;
        return start;
    }

    private static bool EverybodyReaches(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (!folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }
}
