using System.Net;
using System.Text.Json;
using Tessera.Server.Tests.Segments;

namespace Tessera.Server.Tests.Profiles;

[Collection(SharedServer.Name)]
public sealed class ProfileEndpointsTests(ServerFixture server)
{
    private static readonly KnownProfile Template = new(
        "", Guid.Empty, "user_id", "", "", "", "", "{}", OrderLine.Instant("2024-01-01"), OrderLine.Instant("2024-01-02"), 1);

    [Fact]
    public async Task List_EmptyWorkspace_IsEmpty()
    {
        using var shop = await Shop.OpenAsync(server);
        var list = await shop.GetAsync<JsonElement>("/api/profiles");
        list.GetProperty("items").GetArrayLength().ShouldBe(0);
        list.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task List_Profiles_SayWhoTheyAreWhatTheyBoughtAndWhereTheyBelong()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(
            shop.Line("ada", "2024-06-01", "1", 10.5m, country: "Iceland"),
            shop.Line("ada", "2024-06-03", "2", 20m),
            shop.Line("ada", "2024-06-04", "3", -5m, kind: "return"),
            shop.Line("bob", "2024-06-05", "4", -1m, kind: "return"));
        var items = await AllAsync(shop, "/api/profiles?limit=10");

        items.Count.ShouldBe(2);
        var ada = items[0];
        ada.GetProperty("identifier").GetRawText().ShouldBe("""{"kind":"user_id","value":"ada"}""");
        ada.GetProperty("name").GetString().ShouldBe("Name of ada");
        ada.GetProperty("country").GetString().ShouldBe("Iceland");
        (ada.GetProperty("orders").GetInt64(), ada.GetProperty("revenue").GetRawText()).ShouldBe((2, "30.5"));
        ada.GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(OrderLine.Instant("2024-06-04"));
        ada.GetProperty("segments")[0].GetProperty("name").GetString().ShouldBe("Lost");
        items[1].GetProperty("orders").GetInt64().ShouldBe(0);
        items[1].GetProperty("country").ValueKind.ShouldBe(JsonValueKind.Null);
        items[1].GetProperty("segments").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("ann", "ann,anna,hannah,susanna,other-4")]
    [InlineData("ANN", "ann,anna,hannah,susanna,other-4")]
    [InlineData("annab", "other-4")]
    [InlineData("müll", "other-5")]
    [InlineData("%", "")]
    [InlineData("nobody", "")]
    public async Task Search_PartOfIdentifierNameOrMail_FindsBestMatchesFirst(string search, string expected)
    {
        using var shop = await Shop.OpenAsync(server);
        await AddAsync(
            shop, ("susanna", "", ""), ("anna", "", ""), ("ann", "", ""), ("hannah", "", ""), ("other-4", "", "annabel@example.com"), ("other-5", "Jörg MÜLLER", ""));

        var found = (await AllAsync(shop, $"/api/profiles?limit=2&sort=firstSeen&search={Uri.EscapeDataString(search)}")).ConvertAll(Value);

        found.Order(StringComparer.Ordinal).ShouldBe(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        if (search.Equals("ann", StringComparison.OrdinalIgnoreCase))
        {
            found[..2].ShouldBe(["ann", "anna"]);
        }
    }

    [Theory]
    [InlineData("-revenue", "revenue")]
    [InlineData("revenue", "revenue")]
    [InlineData("-orders", "orders")]
    [InlineData("firstSeen", "firstSeen")]
    [InlineData("-lastSeen", "lastSeen")]
    public async Task List_Sorted_EveryPageInOrderAndEverybodyOnce(string sort, string property)
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(Segments.Endpoints.SegmentShop.Lines(shop, 45));

        var all = await AllAsync(shop, $"/api/profiles?limit=7&sort={sort}");

        all.Select(Value).ShouldBe(Enumerable.Range(0, 45).Select(customer => $"c{customer:000}"), ignoreOrder: true);
        var values = all.ConvertAll(profile => profile.GetProperty(property).GetRawText()).ConvertAll(text =>
            text.StartsWith('"') ? JsonDocument.Parse(text).RootElement.GetDateTimeOffset().UtcTicks : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        values.ShouldBe(sort.StartsWith('-') ? values.OrderDescending() : values.Order());
    }

    [Fact]
    public async Task List_BySegment_IsItsMembers()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(Segments.Endpoints.SegmentShop.Lines(shop, 45));
        var champions = (await shop.ScoredAsync()).Values.Where(customer => customer.Segment == "champions").Select(customer => customer.UserId).ToList();

        var found = await AllAsync(shop, "/api/profiles?segment=champions&limit=3");

        champions.ShouldNotBeEmpty();
        found.ConvertAll(Value).ShouldBe(champions, ignoreOrder: true);
    }

    [Fact]
    public async Task List_VersionOfAProfileChanged_TheLatestCountsAndOnlyOnce()
    {
        using var shop = await Shop.OpenAsync(server);
        await AddAsync(shop, ("ada", "Ada", ""));
        var id = OrderLine.ProfileOf(shop.Key, "ada");
        await shop.Engine.InsertAsync("profiles", [Template with { Workspace = shop.Key, ProfileId = id, Identifier = "ada", Name = "Countess", Version = 2 }]);

        (await AllAsync(shop, "/api/profiles?search=ada")).ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe("Countess");
        (await AllAsync(shop, "/api/profiles?search=countess")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ByIdentifier_KnownCustomer_IsTheProfile()
    {
        using var shop = await Shop.OpenAsync(server);
        await AddAsync(shop, ("ada", "Ada", "ada@example.com"));
        var id = OrderLine.ProfileOf(shop.Key, "ada");

        foreach (var identifier in new[] { "user_id:ada", "email:ada@example.com", "email:Ada@Example.com" })
        {
            var profile = await shop.GetAsync<JsonElement>($"/api/profiles?identifier={Uri.EscapeDataString(identifier)}");
            profile.GetProperty("id").GetGuid().ShouldBe(id);
            profile.GetProperty("identifiers").GetRawText().ShouldBe(
                """[{"kind":"user_id","value":"ada","source":"","firstSeen":"2024-01-01T00:00:00+00:00"},{"kind":"email","value":"ada@example.com","source":"","firstSeen":"2024-01-01T00:00:00+00:00"}]""");
        }
    }

    [Fact]
    public async Task Show_Customer_HasEverythingKnown()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.ConfigureAsync(currency: "GBP");
        await shop.SellAsync(
            shop.Line("ada", "2024-05-01", "1", 10m), shop.Line("ada", "2024-06-01", "2", 21m), shop.Line("ada", "2024-06-02", "3", -4m, kind: "return"),
            shop.Line("bob", "2024-05-15", "4", 5m));
        await shop.ComputeHistoryAsync();
        var id = OrderLine.ProfileOf(shop.Key, "ada");
        await shop.Engine.InsertAsync("profiles",
            [Template with { Workspace = shop.Key, ProfileId = id, Identifier = "ada", Country = "Iceland", Traits = """{"plan":"pro","seats":3,"tags":["a"]}""", Version = 9 }]);

        var profile = await shop.GetAsync<JsonElement>($"/api/profiles/{id}");

        profile.GetProperty("name").ValueKind.ShouldBe(JsonValueKind.Null);
        profile.GetProperty("country").GetString().ShouldBe("Iceland");
        profile.GetProperty("company").ValueKind.ShouldBe(JsonValueKind.Null);
        profile.GetProperty("traits").GetRawText().ShouldBe("""{"plan":"pro","seats":3,"tags":["a"]}""");
        profile.GetProperty("scores").GetRawText().ShouldBe("""{"rfm.recency":3,"rfm.frequency":3,"rfm.monetary":3}""");
        profile.GetProperty("segments").GetRawText().ShouldBe("""[{"key":"needs-attention","name":"Needs Attention","kind":"rfm","since":"2024-06-02"}]""");
        var rfm = profile.GetProperty("rfm");
        (rfm.GetProperty("recencyDays").GetInt32(), rfm.GetProperty("frequency").GetInt32(), rfm.GetProperty("monetary").GetDecimal()).ShouldBe((1, 2, 31m));
        rfm.GetProperty("why").GetString().ShouldBe(
            "Last order 1 day ago (score 3: within the most recent 60 %, i.e. at most 1 day), 2 orders (score 3: at least 2) and £31 (score 3: at least £31) → Needs Attention.");
        profile.GetProperty("value").GetRawText().ShouldBe("""{"orders":2,"revenue":31,"returns":4,"averageOrderValue":15.50,"currency":"GBP"}""");
    }

    [Fact]
    public async Task Show_CustomerWithoutPurchases_HasNoScores()
    {
        using var shop = await Shop.OpenAsync(server);
        await AddAsync(shop, ("ada", "Ada", ""));
        var profile = await shop.GetAsync<JsonElement>("/api/profiles?identifier=user_id:ada");
        profile.GetProperty("rfm").ValueKind.ShouldBe(JsonValueKind.Null);
        profile.GetProperty("segments").GetArrayLength().ShouldBe(0);
        profile.GetProperty("scores").GetRawText().ShouldBe("{}");
        profile.GetProperty("value").GetProperty("averageOrderValue").GetDecimal().ShouldBe(0);
    }

    [Theory]
    [InlineData("/api/profiles?identifier=user_id:nobody", HttpStatusCode.NotFound, "profile-not-found", "user_id:nobody")]
    [InlineData("/api/profiles/3f0c1b9e-8a55-4f8e-9a64-111111111111", HttpStatusCode.NotFound, "profile-not-found", "3f0c1b9e")]
    [InlineData("/api/profiles/3f0c1b9e-8a55-4f8e-9a64-111111111111/orders", HttpStatusCode.NotFound, "profile-not-found", "3f0c1b9e")]
    [InlineData("/api/profiles/3f0c1b9e-8a55-4f8e-9a64-111111111111/events", HttpStatusCode.NotFound, "profile-not-found", "3f0c1b9e")]
    [InlineData("/api/profiles?identifier=12347", HttpStatusCode.BadRequest, "identifier-invalid", "KIND:VALUE")]
    [InlineData("/api/profiles?sort=beauty", HttpStatusCode.BadRequest, "sort-unknown", "revenue, orders, firstSeen, lastSeen")]
    [InlineData("/api/profiles?segment=nobody", HttpStatusCode.BadRequest, "segment-unknown", "champions")]
    [InlineData("/api/profiles?limit=0", HttpStatusCode.BadRequest, "limit-invalid", "1 to 1000")]
    [InlineData("/api/profiles?cursor=nonsense", HttpStatusCode.BadRequest, "cursor-invalid", "cursor")]
    public async Task AnyEndpoint_SomethingWrong_SaysWhat(string path, HttpStatusCode status, string code, string said)
    {
        using var shop = await Shop.OpenAsync(server);
        using var response = await shop.Client.GetAsync(path);
        (await response.ShouldBeProblemAsync(status, code)).ShouldContain(said);
    }

    [Fact]
    public async Task Profiles_OfAnotherWorkspace_AreNotThere()
    {
        using var one = await Shop.OpenAsync(server);
        using var two = await Shop.OpenAsync(server);
        await one.SellAsync(one.Line("ada", "2024-06-01", "1", 1m));

        (await AllAsync(two, "/api/profiles?search=ada")).ShouldBeEmpty();
        using var byIdentifier = await two.Client.GetAsync("/api/profiles?identifier=user_id:ada");
        await byIdentifier.ShouldBeProblemAsync(HttpStatusCode.NotFound, "profile-not-found");
        using var byId = await two.Client.GetAsync($"/api/profiles/{OrderLine.ProfileOf(one.Key, "ada")}/orders");
        await byId.ShouldBeProblemAsync(HttpStatusCode.NotFound, "profile-not-found");
    }

    private static async Task AddAsync(Shop shop, params (string Id, string Name, string Email)[] people) => await shop.Engine.InsertAsync(
        "profiles",
        people.Select((person, i) => Template with
        {
            Workspace = shop.Key,
            ProfileId = OrderLine.ProfileOf(shop.Key, person.Id),
            Identifier = person.Id,
            Name = person.Name,
            Email = person.Email,
            FirstSeen = Template.FirstSeen.AddHours(i),
        }));

    private static string Value(JsonElement profile) => profile.GetProperty("identifier").GetProperty("value").GetString()!;

    private static async Task<List<JsonElement>> AllAsync(Shop shop, string path)
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await shop.GetAsync<JsonElement>(cursor is null ? path : $"{path}&cursor={cursor}");
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        return all;
    }
}
