using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tessera.Domain;
using Tessera.Server.Tests.Imports.Reading;

namespace Tessera.Server.Tests.Imports.Endpoints;

/// <summary>What becomes of files of orders, through the API and the real engine.</summary>
[Collection(SharedServer.Name)]
public sealed class OrderImportTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private const string Header = "order_id,customer_id,date,sku,product,quantity,unit_price,currency,country\n";

    private ImportScene scene = null!;

    private ImportClient Client => scene.Client;

    public async Task InitializeAsync() => scene = await ImportScene.CreateAsync(server, "orders");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Import_Lines_AreStoredAsTheyAre()
    {
        var import = await Client.ImportAsync(Header + "1001,c1,2024-01-02T10:30:00Z,A-1,\"Mug, blue\",2,4.95,EUR,DE\n1001,c1,2024-01-02T10:30:00Z,A-2,Spoon,1,0.333333,EUR,DE\n");
        ImportScene.State(import).ShouldBe("done");
        import.GetProperty("mapping").GetProperty("amount").GetString().ShouldBe("quantity*unit_price");
        (await scene.LinesAsync("order_id, customer, sku, description, toString(quantity), toString(unit_price), toString(amount), currency, country, toString(occurrence), kind, line_type")).ShouldBe(
        [
            "1001|c1|A-1|Mug, blue|2|4.95|9.9|EUR|DE|1|sale|product",
            "1001|c1|A-2|Spoon|1|0.333333|0.3333|EUR|DE|1|sale|product",
        ]);
        var profile = ProfileId.For(new WorkspaceKey(scene.Workspace), new Identifier("user_id", "c1")).Value;
        (await scene.LinesAsync("toString(profile_id), toString(time)")).Distinct(StringComparer.Ordinal).ShouldBe([$"{profile}|2024-01-02 10:30:00.000000"]);
    }

    [Fact]
    public async Task Import_Workbook_IsReadByItsOwnTypes()
    {
        // In a workbook neither dates nor numbers are ambiguous, whatever they would look like as text.
        var workbook = WorkbookFile.Of(("Orders",
        [
            ["Order", "Customer", "Ordered on", "SKU", "Pieces", "Price each", "Currency"],
            ["1", "c1", new WorkbookFile.Serial(45355), "M-1", 2d, 1.234, "EUR"],
            ["2", "c2", new WorkbookFile.Serial(45356.75), "M-1", 1d, 1234d, "EUR"],
        ]));
        var import = await Client.ImportAsync(workbook, name: "orders.xlsx");
        ImportScene.State(import).ShouldBe("done", import.ToString());
        (await scene.LinesAsync("order_id, customer, toString(time), toString(quantity), toString(amount), currency")).ShouldBe(
        [
            "1|c1|2024-03-04 00:00:00.000000|2|2.468|EUR",
            "2|c2|2024-03-05 18:00:00.000000|1|1234|EUR",
        ]);
    }

    [Fact]
    public async Task Import_IdenticalLinesOfOneOrder_AreAllKeptAndKnownAgain()
    {
        var line = "1001,c1,2024-01-02,A-1,Mug,1,5.00,EUR,DE\n";
        var import = await Client.ImportAsync(Header + line + line + "1002,c1,2024-01-02,A-1,Mug,1,5.00,EUR,DE\n" + line);
        ImportScene.Rows(import).ShouldBe((4, 4, 0, 0));
        (await scene.LinesAsync("order_id, toString(occurrence)")).ShouldBe(["1001|1", "1001|2", "1001|3", "1002|1"]);
        ImportScene.Rows(await Client.ImportAsync(Header + line + line)).ShouldBe((2, 0, 0, 2));
        ImportScene.Rows(await Client.ImportAsync(Header + line + line + line + line)).ShouldBe((4, 1, 0, 3));
        (await scene.LinesAsync("order_id, toString(occurrence)")).ShouldBe(["1001|1", "1001|2", "1001|3", "1001|4", "1002|1"]);
    }

    [Fact]
    public async Task Import_OverlappingExport_AddsOnlyWhatIsNew()
    {
        await Client.ImportAsync(Header + "1,a,2024-01-01,X,X,1,5,EUR,DE\n2,b,2024-01-02,X,X,1,6,EUR,DE\n");
        var import = await Client.ImportAsync(Header + "2,b,2024-01-02,X,X,1,6,EUR,DE\n3,c,2024-01-03,X,X,1,7,EUR,DE\n");
        ImportScene.Rows(import).ShouldBe((2, 1, 0, 1));
        (await scene.LinesAsync("order_id, toString(amount)")).ShouldBe(["1|5", "2|6", "3|7"]);
    }

    [Fact]
    public async Task Import_OrderCancelledSince_IsCorrectedNotDoubled()
    {
        const string WithStatus = "order_id,customer_id,date,sku,quantity,unit_price,status\n";
        await Client.ImportAsync(WithStatus + "1,a,2024-01-01,X,1,5,paid\n2,b,2024-01-02,X,1,6,paid\n");
        (await scene.LinesAsync("order_id, kind, toString(amount)")).ShouldBe(["1|sale|5", "2|sale|6"]);
        var import = await Client.ImportAsync(WithStatus + "1,a,2024-01-01,X,1,5,paid\n2,b,2024-01-02,X,1,6,cancelled\n");
        ImportScene.Rows(import).ShouldBe((2, 1, 0, 1));
        ImportScene.Notes(import).ShouldContain(note => note.StartsWith("1 lines were there already and were corrected", StringComparison.Ordinal));
        (await scene.LinesAsync("order_id, kind, toString(amount), toString(original_amount)")).ShouldBe(["1|sale|5|5", "2|cancellation|0|6"]);
    }

    [Fact]
    public async Task Import_CustomerFoundOutSince_IsCorrectedNotDoubled()
    {
        await Client.ImportAsync(Header + "1,,2024-01-01,X,X,1,5,EUR,DE\n2,z,2024-01-01,X,X,1,5,EUR,DE\n");
        ImportScene.Rows(await Client.ImportAsync(Header + "1,a,2024-01-01,X,X,1,5,EUR,DE\n2,,2024-01-01,X,X,1,5,EUR,DE\n")).ShouldBe((2, 1, 0, 1));
        (await scene.LinesAsync("order_id, customer")).ShouldBe(["1|a", "2|z"]);
    }

    [Fact]
    public async Task Import_RowsThatCannotBeUnderstood_AreListedWithLineColumnAndReason()
    {
        var text = Header
            + string.Concat(Enumerable.Range(1, 40).Select(i => $"{i},c{i},2024-01-02,A,A,1,5,EUR,DE\n"))
            + "41,c,yesterday,A,\"two\nlines\",1,5,EUR,DE\n"
            + "42,c,2024-01-02,A,A,many,5,EUR,DE\n"
            + ",c,2024-01-02,A,A,1,5,EUR,DE\n"
            + "44,c,2024-01-02,A,A,1,5,EUR,DE,surplus\n"
            + "45,c,2024-01-02,A,A,1,5,XYZ,DE\n"
            + "46,c,2024-01-02,A,A,1,,EUR,DE\n"
            + "47,c,2024-01-02,A,A,,5,EUR,DE\n"
            + "48,c,,A,A,1,5,EUR,DE\n"
            + "49,c,2024-01-02,A,A,1,9999999999999,EUR,DE\n"
            + "50,c,2024-01-02,A,A,99999999999,99999999999,EUR,DE\n";
        var import = await Client.ImportAsync(text);
        ImportScene.Rows(import).ShouldBe((50, 40, 10, 0));
        (await Client.RejectedAsync(import)).ShouldBe(
            """
            line,column,value,reason,raw
            42,date,yesterday,time is not a date,"41,c,yesterday,A,""two
            lines"",1,5,EUR,DE"
            44,quantity,many,quantity is not a number,"42,c,2024-01-02,A,A,many,5,EUR,DE"
            45,order_id,,order_id is empty,",c,2024-01-02,A,A,1,5,EUR,DE"
            46,#10,surplus,the row has more values than there are columns: a value that contains the separator must be quoted,"44,c,2024-01-02,A,A,1,5,EUR,DE,surplus"
            47,currency,XYZ,currency is not a known currency,"45,c,2024-01-02,A,A,1,5,XYZ,DE"
            48,unit_price,,unit_price is empty,"46,c,2024-01-02,A,A,1,,EUR,DE"
            49,quantity,,quantity is empty,"47,c,2024-01-02,A,A,,5,EUR,DE"
            50,date,,time is empty,"48,c,,A,A,1,5,EUR,DE"
            51,unit_price,9999999999999,unit_price is too large,"49,c,2024-01-02,A,A,1,9999999999999,EUR,DE"
            52,quantity*unit_price,,quantity times unit_price is too large,"50,c,2024-01-02,A,A,99999999999,99999999999,EUR,DE"

            """.ReplaceLineEndings("\n"));
        import.GetProperty("rejections").GetArrayLength().ShouldBe(10);
    }

    [Fact]
    public async Task Import_OrderStatedOnlyInItsFirstRow_IsCarriedToTheOthers()
    {
        // As Shopify exports orders of several lines.
        var import = await Client.ImportAsync(
            "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Country\n"
            + "#1001,Ann@Example.com,paid,EUR,25.00,2024-01-02 10:00:00 +0100,1,Mug,10.00,M-1,Ann Ash,DE\n"
            + "#1001,,,,,2024-01-02 10:00:00 +0100,3,Spoon,5.00,S-1,,\n"
            + "#1002,,refunded,EUR,10.00,2024-01-03 10:00:00 +0100,1,Mug,10.00,M-1,,\n");
        ImportScene.State(import).ShouldBe("done", import.ToString());
        (await scene.LinesAsync("order_id, customer, kind, sku, toString(amount), country, toString(time)")).ShouldBe(
        [
            "#1001|ann@example.com|sale|M-1|10|DE|2024-01-02 09:00:00.000000",
            "#1001|ann@example.com|sale|S-1|15|DE|2024-01-02 09:00:00.000000",
            "#1002||return|M-1|0||2024-01-03 09:00:00.000000",
        ]);
        (await scene.QueryAsync("SELECT kind, identifier, name, email, country FROM profiles FINAL WHERE workspace = {workspace:String}"))
            .ShouldBe(["email|ann@example.com|Ann Ash|ann@example.com|DE"]);
    }

    [Fact]
    public async Task Import_AmbiguousDates_AsksAndGoesOnWithTheAnswer()
    {
        var asked = await Client.ImportAsync(Header + "1,a,03/04/2024,X,X,1,5,EUR,DE\n2,a,05/06/2024,X,X,1,5,EUR,DE\n");
        ImportScene.State(asked).ShouldBe("needs-answer");
        (await scene.LinesAsync("order_id")).ShouldBeEmpty();
        var question = asked.GetProperty("questions")[0];
        question.GetProperty("id").GetString().ShouldBe("dateFormat");
        question.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("value").GetString()).ShouldBe(["d/m/y", "m/d/y"]);

        var import = await Client.AnswerAsync(asked, new { dateFormat = "d/m/y" });
        ImportScene.State(import).ShouldBe("done");
        (await scene.LinesAsync("order_id, toString(toDate(time))")).ShouldBe(["1|2024-04-03", "2|2024-06-05"]);
    }

    [Fact]
    public async Task Import_ColumnThatNobodyKnows_AsksAndGoesOnWithTheAnswer()
    {
        var asked = await Client.ImportAsync("order_id,customer_id,w1,w2,total\n1,a,2024-01-02,2024-01-09,5\n");
        ImportScene.State(asked).ShouldBe("needs-answer");
        asked.GetProperty("questions")[0].GetProperty("id").GetString().ShouldBe("map.time");
        var import = await Client.AnswerAsync(asked, new Dictionary<string, string>(StringComparer.Ordinal) { ["map.time"] = "w2" });
        ImportScene.State(import).ShouldBe("done", import.ToString());
        (await scene.LinesAsync("toString(toDate(time))")).ShouldBe(["2024-01-09"]);
    }

    [Fact]
    public async Task Import_FileInCurrenciesBesidesTheWorkspaces_KeepsThemApartOrConvertsThem()
    {
        var text = Header + "1,a,2024-01-01,X,X,1,10,USD,US\n2,a,2024-01-01,X,X,2,10,EUR,DE\n3,a,2024-01-01,X,X,1,10,USD,US\n";
        var import = await Client.ImportAsync(text);
        ImportScene.Notes(import).ShouldContain(note => note.StartsWith("The workspace's currency is USD now", StringComparison.Ordinal));
        ImportScene.Notes(import).ShouldContain(note => note.StartsWith("1 lines are in EUR, the workspace's currency is USD: they are kept but not added up.", StringComparison.Ordinal));
        (await scene.LinesAsync("order_id, kind, toString(amount), currency")).ShouldBe(["1|sale|10|USD", "2|other-currency|20|EUR", "3|sale|10|USD"]);

        var converted = await Client.ImportAsync(text, options: new { rates = new { EUR = 1.1 } });
        ImportScene.Rows(converted).ShouldBe((3, 1, 0, 2));
        ImportScene.Notes(converted).ShouldContain("1 lines were there already in another currency and were converted: a rate for it was given now.", StringComparer.Ordinal);
        ImportScene.Notes(converted).ShouldNotContain(note => note.Contains("were corrected", StringComparison.Ordinal));
        (await scene.LinesAsync("order_id, kind, toString(amount), toString(unit_price), currency, toString(original_amount), original_currency")).ShouldBe(
        [
            "1|sale|10|10|USD|10|USD", "2|sale|22|11|USD|20|EUR", "3|sale|10|10|USD|10|USD",
        ]);
    }

    [Fact]
    public async Task Import_SemicolonsCommasAndWindows1252_AreReadAsInGermany()
    {
        var text = "Bestellnr;Bestelldatum;Kundennr;Artikel;Menge;Einzelpreis;Währung\n1;31.01.2024 14:05;K1;Löffel;1.000;1.234,50 €;EUR\n";
        var import = await Client.ImportAsync(Encoding.Latin1.GetBytes(text.Replace("€", "EUR", StringComparison.Ordinal)), options: new { timeZone = "Europe/Berlin" }, name: "bestellungen.csv");
        ImportScene.State(import).ShouldBe("done", import.ToString());
        import.GetProperty("file").GetProperty("encoding").GetString().ShouldBe("Windows-1252");
        (await scene.LinesAsync("order_id, description, toString(quantity), toString(unit_price), toString(amount), toString(time)")).ShouldBe(["1|Löffel|1000|1234.5|1234500|2024-01-31 13:05:00.000000"]);
    }

    [Fact]
    public async Task Import_FormulasAndConstants_AreComputed()
    {
        var import = await Client.ImportAsync(
            "no,who,when,net,tax,n\n7,a,2024-01-02,10.00,1.90,2\n",
            map: new { order_id = "'N-' & no", customer = "who", date = "when", amount = "(net + tax) * n", quantity = "n", currency = "'CHF'" });
        ImportScene.State(import).ShouldBe("done", import.ToString());
        (await scene.LinesAsync("order_id, toString(quantity), toString(unit_price), toString(amount), currency")).ShouldBe(["N-7|2|11.9|23.8|CHF"]);
    }

    [Fact]
    public async Task Import_PurchasesWithoutOrderNumbers_MakeOneOrderPerCustomerAndTime()
    {
        await Client.ImportAsync("customer_id,date,quantity,amount\n1,1997-01-01,1,11.77\n1,1997-01-01,2,5.00\n1,1997-01-12,1,3\n2,1997-01-01,1,4\n");
        (await scene.QueryAsync("SELECT customer, toString(uniqExact(order_id)), toString(sum(amount)) FROM order_lines WHERE workspace = {workspace:String} GROUP BY customer ORDER BY customer"))
            .ShouldBe(["1|2|19.77", "2|1|4"]);
    }

    [Fact]
    public async Task Import_IdsWrittenAsFractions_AreTheSameCustomers()
    {
        await Client.ImportAsync(Header + "1.0,17850.0,2024-01-01,X,X,1,5,EUR,DE\n2,17850,2024-01-01,X,X,1,5,EUR,DE\n3,17850.5,2024-01-01,X,X,1,5,EUR,DE\n");
        (await scene.LinesAsync("order_id, customer")).ShouldBe(["1|17850", "2|17850", "3|17850.5"]);
    }

    [Fact]
    public async Task Import_StockCorrections_AreToldFromGifts()
    {
        await Client.ImportAsync(
            Header + "1,,2024-01-01,A,,5,0,EUR,DE\n1,,2024-01-01,B,,2,0,EUR,DE\n2,,2024-01-01,A,,1,0,EUR,DE\n2,,2024-01-01,C,,1,9,EUR,DE\n3,k,2024-01-01,A,,1,0,EUR,DE\n4,,2024-01-01,A,,-3,0,EUR,DE\n");
        (await scene.LinesAsync("order_id, sku, kind, line_type")).ShouldBe(
        [
            "1|A|adjustment|stock", "1|B|adjustment|stock", "2|A|free|product", "2|C|sale|product", "3|A|free|product", "4|A|adjustment|stock",
        ]);
    }

    [Fact]
    public async Task Import_WrongMapping_FailsEarlyInOneSentence()
    {
        var text = "order_id,customer_id,date,total\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},c,{(i % 50 == 0 ? "2024-01-02" : "soon")},5\n"));
        var import = await Client.ImportAsync(text, map: new { date = "date" });
        ImportScene.State(import).ShouldBe("failed");
        import.GetProperty("errorCode").GetString().ShouldBe("rows-rejected");
        import.GetProperty("error").GetString().ShouldBe(
            "980 of the first 1,000 rows were rejected, mostly because time is not a date (date), such as \"soon\" in line 3: check the mapping.");
        ImportScene.Rows(import).Read.ShouldBe(1000);
        (await scene.LinesAsync("order_id")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a,b\n", "no-rows", "\"orders.csv\" has column names but no rows below them.")]
    [InlineData("%PDF-1.4 whatever", "file-not-a-table", "\"orders.csv\" is not a table: it is a PDF document. Export it as CSV, TSV or XLSX.")]
    public async Task Import_FileThatIsNoTable_FailsInOneSentence(string text, string code, string sentence)
    {
        var import = await Client.ImportAsync(text);
        ImportScene.State(import).ShouldBe("failed");
        import.GetProperty("errorCode").GetString().ShouldBe(code);
        import.GetProperty("error").GetString().ShouldBe(sentence);
    }

    [Theory]
    [InlineData("", "orders", null, null, "file-empty", "\"orders.csv\" is empty: there is nothing to import.")]
    [InlineData("a,b\n1,2", null, null, null, "import-malformed", "The request does not say what the file holds: add a part kind that says orders, events or customers.")]
    [InlineData("a,b\n1,2", "invoices", null, null, "import-malformed", "The part kind is \"invoices\": it must be orders, events or customers.")]
    [InlineData("a,b\n1,2", "orders", "{", null, "import-malformed", "The part map must be JSON, an object of target and column, such as {\"amount\":\"Quantity*UnitPrice\"}.")]
    [InlineData("a,b\n1,2", "orders", null, "{\"dateFormat\":\"noon\"}", "option-invalid", "The option dateFormat cannot be \"noon\": it must be one of iso, d/m/y, m/d/y, y/m/d, compact, unix-seconds, unix-milliseconds, unix-microseconds, excel, or a pattern such as dd.MM.yyyy.")]
    [InlineData("a,b\n1,2", "orders", null, "{\"timeZone\":\"Mars\"}", "option-invalid", "The option timeZone cannot be \"Mars\": it must be an IANA name such as Europe/Berlin.")]
    [InlineData("a,b\n1,2", "orders", null, "{\"currency\":\"XX\"}", "option-invalid", "The option currency cannot be \"XX\": it must be an ISO code such as EUR.")]
    [InlineData("a,b\n1,2", "orders", null, "{\"colour\":\"red\"}", "import-malformed", "The part options must be JSON, an object such as {\"dateFormat\":\"d/m/y\",\"currency\":\"EUR\"} (at $.colour).")]
    public async Task Post_UploadThatCannotBe_IsRefusedInOneSentence(string text, string? kind, string? map, string? options, string code, string sentence)
    {
        using var content = new StringContent(text);
        using var response = await Client.PostAsync(content, kind, map, options);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("detail").GetString().ShouldBe(sentence);
    }

    [Fact]
    public async Task Post_WithoutAFile_IsRefusedAndLeavesNothingBehind()
    {
        using var response = await Client.PostAsync(null, "orders");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().ShouldBe("The request has no file: send it in a part named file.");
    }

    [Fact]
    public async Task Get_ImportOfAnotherWorkspace_IsNotFound()
    {
        var import = await Client.ImportAsync(Header + "1,a,2024-01-01,X,X,1,5,EUR,DE\n");
        var other = await server.CreateWorkspaceAsync("orders");
        using var stranger = server.AdminClient(other);
        using var response = await stranger.GetAsync(new Uri($"/api/imports/{import.GetProperty("id").GetGuid()}", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("import-not-found");
    }

    [Fact]
    public async Task List_SeveralImports_AreNewestFirstAndPaged()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await Client.ImportAsync(Header + $"{i},a,2024-01-01,X,X,1,5,EUR,DE\n")).GetProperty("id").GetGuid());
        }

        using var http = server.AdminClient(scene.Workspace);
        var first = await http.GetFromJsonAsync<JsonElement>("/api/imports?limit=2");
        Ids(first).ShouldBe([ids[2], ids[1]]);
        var second = await http.GetFromJsonAsync<JsonElement>($"/api/imports?limit=2&cursor={first.GetProperty("next").GetString()}");
        Ids(second).ShouldBe([ids[0]]);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);

        static IEnumerable<Guid> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(import => import.GetProperty("id").GetGuid());
    }

    [Theory]
    [InlineData("limit=0", "limit-invalid")]
    [InlineData("limit=501", "limit-invalid")]
    [InlineData("cursor=yesterday", "cursor-invalid")]
    public async Task List_WhatCannotBeMeant_IsRefused(string query, string code)
    {
        using var http = server.AdminClient(scene.Workspace);
        using var response = await http.GetAsync(new Uri($"/api/imports?{query}", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Guess_BeginningOfAFile_IsReadWithoutImportingAnything()
    {
        var whole = "order,date,customer,price,qty\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i},2024-01-02,c{i},\"1,50\",{i % 3}\n"));
        using var beginning = new ByteArrayContent(Encoding.UTF8.GetBytes(whole)[..20_001]);
        using var response = await Client.PostAsync(beginning, "orders", path: "/api/imports/guess");
        var guess = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, guess.ToString());
        guess.GetProperty("format").GetString().ShouldBe("csv");
        guess.GetProperty("delimiter").GetString().ShouldBe(",");
        guess.GetProperty("columns").EnumerateArray().Select(column => $"{column.GetProperty("name")}:{column.GetProperty("type")}")
            .ShouldBe(["order:integer", "date:date", "customer:text", "price:number", "qty:integer"]);
        guess.GetProperty("mapping").GetProperty("time").GetProperty("source").GetString().ShouldBe("date");
        guess.GetProperty("mapping").GetProperty("time").GetProperty("confidence").GetDouble().ShouldBeGreaterThan(0.9);
        guess.GetProperty("missing").GetArrayLength().ShouldBe(0);
        (await scene.LinesAsync("order_id")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Guess_GzipThatBreaksOff_IsReadAsFarAsItGoes()
    {
        var whole = MemoryFile.Gzip(Encoding.UTF8.GetBytes("order,date,customer,price,qty\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},2024-01-02,c{i * 7919 % 50_000},{i % 100}.50,{i % 3}\n"))));
        using var beginning = new ByteArrayContent(whole[..(whole.Length / 2)]);
        using var response = await Client.PostAsync(beginning, "orders", name: "orders.csv.gz", path: "/api/imports/guess");
        var guess = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, guess.ToString());
        guess.GetProperty("mapping").GetProperty("order_id").GetProperty("source").GetString().ShouldBe("order");
    }
}
