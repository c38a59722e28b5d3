using System.Globalization;
using System.Text.Json.Nodes;
using Tessera.ClickHouse;

namespace Tessera.Server.Tests.Pipeline;

/// <summary>The tables that the engine fills by itself from others, in a step of its own: what they must have after it was killed again and again.</summary>
internal static class CrashedTables
{
    private const string OfCompanies = "SELECT concat(message_id, ' ', group_id, ' ', toString(profile_id), ' ', properties) AS row FROM events WHERE type = 'group' ORDER BY row";
    private const string Companies = "SELECT concat(message_id, ' ', company_key, ' ', toString(profile_id), ' ', traits) AS row FROM group_calls ORDER BY row";

    private const string OfConsents =
        """
        SELECT concat(preference.1, ' ', toString(profile_id), ' ', toString(time), ' ', toString(preference.2 = 'true')) AS row
        FROM (SELECT profile_id, time, arrayJoin(JSONExtractKeysAndValuesRaw(context, 'consent', 'categoryPreferences')) AS preference FROM events)
        ORDER BY row
        """;

    private const string Consents = "SELECT concat(purpose, ' ', toString(profile_id), ' ', toString(time), ' ', toString(toUInt8(given))) AS row FROM consents ORDER BY row";

    private const string NotFound =
        """
        SELECT identifier FROM profiles FINAL WHERE (lowerUTF8(identifier), profile_id) NOT IN (SELECT term, profile_id FROM profile_terms)
        UNION ALL
        SELECT email FROM profiles FINAL WHERE email != '' AND (lowerUTF8(email), profile_id) NOT IN (SELECT term, profile_id FROM profile_terms)
        UNION ALL
        SELECT value FROM identities WHERE value != '' AND (lowerUTF8(value), node_id) NOT IN (SELECT term, profile_id FROM profile_terms)
        """;

    /// <summary>A call that says whose company somebody belongs to, and what they consent to.</summary>
    public static JsonNode CompanyCall(string id, int sender, int number) => new JsonObject
    {
        ["type"] = "group",
        ["messageId"] = id,
        ["userId"] = string.Create(CultureInfo.InvariantCulture, $"member-{sender}-{number % 7}"),
        ["groupId"] = string.Create(CultureInfo.InvariantCulture, $"company-{number % 5}"),
        ["traits"] = new JsonObject { ["number"] = number },
        ["context"] = new JsonObject { ["consent"] = new JsonObject { ["categoryPreferences"] = new JsonObject { ["email"] = number % 2 == 0, ["sms"] = number % 3 == 0 } } },
        ["timestamp"] = new DateTimeOffset(2024, 1 + (number % 2), 2, 0, 0, sender, TimeSpan.Zero).AddMinutes(number).ToString("O", CultureInfo.InvariantCulture),
    };

    /// <summary>Each row once that follows from the stored calls, and nothing else; every profile is found by what it is called.</summary>
    public static async Task CheckAsync(ClickHouseClient engine)
    {
        var companies = await RowsAsync(engine, OfCompanies);
        companies.Count.ShouldBeGreaterThan(10);
        (await RowsAsync(engine, Companies)).ShouldBe(companies, "what group calls say of companies");
        (await RowsAsync(engine, Consents)).ShouldBe(await RowsAsync(engine, OfConsents), "consents");
        (await RowsAsync(engine, NotFound)).ShouldBeEmpty("profiles that nobody finds");
    }

    private static Task<List<string>> RowsAsync(ClickHouseClient engine, string sql) => engine.ListAsync<string>(new Statement(sql));
}
