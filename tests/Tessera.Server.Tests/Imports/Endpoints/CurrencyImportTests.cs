using System.Net.Http.Json;
using System.Text.Json;

namespace Tessera.Server.Tests.Imports.Endpoints;

/// <summary>Which currency amounts are taken for whose sign several currencies share, and what becomes of the workspace's.</summary>
[Collection(SharedServer.Name)]
public sealed class CurrencyImportTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private const string Dollars = "order_id,customer_id,date,sku,quantity,unit_price\n1,a,2024-01-02,X,1,$5.00\n2,b,2024-01-03,X,2,$6.50\n";

    private ImportScene scene = null!;

    public async Task InitializeAsync() => scene = await ImportScene.CreateAsync(server, "money");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Import_SignThatMayBeTheWorkspacesCurrency_IsTakenForItAndSaysSo()
    {
        await SetCurrencyAsync("CAD");
        var import = await scene.Client.ImportAsync(Dollars);
        ImportScene.State(import).ShouldBe("done", import.ToString());
        ImportScene.Notes(import).ShouldContain("Amounts written with \"$\" are taken for CAD, the workspace's currency. Give the option currency if they are not.", StringComparer.Ordinal);
        (await scene.LinesAsync("order_id, kind, toString(amount), currency, original_currency")).ShouldBe(["1|sale|5|CAD|CAD", "2|sale|13|CAD|CAD"]);
        (await CurrencyAsync()).ShouldBe("CAD");
    }

    [Fact]
    public async Task Import_SignThatNothingDecides_AsksAndTheAnswerBecomesTheWorkspaces()
    {
        var asked = await scene.Client.ImportAsync(Dollars);
        ImportScene.State(asked).ShouldBe("needs-answer", asked.ToString());
        var question = asked.GetProperty("questions").EnumerateArray().Single();
        question.GetProperty("id").GetString().ShouldBe("currency");
        question.GetProperty("text").GetString().ShouldStartWith("Amounts are written with \"$\", which several currencies share: which one is it?");
        question.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("value").GetString()).Take(3).ShouldBe(["USD", "CAD", "AUD"]);
        (await CurrencyAsync()).ShouldBe("EUR");

        var import = await scene.Client.AnswerAsync(asked, new { currency = "AUD" });
        ImportScene.State(import).ShouldBe("done", import.ToString());
        ImportScene.Notes(import).ShouldContain("Amounts written with \"$\" are taken for AUD, as you said.", StringComparer.Ordinal);
        (await scene.LinesAsync("order_id, kind, currency")).ShouldBe(["1|sale|AUD", "2|sale|AUD"]);
        (await CurrencyAsync()).ShouldBe("AUD");
    }

    [Theory]
    [InlineData("kr 120,50", "SEK")]
    [InlineData("120,50 kr.", "DKK")]
    [InlineData("¥120", "CNY")]
    [InlineData("Rs. 120", "PKR")]
    [InlineData("R 120", "ZAR")]
    public async Task Import_SignWithItsCurrencySaid_IsThatCurrency(string amount, string currency)
    {
        var import = await scene.Client.ImportAsync($"order_id;customer_id;date;amount\n1;a;2024-01-02;{amount}\n", options: new { currency });
        ImportScene.State(import).ShouldBe("done", import.ToString());
        (await scene.LinesAsync("original_currency")).ShouldBe([currency]);
    }

    [Theory]
    [InlineData("kr")]
    [InlineData("Kr.")]
    [InlineData("¥")]
    [InlineData("Rs")]
    [InlineData("元")]
    [InlineData("lei")]
    public async Task Import_SharedSignInTheColumnOfCurrencies_Asks(string sign)
    {
        var asked = await scene.Client.ImportAsync($"order_id,customer_id,date,amount,currency\n1,a,2024-01-02,5,{sign}\n");
        ImportScene.State(asked).ShouldBe("needs-answer", asked.ToString());
        asked.GetProperty("questions")[0].GetProperty("id").GetString().ShouldBe("currency");
    }

    [Fact]
    public async Task Import_AnotherSharedSignInAFewRows_RejectsThemAndSaysWhatToWrite()
    {
        var rows = string.Concat(Enumerable.Range(2, 30).Select(i => $"{i},a,2024-01-02,5,$\n"));
        var import = await scene.Client.ImportAsync($"order_id,customer_id,date,amount,currency\n{rows}9999,a,2024-01-02,5,kr\n", options: new { currency = "CAD" });
        ImportScene.Rows(import).ShouldBe((31, 30, 1, 0));
        (await scene.Client.RejectedAsync(import)).Split('\n')[1].ShouldBe(
            "32,currency,kr,\"currency is written \"\"kr\"\", which several currencies share: write its code, such as SEK\",\"9999,a,2024-01-02,5,kr\"");
    }

    [Fact]
    public async Task Import_ThatFails_LeavesTheWorkspacesCurrencyAlone()
    {
        var rows = string.Concat(Enumerable.Range(0, 1200).Select(i => $"{i},a,{(i % 50 == 0 ? "2024-01-02" : "soon")},5,USD\n"));
        var import = await scene.Client.ImportAsync($"order_id,customer_id,date,amount,currency\n{rows}", map: new { date = "date" });
        ImportScene.State(import).ShouldBe("failed", import.ToString());
        (await CurrencyAsync()).ShouldBe("EUR");
    }

    private async Task SetCurrencyAsync(string currency)
    {
        using var http = server.AdminClient(scene.Workspace);
        using var changed = await http.PatchAsJsonAsync($"/api/workspaces/{scene.Workspace}", new { currency });
        changed.EnsureSuccessStatusCode();
    }

    private async Task<string> CurrencyAsync()
    {
        using var http = server.AdminClient(scene.Workspace);
        var workspaces = await http.GetFromJsonAsync<JsonElement>("/api/workspaces");
        return workspaces.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("key").GetString() == scene.Workspace).GetProperty("currency").GetString()!;
    }
}
