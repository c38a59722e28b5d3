using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tessera.Testing;

namespace Tessera.Cli.Tests.Importing;

/// <summary>Ctrl-C while a file is imported: it says what becomes of the import, and that is what becomes of it.</summary>
public sealed class ImportInterruptionTests : IDisposable
{
    private const int Lines = 150_000;

    private readonly TemporaryDirectory root = new();

    public ImportInterruptionTests() => File.WriteAllText(root.Combine("orders.csv"), OrdersCsv());

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Interrupt_WhileAServerImports_SaysThatItGoesOnThere()
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        var (exitCode, error) = await InterruptAsync();
        exitCode.ShouldBe(1);
        error.ShouldContain("Interrupted, but the import of orders.csv goes on in the server: see ");

        await EverythingIsThereOnceAsync();
    }

    [Fact]
    public async Task Interrupt_WhileTheCommandItselfImports_SaysThatItResumesWhenRunAgain()
    {
        Directory.CreateDirectory(root.Combine("data"));
        var (exitCode, error) = await InterruptAsync();
        exitCode.ShouldBe(1);
        error.ShouldContain("Interrupted: the import of orders.csv is kept, and goes on when this command runs again");

        await EverythingIsThereOnceAsync();
    }

    private static string OrdersCsv()
    {
        var text = new StringBuilder("order_id,customer_id,date,sku,quantity,unit_price\n");
        for (var line = 0; line < Lines; line++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line / 3},{line % 5000},2024-01-02,{(line % 3 == 0 ? "A" : "B")},1,2.50\n");
        }

        return text.ToString();
    }

    /// <summary>Runs the import and interrupts it while the server reads the file.</summary>
    private async Task<(int ExitCode, string Error)> InterruptAsync()
    {
        using var process = Process.Start(CliProcess.StartInfo(root.FullPath, ["import", "orders", "orders.csv", "--data", "data"]))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await Eventually.UntilAsync(async () => await IsImportingAsync() || process.HasExited, "the import to begin", interval: TimeSpan.FromMilliseconds(5));

        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, await error);
    }

    /// <summary>Whether the server on the data directory, whoever runs it, has begun to read or publish.</summary>
    private async Task<bool> IsImportingAsync()
    {
        try
        {
            var record = JsonDocument.Parse(await File.ReadAllTextAsync(root.Combine("data", "server.json"))).RootElement;
            using var http = new HttpClient { BaseAddress = new Uri(record.GetProperty("url").GetString()!) };
            var token = await File.ReadAllTextAsync(root.Combine("data", "admin.token"));
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
            var imports = await http.GetFromJsonAsync<JsonElement>("/api/imports");
            return imports.GetProperty("items").EnumerateArray().Any(import => import.GetProperty("state").GetString() is "reading" or "publishing");
        }
        catch (Exception early) when (early is IOException or JsonException or HttpRequestException)
        {
            return false;
        }
    }

    private async Task EverythingIsThereOnceAsync()
    {
        var again = (await CliProcess.RunAsync(root.FullPath, "import", "orders", "orders.csv", "--data", "data", "--json")).Json();
        again.GetProperty("state").GetString().ShouldBe("done");
        again.GetProperty("rowsDuplicate").GetInt64().ShouldBe(Lines, "the interrupted import has brought every line");
        again.GetProperty("rowsAccepted").GetInt64().ShouldBe(0);
    }
}
