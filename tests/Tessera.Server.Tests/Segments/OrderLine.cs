using Tessera.Domain;

namespace Tessera.Server.Tests.Segments;

/// <summary>A row of <c>order_lines</c> with what the tests do not care about filled in.</summary>
internal sealed record OrderLine(
    string Workspace,
    Guid ProfileId,
    DateTimeOffset Time,
    string OrderId,
    UInt128 LineKey,
    uint Occurrence,
    string Kind,
    string LineType,
    string Sku,
    string Description,
    string Category,
    decimal Quantity,
    decimal UnitPrice,
    decimal Amount,
    string Currency,
    decimal OriginalAmount,
    string OriginalCurrency,
    string Country,
    string Customer,
    Guid ImportId,
    ulong SourceLine)
{
    /// <summary>The profile id of a customer, as an import derives it; the unknown one for an empty name.</summary>
    public static Guid ProfileOf(string workspace, string customer) => customer.Length == 0
        ? Domain.ProfileId.Unknown.Value
        : Domain.ProfileId.For(new WorkspaceKey(workspace), new Identifier(IdentifierKinds.UserId, customer)).Value;

    /// <summary>A line of one piece that costs its amount.</summary>
    public static OrderLine Of(
        string workspace, string customer, string time, string order, decimal amount, string kind = "sale", string sku = "mug", string country = "") =>
        Of(workspace, customer, Instant(time), order, amount, kind, sku, country);

    /// <inheritdoc cref="Of(string, string, string, string, decimal, string, string, string)"/>
    public static OrderLine Of(
        string workspace, string customer, DateTimeOffset time, string order, decimal amount, string kind = "sale", string sku = "mug", string country = "") =>
        new(
            workspace, ProfileOf(workspace, customer), time, order, LineKey: 1, Occurrence: 1, kind, "product", sku, $"A {sku}", "", amount < 0 ? -1 : 1,
            Math.Abs(amount), amount, "GBP", amount, "GBP", country, customer, Guid.Empty, SourceLine: 1);

    /// <summary>An instant from a date, or a date and time, in UTC.</summary>
    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(
        text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
